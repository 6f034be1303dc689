import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { UINT32 } from '../../shared/core/rng.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { Clock, Entropy } from '../../shared/engine/ports.ts';
import type { DailyRank, DailyResult, DailyView, PastDay } from '../../shared/protocol/daily.ts';
import { Shelf } from '../storage/shelf.ts';
import type { Storage } from '../storage/types.ts';
import { Crowd } from './crowd.ts';
import type { DailyGame, Riddle } from './daily-game.ts';
import { beginOf, dayAt, dayOf, isOpen, isPlayable, nameOf, PAST_DAYS } from './days.ts';

const SECRET = 'seed';
/** Words of 32 bits in the secret. */
const SECRET_WORDS = 8;
/** Lines of the table of a day. */
const MAX_RANKS = 50;
/** In the order of the table points count first, then steps. */
const RANK_OF_POINT = 1_000;

const riddleSchema = z.object({ hints: z.array(z.string()), answers: z.array(z.int()) });
const entrySchema = z.object({
  places: z.array(z.int()),
  points: z.int(),
  isCounted: z.boolean(),
  /** Whether they had an account when they placed. Older programs did not store it, and wrote the rank at once. */
  hasAccount: z.boolean().default(false),
  /** Days in a row, this one included. */
  streak: z.int(),
  /** What its places are counted by, which says nothing of who it was. */
  tally: z.string(),
});
const rankSchema = z.object({ person: z.string(), points: z.int() });
type Entry = z.output<typeof entrySchema>;

/** How somebody is shown to others. */
export interface Face {
  readonly name: string;
  readonly marker: number;
  readonly isGone: boolean;
}

export interface DailyPorts {
  readonly game: DailyGame;
  readonly storage: Pick<Storage, 'entries' | 'documents'>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** People by their ids, in the same order. */
  readonly people: { byIds(ids: readonly string[]): Promise<readonly Face[]> };
}

/** Who asks. */
export interface DailyPlayer {
  readonly person: string;
  readonly hasAccount: boolean;
}

/**
 * The game of the day: the same for everybody, once for each person. Everything is in the store, so any process answers
 * any request. All methods may reject with `Unavailable`.
 */
export class Daily {
  readonly #ports: DailyPorts;
  readonly #crowd: Crowd;
  readonly #secrets: Shelf<string>;
  readonly #riddles: Shelf<Riddle>;
  readonly #entries: Shelf<Entry>;
  readonly #ranks: Shelf<z.output<typeof rankSchema>>;

  constructor(ports: DailyPorts) {
    const { documents, entries } = ports.storage;
    this.#ports = ports;
    this.#crowd = new Crowd(entries);
    this.#secrets = new Shelf(documents, 'daily-secret', z.string());
    this.#riddles = new Shelf(documents, RIDDLES, riddleSchema);
    this.#entries = new Shelf(documents, ENTRIES, entrySchema);
    this.#ranks = new Shelf(documents, 'daily-rank', rankSchema);
  }

  /** A day for one person; today without a name. Refuses as `no_day`. */
  async view(player: DailyPlayer, name: string | null): Promise<Result<DailyView, Rejection>> {
    const now = this.#ports.clock.now();
    const day = name === null ? dayAt(now) : dayOf(name);
    if (!isPlayable(day, now)) return err({ code: 'no_day' });
    const riddle = await this.#riddleOf(day);
    const entry = await this.#entries.get(idOf(day, player.person));
    return ok(await this.#viewOf(player, day, riddle, entry));
  }

  /**
   * Places for somebody, once: who has placed before gets what was placed then. Refuses as `no_day`, and as `bad_request`
   * what is no place for each hint.
   */
  async place(
    player: DailyPlayer,
    name: string,
    places: readonly number[],
  ): Promise<Result<DailyView, Rejection>> {
    const { game, clock, entropy } = this.#ports;
    const now = clock.now();
    const day = dayOf(name);
    if (!isPlayable(day, now)) return err({ code: 'no_day' });
    const riddle = await this.#riddleOf(day);
    const isWhole = places.length === riddle.hints.length && places.every((place) => place < game.places);
    if (!isWhole) return err({ code: 'bad_request' });
    const isCounted = isOpen(day, now);
    const before = isCounted ? await this.#entries.get(idOf(day - 1, player.person)) : null;
    const made: Entry = {
      places: [...places],
      points: this.#scores(riddle, places).reduce((sum, { points }) => sum + points, 0),
      isCounted,
      hasAccount: player.hasAccount,
      streak: 1 + (before?.isCounted ? before.streak : 0),
      tally: entropy.unique(),
    };
    const id = idOf(day, player.person);
    const isFirst = await this.#entries.insert(id, made, { owner: player.person, rank: beginOf(day) });
    const entry = isFirst ? made : ((await this.#entries.get(id)) ?? made);
    await this.#crowd.add(day, entry.tally, entry.places);
    if (entry.hasAccount && entry.isCounted) await this.#rank(player.person, day, riddle, entry);
    return ok(await this.#viewOf(player, day, riddle, entry));
  }

  /** Everything that is kept of somebody's days, for themselves, page by page. */
  async *of(person: string): AsyncGenerator<readonly object[]> {
    for await (const [id, { places, points }] of this.#entries.all(person))
      yield [{ day: id.slice(0, 10), places, points }];
  }

  /** Takes away what a person placed; what was counted of it has no name. Repeatable. */
  async *forget(person: string): AsyncGenerator<void> {
    for await (const [id] of this.#entries.all(person)) {
      await this.#ranks.remove(id);
      await this.#entries.remove(id);
      yield;
    }
  }

  /** Takes away a few days from before a moment, epoch ms, for all; resolves to how many. */
  async dropBefore(ms: number, limit: number): Promise<number> {
    const days = [...(await this.#riddles.below(ms, limit)).keys()];
    for (const day of days) {
      await this.#crowd.drop(dayOf(day));
      for await (const [id] of this.#ranks.all(day)) await this.#ranks.remove(id);
      await this.#riddles.remove(day);
    }
    return days.length;
  }

  /** What is asked on a day. Stored when it is first asked for, so that new words change no day that has begun. */
  async #riddleOf(day: number): Promise<Riddle> {
    const name = nameOf(day);
    const found = await this.#riddles.get(name);
    if (found) return found;
    const made = this.#ports.game.riddle(await this.#secret(), day);
    if (await this.#riddles.insert(name, made, { rank: beginOf(day) })) return made;
    return (await this.#riddles.get(name)) ?? made;
  }

  /** Made by whoever needs it first; from then on every process has the same. */
  async #secret(): Promise<string> {
    const found = await this.#secrets.get(SECRET);
    if (found !== null) return found;
    const rng = this.#ports.entropy.rng();
    const words = Array.from({ length: SECRET_WORDS }, () => rng.int(UINT32).toString(16).padStart(8, '0'));
    await this.#secrets.insert(SECRET, words.join(''));
    const stored = await this.#secrets.get(SECRET);
    if (stored === null) throw new Error('The secret of the daily game cannot be read.');
    return stored;
  }

  #scores({ answers }: Riddle, places: readonly number[]) {
    return places.map((place, hint) => this.#ports.game.score(place, answers[hint]!));
  }

  #rank(person: string, day: number, riddle: Riddle, { points, places }: Entry): Promise<void> {
    const steps = this.#scores(riddle, places).reduce((sum, score) => sum + score.steps, 0);
    const place = { owner: nameOf(day), rank: points * RANK_OF_POINT - steps };
    return this.#ranks.put(idOf(day, person), { person, points }, place);
  }

  async #viewOf(player: DailyPlayer, day: number, riddle: Riddle, entry: Entry | null): Promise<DailyView> {
    const now = this.#ports.clock.now();
    const today = dayAt(now);
    const own = await this.#entries.list(player.person, { limit: PAST_DAYS + 2 });
    const past = Array.from({ length: PAST_DAYS }, (_, i): PastDay => {
      const name = nameOf(today - 1 - i);
      return { day: name, points: own.get(`${name}:${player.person}`)?.points ?? null };
    });
    return {
      day: nameOf(day),
      today: nameOf(today),
      now,
      nextAt: beginOf(today + 1),
      hints: riddle.hints,
      streak: streakOf(player.person, own, today),
      past,
      result: entry && (await this.#resultOf(player.person, day, riddle, entry)),
    };
  }

  async #resultOf(person: string, day: number, riddle: Riddle, entry: Entry): Promise<DailyResult> {
    const { places, isCounted } = entry;
    const [counted, ranks] = await Promise.all([
      this.#crowd.of(day, riddle.hints.length),
      this.#ranksOf(person, day),
    ]);
    const points = this.#scores(riddle, places).map((score) => score.points);
    return { places, answers: riddle.answers, points, isCounted, ...counted, ranks };
  }

  async #ranksOf(person: string, day: number): Promise<DailyRank[]> {
    const rows = [...(await this.#ranks.list(nameOf(day), { limit: MAX_RANKS })).values()];
    const faces = await this.#ports.people.byIds(rows.map((row) => row.person));
    return rows.flatMap((row, at): DailyRank[] => {
      const face = faces[at];
      if (!face || face.isGone) return [];
      const place = 1 + rows.filter(({ points }) => points > row.points).length;
      const { name, marker } = face;
      return [{ place, points: row.points, name, marker, isMe: row.person === person }];
    });
  }
}

/** Kinds that go by their age. */
export const ENTRIES = 'daily-entry';
export const RIDDLES = 'daily-riddle';

const idOf = (day: number, person: string): string => `${nameOf(day)}:${person}`;

/** Days in a row up to today, or to yesterday while today is not placed; the oldest one read knows those before it. */
function streakOf(person: string, own: ReadonlyMap<string, Entry>, today: number): number {
  const on = (day: number) => {
    const entry = own.get(idOf(day, person));
    return entry?.isCounted ? entry : null;
  };
  const last = on(today) ? today : today - 1;
  let first = last;
  while (on(first - 1)) first--;
  const oldest = on(first);
  return on(last) && oldest ? last - first + oldest.streak : 0;
}
