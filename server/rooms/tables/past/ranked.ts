import { z } from 'zod';
import { Shelf } from '../../../storage/shelf.ts';
import type { DocumentStore } from '../../../storage/types.ts';
import { type Meeting, type Rating, rate, restedUntil } from './glicko.ts';
import type { PersonalGames, Totals } from './personal-games.ts';
import type { PlayedGame } from './played-game.ts';

const DAY_MS = 24 * 3_600_000;
/** The first of January 1970 was a Thursday; a week begins on Monday, at midnight of UTC. */
const MONDAY = 3;
/** Ranks of a week lie above those of all weeks before it, so that old ones are found by them. */
const WEEK_RANK = 1_000_000;
/** Weeks that may still be there: the sweep leaves two. */
const KEPT_WEEKS = 4;
/** How often the table of a week is brought up to date when it changes meanwhile. */
const TRIES = 5;

/** Which week a moment is in. */
export const weekOf = (at: number): number => Math.floor((at / DAY_MS + MONDAY) / 7);

/** When a week began, epoch ms. */
export const weekBegan = (week: number): number => (week * 7 - MONDAY) * DAY_MS;

/** Rows of weeks before the last one have lower ranks. */
export const expiredWeeks = (now: number): number => (weekOf(now) - 1) * WEEK_RANK;

/** A line of the table of the week. */
export interface WeekRow {
  readonly person: string;
  readonly games: number;
  /** Half points. */
  readonly halves: number;
}

export interface RankedPorts {
  readonly documents: DocumentStore;
  readonly personal: PersonalGames;
  /** The names of all games. */
  readonly games: readonly string[];
}

/**
 * Who takes part in ratings and the table of the week, because they wanted to, and what follows from a game for them.
 * Rules 10.5–10.7. Everything may reject with `Unavailable`.
 */
export class Ranked {
  readonly #ports: RankedPorts;
  readonly #since: Shelf<{ since: number }>;
  readonly #weeks: Shelf<WeekRow>;

  constructor(ports: RankedPorts) {
    this.#ports = ports;
    this.#since = new Shelf(ports.documents, 'ranked', z.object({ since: z.int() }));
    const row = z.object({ person: z.string(), games: z.int(), halves: z.int() });
    this.#weeks = new Shelf(ports.documents, 'week', row);
  }

  /** Since when somebody takes part, epoch ms; null when they do not. */
  async since(person: string): Promise<number | null> {
    return (await this.#since.get(person))?.since ?? null;
  }

  async join(person: string, now: number): Promise<void> {
    await this.#since.insert(person, { since: now });
  }

  /** Takes no part any more, and stands in no table of a week. Repeatable. */
  async leave(person: string, now: number): Promise<void> {
    await this.#since.remove(person);
    for (const game of this.#ports.games) {
      for (let ago = 0; ago < KEPT_WEEKS; ago++)
        await this.#weeks.remove(idOf(weekOf(now) - ago, game, person));
    }
  }

  /** The first of a week, the best first. */
  async week(game: string, week: number, limit: number): Promise<WeekRow[]> {
    return [...(await this.#weeks.list(ownerOf(week, game), { limit })).values()];
  }

  /**
   * What a finished game changes for those who take part, by person: nothing unless it was public and people alone
   * played it, each for themselves (rule 10.4).
   */
  async finishers(
    key: string,
    game: PlayedGame,
  ): Promise<ReadonlyMap<string, (before: Totals) => Pick<Totals, 'rating' | 'week'>>> {
    const { players, endedAt, visibility, isOfRivals } = game;
    const people = players.flatMap(({ person, place }) => (person === null ? [] : [{ person, place }]));
    const isRated = visibility === 'public' && isOfRivals && people.length > 1;
    if (!isRated) return new Map();
    const ratings = new Map<string, Rating>();
    for (const { person } of people) {
      const since = await this.since(person);
      if (since === null || since > endedAt) continue;
      const before = await this.#ports.personal.ratingBefore(person, key, game.game);
      ratings.set(person, restedUntil(before, endedAt));
    }
    const placeOf = (place: number | null) => place ?? Number.POSITIVE_INFINITY;
    const finisher = (person: string, own: number) => {
      const others = people.filter((other) => other.person !== person);
      const scores = others.map((other) => ({
        opponent: ratings.get(other.person),
        score: scoreOf(own, placeOf(other.place)),
      }));
      const meetings = scores.flatMap(({ opponent, score }): Meeting[] =>
        opponent ? [{ opponent, score }] : [],
      );
      const halves = scores.reduce((sum, { score }) => sum + 2 * score, 0);
      return ({ rating, week }: Totals) => ({
        rating: meetings.length === 0 ? rating : rate(rating, meetings, endedAt),
        week: withGame(week, weekOf(endedAt), halves),
      });
    };
    return new Map(
      people.flatMap(({ person, place }) =>
        ratings.has(person) ? [[person, finisher(person, placeOf(place))] as const] : [],
      ),
    );
  }

  /** Brings the table of the week up to date for somebody who takes part. Repeatable. */
  async show(person: string, game: string): Promise<void> {
    for (let tries = 0, seen = -1; tries < TRIES; tries++) {
      const { seq, totals } = await this.#ports.personal.totals(person);
      const week = totals[game]?.week;
      if (seq === seen || !week) return;
      seen = seq;
      const id = idOf(week.week, game, person);
      const place = { owner: ownerOf(week.week, game), rank: week.week * WEEK_RANK + week.halves };
      await this.#weeks.put(id, { person, games: week.games, halves: week.halves }, place);
      // Whoever left meanwhile stands in no table.
      if ((await this.since(person)) === null) {
        await this.#weeks.remove(id);
        return;
      }
    }
  }
}

const ownerOf = (week: number, game: string): string => `${game}/${week}`;
const idOf = (week: number, game: string, person: string): string => `${ownerOf(week, game)}/${person}`;

const scoreOf = (own: number, other: number): Meeting['score'] => (own === other ? 0.5 : own < other ? 1 : 0);

/** The sums of a week with one more game. */
const withGame = (before: Totals['week'], week: number, halves: number): Totals['week'] =>
  before?.week === week
    ? { week, games: before.games + 1, halves: before.halves + halves }
    : { week, games: 1, halves };
