import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { matchId } from '../../../../shared/core/ids.ts';
import type { Log } from '../../../../shared/engine/ports.ts';
import { initialTable } from '../../../../shared/table/state.ts';
import { readEntry } from '../../../storage/journal.ts';
import type { EntryStore } from '../../../storage/types.ts';
import type { TableGame, TableGames } from '../hosted-game.ts';
import { gameOf } from '../match-records.ts';
import type { MatchesOf } from '../matches-of.ts';
import { type FinishedGame, type FinishedGames, keyOf } from './finished-games.ts';
import type { MetPeople } from './met.ts';
import type { NewGame, PersonalGames, Totals } from './personal-games.ts';
import { type PlayedBy, type PlayedGame, PlayedGames, tableBefore } from './played-game.ts';
import type { Ranked } from './ranked.ts';

/** Entries of one step. */
const STEP = 100;
/** Matches that are looked at side by side. */
const AT_ONCE = 2;
/** Matches of before there were lists that are looked through for somebody. */
const OLD_MATCHES = 30;
/** How often a match is looked at again when the store is away, and the first pause, ms; doubled each time. */
const TRIES = 6;
const REST_MS = 1_000;
/** People whose old matches were looked through in this process. */
const MAX_KNOWN = 20_000;

export interface RecorderPorts {
  readonly entries: Pick<EntryStore, 'after'>;
  readonly games: TableGames;
  readonly finished: FinishedGames;
  readonly personal: PersonalGames;
  readonly ranked: Ranked;
  readonly matches: Pick<MatchesOf, 'of'>;
  readonly met: Pick<MetPeople, 'meet'>;
  /** Whether somebody is still known here. */
  exists(person: string): Promise<boolean>;
  /** Takes away whatever is kept of somebody's games. */
  forget(person: string): AsyncIterable<unknown>;
  readonly log: Log;
}

interface Way {
  /** For this person alone, from the beginning of the match; null for everybody. */
  readonly only: string | null;
  isWanted(): boolean;
}

/**
 * Gives finished games to those who played them. What no table saw from its beginning to its end is read from the journal,
 * and every step is an insert that happens once: so it may be told twice, from two processes, or again after a crash.
 */
export class Recorder {
  readonly #ports: RecorderPorts;
  /** By match, the game that is over, as its table saw it; null: it is to be read. */
  readonly #waiting = new Map<string, PlayedGame | null>();
  readonly #known = new LRUCache<string, true>({ maxSize: MAX_KNOWN, sizeCalculation: () => 1 });
  #running = 0;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
  }

  /** A game of this match may be over: looks at it soon. @param seen the game, where the table saw all of it */
  tell(match: string, seen: PlayedGame | null): void {
    this.#waiting.set(match, this.#waiting.has(match) ? null : seen);
    if (this.#running < AT_ONCE) void this.#work();
  }

  async #work(): Promise<void> {
    this.#running++;
    for (const [match, seen] of this.#waiting) {
      this.#waiting.delete(match);
      await this.#attempt(match, seen);
    }
    this.#running--;
  }

  async #attempt(match: string, seen: PlayedGame | null): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await this.record(match, seen);
        return;
      } catch (error) {
        const isLast = tries === TRIES - 1;
        const words = isLast ? 'a finished game is in no list' : 'a finished game has to wait';
        this.#ports.log[isLast ? 'error' : 'warn']({ err: error, match }, words);
        if (isLast) return;
        await pause(REST_MS * 2 ** tries, null, { ref: false });
      }
    }
  }

  /**
   * Records the games of a match that are not recorded yet. Repeatable. May reject with `Unavailable`.
   * @param seen the last of them, where the table saw all of it: nothing is read when it is the only one
   */
  async record(match: string, seen: PlayedGame | null = null): Promise<void> {
    const last = await this.#ports.finished.lastRecorded(match);
    const way: Way = { only: null, isWanted: () => true };
    if (seen?.number === (last?.number ?? 0) + 1) await this.#keep(match, seen, way);
    else await this.#read(match, last, way);
  }

  /**
   * Looks through the last matches of somebody who has no list yet: they may be from before there were any. Stops when
   * nobody waits for it any more. May reject with `Unavailable`.
   */
  async catchUp(person: string, isWanted: () => boolean, except = ''): Promise<void> {
    if (this.#known.has(person)) return;
    const { matches, personal } = this.#ports;
    if (await personal.isEmpty(person)) {
      const old = (await matches.of(person)).filter((match) => match !== except).slice(0, OLD_MATCHES);
      for (const match of old.reverse()) {
        if (!isWanted()) return;
        await this.#read(match, null, { only: person, isWanted });
      }
    }
    if (isWanted()) this.#known.set(person, true);
  }

  /** Reads what comes after the last game that was recorded, and keeps the games in it. */
  async #read(match: string, last: FinishedGame | null, way: Way): Promise<void> {
    const { entries, games } = this.#ports;
    const id = matchId(match);
    let game: TableGame | null = (last && games.get(last.game)) ?? null;
    let played: PlayedGames | null = null;
    for (let after = last ? last.from - 1 : 0; way.isWanted(); ) {
      const rows = await entries.after(`match:${match}`, after, STEP);
      const [first] = rows;
      if (!first) return;
      game ??= gameOf(games, id, first);
      if (!game) return;
      played ??= new PlayedGames(game, last ? tableBefore(last) : initialTable);
      for (const row of rows) {
        const entry = readEntry(game.table, id, row, row.seq);
        if (typeof entry === 'string') return;
        for (const over of played.add(entry)) if (isAfter(over, last)) await this.#keep(match, over, way);
      }
      after = rows.at(-1)!.seq;
    }
  }

  /** Gives a game to everybody who played it, and notes last that this was done. */
  async #keep(match: string, played: PlayedGame, way: Way): Promise<void> {
    const { finished, ranked, met } = this.#ports;
    // Whoever finds it in a list can watch it.
    const { players, isOfRivals: _isOfRivals, ...kept } = played;
    await finished.add(match, kept);
    const finishers = await ranked.finishers(keyOf(match, played.number), played);
    // Side by side: what they ask of the store goes together.
    await Promise.all(players.map((player) => this.#give(match, played, player, finishers, way)));
    if (way.only !== null) return;
    await met.meet(played.people, played.endedAt);
    await finished.recorded(match, played.number);
  }

  /** Puts a game into the list of one of those who played it. */
  async #give(
    match: string,
    { game, number, endedAt, players }: PlayedGame,
    { person, place, points, counts }: PlayedBy,
    finishers: Finishers,
    way: Way,
  ): Promise<void> {
    const { personal, ranked, exists, forget } = this.#ports;
    if (person === null || (way.only !== null && person !== way.only)) return;
    if (!(await exists(person))) return;
    if (way.only === null) await this.catchUp(person, way.isWanted, match);
    const all = players.map(nameless);
    const row: NewGame = { game, match, number, endedAt, place, points, counts, players: all };
    await personal.add(person, keyOf(match, number), row, finishers.get(person) ?? unranked);
    if (finishers.has(person)) await ranked.show(person, game);
    // Whoever was forgotten meanwhile has no list.
    if (!(await exists(person))) for await (const _ of forget(person));
  }
}

const isAfter = ({ number }: PlayedGame, last: FinishedGame | null): boolean => number > (last?.number ?? 0);

type Finishers = Awaited<ReturnType<Ranked['finishers']>>;

const unranked = ({ rating, week }: Totals): Pick<Totals, 'rating' | 'week'> => ({ rating, week });

const nameless = ({ person, name, place }: PlayedGame['players'][number]) => ({ person, name, place });
