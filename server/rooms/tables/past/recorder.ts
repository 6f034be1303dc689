import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { matchId } from '../../../../shared/core/ids.ts';
import type { Log } from '../../../../shared/engine/ports.ts';
import { readEntry } from '../../../storage/journal.ts';
import type { EntryStore } from '../../../storage/types.ts';
import type { TableGame, TableGames } from '../hosted-game.ts';
import { gameOf } from '../match-records.ts';
import type { MatchesOf } from '../matches-of.ts';
import { type FinishedGame, type FinishedGames, keyOf } from './finished-games.ts';
import type { MetPeople } from './met.ts';
import type { PersonalGames, Totals } from './personal-games.ts';
import { type Before, type PlayedGame, PlayedGames } from './played-game.ts';
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
/** Matches of which this process remembers where their last game ended. */
const MAX_READ = 1_000;

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

/** How far a match was read: its last game, the entry that ended it, and the table after that. */
interface Read {
  readonly number: number;
  readonly seq: number;
  readonly next: Before;
}

interface Way {
  /** For this person alone, from the beginning of the match; null for everybody. */
  readonly only: string | null;
  isWanted(): boolean;
}

/**
 * Gives finished games to those who played them. What was finished is read from the journal, so it costs nothing to tell
 * it twice, from two processes, or again after a crash: every step is an insert that happens once.
 */
export class Recorder {
  readonly #ports: RecorderPorts;
  readonly #waiting = new Set<string>();
  readonly #known = new LRUCache<string, true>({ maxSize: MAX_KNOWN, sizeCalculation: () => 1 });
  /** What was read is not read again for the next game of the same match. */
  readonly #read = new LRUCache<string, Read>({ maxSize: MAX_READ, sizeCalculation: () => 1 });
  #running = 0;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
  }

  /** A game of this match may be over: looks at it soon. */
  tell(match: string): void {
    this.#waiting.add(match);
    if (this.#running < AT_ONCE) void this.#work();
  }

  async #work(): Promise<void> {
    this.#running++;
    for (const match of this.#waiting) {
      this.#waiting.delete(match);
      await this.#attempt(match);
    }
    this.#running--;
  }

  async #attempt(match: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await this.record(match);
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

  /** Records the games of a match that are not recorded yet. Repeatable. May reject with `Unavailable`. */
  async record(match: string): Promise<void> {
    await this.#record(match, { only: null, isWanted: () => true });
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
        await this.#record(match, { only: person, isWanted });
      }
    }
    if (isWanted()) this.#known.set(person, true);
  }

  async #record(match: string, way: Way): Promise<void> {
    const { entries, games, finished } = this.#ports;
    const id = matchId(match);
    const last = way.only === null ? await finished.lastRecorded(match) : null;
    let game: TableGame | null = (last && games.get(last.game)) ?? null;
    const known = this.#read.get(match);
    const read = last && known?.number === last.number ? known : null;
    let played: PlayedGames | null = null;
    for (let after = read?.seq ?? (last ? last.from - 1 : 0); way.isWanted(); ) {
      const rows = await entries.after(`match:${match}`, after, STEP);
      const [first] = rows;
      if (!first) return;
      game ??= gameOf(games, id, first);
      if (!game) return;
      played ??= new PlayedGames(game, read?.next ?? last);
      for (const row of rows) {
        const entry = readEntry(game.table, id, row, row.seq);
        if (typeof entry === 'string') return;
        for (const over of played.add(entry)) {
          if (!isAfter(over, last)) continue;
          await this.#keep(match, over, way);
          if (way.only === null)
            this.#read.set(match, { number: over.number, seq: entry.seq, next: played.next });
        }
      }
      after = rows.at(-1)!.seq;
    }
  }

  /** Gives a game to everybody who played it, and notes last that this was done. */
  async #keep(match: string, played: PlayedGame, way: Way): Promise<void> {
    const { finished, personal, ranked, met } = this.#ports;
    const { players, people: _people, seats: _seats, ...game } = played;
    const key = keyOf(match, played.number);
    // Whoever finds it in a list can watch it.
    const { players: _players, isOfRivals: _isOfRivals, ...kept } = played;
    await finished.add(match, kept);
    const finishers = await ranked.finishers(key, played);
    for (const { person, place, points, counts } of players) {
      if (person === null || (way.only !== null && person !== way.only)) continue;
      if (!(await this.#ports.exists(person))) continue;
      if (way.only === null) await this.catchUp(person, way.isWanted, match);
      const row = { match, number: game.number, endedAt: game.endedAt, place, points, counts };
      const finish = finishers.get(person) ?? unranked;
      await personal.add(person, key, { game: game.game, ...row, players: players.map(nameless) }, finish);
      if (finishers.has(person)) await ranked.show(person, game.game);
      // Whoever was forgotten meanwhile has no list.
      if (!(await this.#ports.exists(person))) for await (const _ of this.#ports.forget(person));
    }
    if (way.only !== null) return;
    await met.meet(played.people, played.endedAt);
    await finished.recorded(match, played.number);
  }
}

const isAfter = ({ number }: PlayedGame, last: FinishedGame | null): boolean => number > (last?.number ?? 0);

const unranked = ({ rating, week }: Totals): Pick<Totals, 'rating' | 'week'> => ({ rating, week });

const nameless = ({ person, name, place }: PlayedGame['players'][number]) => ({ person, name, place });
