import {
  GAMES_PAGE,
  type GamesAnswer,
  type PastGame,
  type StatisticsAnswer,
  type WeekAnswer,
} from '../../../../shared/protocol/games.ts';
import { type FinishedGames, keyOf } from './finished-games.ts';
import type { MetPeople } from './met.ts';
import type { PersonalGames } from './personal-games.ts';
import { type Ranked, weekBegan, weekOf } from './ranked.ts';
import type { Recorder } from './recorder.ts';

/** Lines of the table of the week. */
const MAX_WEEK = 20;

/** How people are shown today. */
export interface Faces {
  /** By id; nobody who is not known any more. */
  facesOf(
    people: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly name: string; readonly marker: number }>>;
}

export interface PastPorts extends Faces {
  readonly finished: FinishedGames;
  readonly personal: PersonalGames;
  readonly ranked: Ranked;
  readonly met: MetPeople;
  readonly recorder: Recorder;
  readonly clock: { now(): number };
}

/** The games that people have played, as they see them, and what becomes of it. All may reject with `Unavailable`. */
export class Past {
  readonly #ports: PastPorts;

  constructor(ports: PastPorts) {
    this.#ports = ports;
  }

  /** Games of a person, the newest first. @param before `next` of the page before @param game one kind, or null for all */
  async page(
    person: string,
    { before, game }: { readonly before: number | null; readonly game: string | null },
    isWanted: () => boolean,
  ): Promise<GamesAnswer> {
    const { personal, finished, recorder } = this.#ports;
    await recorder.catchUp(person, isWanted);
    const found = await personal.page(person, before, GAMES_PAGE, game);
    const keys = found.map(({ row }) => keyOf(row.match, row.number));
    const people = new Set(found.flatMap(({ row }) => row.players.flatMap((each) => each.person ?? [])));
    const [kept, faces] = await Promise.all([finished.kept(keys), this.#ports.facesOf([...people])]);
    const games = found.map(({ row, game: name }, i): PastGame => {
      const { match, number, endedAt, place, points } = row;
      const players = row.players.map((each) => ({
        name: each.person === null ? each.name : (faces.get(each.person)?.name ?? ''),
        isBot: each.person === null,
        isMe: each.person === person,
        place: each.place,
      }));
      return { match, number, game: name, endedAt, place, points, players, hasReplay: kept.has(keys[i]!) };
    });
    return { games, next: found.length < GAMES_PAGE ? null : (found.at(-1)?.seq ?? null) };
  }

  /** @param hasAccount whoever has none takes no part in ratings */
  async statistics(person: string, hasAccount: boolean): Promise<StatisticsAnswer> {
    const [{ totals }, since] = await Promise.all([
      this.#ports.personal.totals(person),
      this.#ports.ranked.since(person),
    ]);
    const isIn = hasAccount && since !== null;
    const games = Object.entries(totals).map(([game, { played, won, counts, rating }]) => ({
      ...{ game, played, won, counts },
      rating: isIn && rating ? { rating: rating.rating, deviation: rating.deviation } : null,
    }));
    return { games, isRanked: hasAccount ? isIn : null };
  }

  /** Takes part in ratings and the table of the week, or does not any more. */
  rank(person: string, isIn: boolean): Promise<void> {
    const { ranked, clock } = this.#ports;
    return isIn ? ranked.join(person, clock.now()) : ranked.leave(person, clock.now());
  }

  /** The table of this week. @param viewer who asks */
  async week(game: string, viewer: string): Promise<WeekAnswer> {
    const week = weekOf(this.#ports.clock.now());
    const rows = await this.#ports.ranked.week(game, week, MAX_WEEK);
    const faces = await this.#ports.facesOf(rows.map(({ person }) => person));
    const lines = rows.flatMap(({ person, games, halves }) => {
      const face = faces.get(person);
      return face ? [{ ...face, isMe: person === viewer, games, points: halves / 2 }] : [];
    });
    return { since: weekBegan(week), lines };
  }

  /** Everything that is kept about somebody's games: names with a value, or with pages of a long list. */
  async *collect(person: string): AsyncGenerator<[name: string, value: unknown]> {
    const { personal, ranked } = this.#ports;
    yield ['games', personal.all(person)];
    yield ['gameTotals', (await personal.totals(person)).totals];
    yield ['takesPartInRatingsSince', await ranked.since(person)];
  }

  /** Forgets all of it, in small steps. Repeatable. */
  async *forget(person: string): AsyncGenerator<void> {
    yield* forgetGames(person, this.#ports);
  }
}

/** Takes everything away that is kept about somebody's games, in small steps. Repeatable. */
export async function* forgetGames(
  person: string,
  { personal, ranked, met, clock }: Pick<PastPorts, 'personal' | 'ranked' | 'met' | 'clock'>,
): AsyncGenerator<void> {
  await ranked.leave(person, clock.now());
  yield;
  yield* met.forget(person);
  yield* personal.drop(person);
}
