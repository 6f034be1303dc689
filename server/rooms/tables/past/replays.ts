import { matchId } from '../../../../shared/core/ids.ts';
import type { Teller } from '../../../../shared/core/replay.ts';
import {
  MAX_PAGE_STEPS,
  REPLAY_VERSION,
  type ReplayPage,
  type ReplayStep,
} from '../../../../shared/protocol/replay.ts';
import type { TableEvent } from '../../../../shared/table/types.ts';
import { readEntry } from '../../../storage/journal.ts';
import type { EntryStore } from '../../../storage/types.ts';
import type { TableGames } from '../hosted-game.ts';
import type { FinishedGame, FinishedGames } from './finished-games.ts';

/** Entries of one step. */
const STEP = 100;
/** Characters after which a page ends, and entries of a journal after which a replay does. */
const PAGE_CHARACTERS = 48_000;
const MAX_ENTRIES = 30_000;

export interface ReplaysPorts {
  readonly entries: Pick<EntryStore, 'after'>;
  readonly games: TableGames;
  readonly finished: FinishedGames;
  /** The names of people, in any order; none for whoever is not known any more. */
  namesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Which page somebody asks for. */
export interface ReplayWish {
  readonly match: string;
  /** Null for the game that was finished last. */
  readonly number: number | null;
  /** `next` of the page before, or null for the first one. */
  readonly after: number | null;
  /** Who asks; null for somebody without a session. */
  readonly viewer: string | null;
}

type ToldEvent = ReplayStep['events'][number];

/** Finished games as they are shown again, read from their journals. */
export class Replays {
  readonly #ports: ReplaysPorts;

  constructor(ports: ReplaysPorts) {
    this.#ports = ports;
  }

  /**
   * A page of a finished game; null when there is none, and when whoever asks may not see it: of a private table only who
   * played that game may. Stops when nobody waits for it any more. May reject with `Unavailable`.
   */
  async page(
    { match, number, after, viewer }: ReplayWish,
    isWanted: () => boolean,
  ): Promise<ReplayPage | null> {
    const { finished, games } = this.#ports;
    const found = number === null ? await finished.last(match) : await finished.get(match, number);
    const game = found && games.get(found.game);
    if (!found || !game?.replay) return null;
    if (found.visibility === 'private' && !found.people.some((person) => person === viewer)) return null;
    const page = new Page(found, game.replay.begin(), after);
    for (let at = page.after; isWanted(); ) {
      const rows = await this.#ports.entries.after(`match:${match}`, at, STEP);
      if (rows.length === 0) break;
      for (const row of rows) {
        const entry = readEntry(game.table, matchId(match), row, row.seq);
        const isOver = typeof entry === 'string' || row.seq > page.end;
        if (isOver || page.add(entry)) return this.#named(page.answer(isOver ? null : row.seq), found);
      }
      at = rows.at(-1)!.seq;
    }
    return isWanted() ? this.#named(page.answer(null), found) : null;
  }

  /** The page with what people are called today. */
  async #named(page: Unnamed, { game, number, startedAt }: FinishedGame): Promise<ReplayPage> {
    const names = await this.#ports.namesOf([...page.people.keys()]);
    for (const [person, seats] of page.people) for (const seat of seats) seat.name = names.get(person) ?? '';
    return { version: REPLAY_VERSION, game, number, startedAt, steps: page.steps, next: page.next };
  }
}

/** A person in a page who has no name there yet. */
interface Nameless {
  name: string;
  readonly marker: number;
}

interface Unnamed extends Pick<ReplayPage, 'steps' | 'next'> {
  readonly people: ReadonlyMap<string, readonly Nameless[]>;
}

/** What a page of one game tells: facts as everybody may know them, and of the table only who sat where. */
class Page {
  /** The entry before the first one of the page, and the last one of the game. */
  readonly after: number;
  readonly end: number;
  readonly #game: FinishedGame;
  readonly #teller: Teller<unknown>;
  readonly #steps: ReplayStep[] = [];
  readonly #people = new Map<string, Nameless[]>();
  #characters = 0;
  /** Between the facts that opened the game and closed it. */
  #isInGame: boolean;

  constructor(game: FinishedGame, teller: Teller<unknown>, after: number | null) {
    this.#game = game;
    this.#teller = teller;
    this.after = Math.max(game.from - 1, after ?? 0);
    this.end = Math.min(game.to, game.from + MAX_ENTRIES);
    this.#isInGame = this.after >= game.from;
    if (!this.#isInGame) this.#push(0, this.#opening());
  }

  /** Takes the next entry; whether the page is full after it. */
  add(entry: {
    readonly seq: number;
    readonly at: number;
    readonly events: readonly TableEvent<unknown>[];
  }): boolean {
    const told = entry.events.flatMap((event) => this.#tell(event));
    if (told.length > 0) this.#push(Math.max(0, entry.at - this.#game.startedAt), told);
    const isFull = this.#steps.length >= MAX_PAGE_STEPS || this.#characters >= PAGE_CHARACTERS;
    return isFull && !this.#teller.isHolding && entry.seq < this.end;
  }

  answer(next: number | null): Unnamed {
    return { steps: this.#steps, people: this.#people, next };
  }

  #push(at: number, events: ToldEvent[]): void {
    this.#steps.push({ at, events });
    this.#characters += JSON.stringify(events).length;
  }

  #opening(): ToldEvent[] {
    const { game, visibility, number, seats } = this.#game;
    return [
      { type: 'tableOpened', game, name: '', visibility },
      ...seats.map(({ seat, kind, person, name, marker }): ToldEvent => {
        const shown = { name, marker };
        if (kind === 'human') this.#ask(person, shown);
        return { type: 'seatTaken', seat, kind, person: shown };
      }),
      { type: 'gameOpened', number },
    ];
  }

  #tell(event: TableEvent<unknown>): ToldEvent[] {
    if (event.type === 'gameOpened' && event.number === this.#game.number) this.#isInGame = true;
    if (!this.#isInGame) return [];
    switch (event.type) {
      case 'gameEvent':
        return this.#teller.tell(event.event).map((told) => ({ type: 'gameEvent', event: told as never }));
      case 'seatTaken': {
        const { seat, kind, person } = event;
        const shown = { name: kind === 'bot' ? person.name : '', marker: person.marker };
        if (kind === 'human') this.#ask(person.id, shown);
        return [{ type: 'seatTaken', seat, kind, person: shown }];
      }
      case 'seatFreed':
        return [{ type: 'seatFreed', seat: event.seat }];
      case 'gameClosed':
        this.#isInGame = false;
        return [{ type: 'gameClosed' }];
      default:
        return [];
    }
  }

  #ask(person: string, shown: Nameless): void {
    this.#people.set(person, [...(this.#people.get(person) ?? []), shown]);
  }
}
