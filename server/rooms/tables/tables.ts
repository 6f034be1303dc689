import { setTimeout } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import type { TableCard } from '../../../shared/chat/types.ts';
import type { GameAbout } from '../../../shared/core/about.ts';
import { matchId } from '../../../shared/core/ids.ts';
import { FIRST_LANGUAGE, type Language } from '../../../shared/core/languages.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Entropy, Log } from '../../../shared/engine/ports.ts';
import type {
  LiveTables,
  MyTable,
  PublicTable,
  TableFilter,
  TableSeat,
} from '../../../shared/protocol/http.ts';
import type { TableRow } from '../../../shared/protocol/operate-wire.ts';
import type { Person, TableSetup, TableSystemCommand, Visibility } from '../../../shared/table/types.ts';
import { type Found, nameOf, partsOf } from '../../directory/directory.ts';
import type { Topics } from '../../infra/topics.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED, type Visitor } from '../guard/member.ts';
import { type RoomPlan, TooMany } from '../guard/room-plan.ts';
import type { Answer, Rooms } from '../guard/rooms.ts';
import { type Silenced, TABLE_ROOM, type TalkInfo, talkOf } from '../table-talk.ts';
import type { TableIntroduction } from './GameRoom.ts';
import {
  ALL_TABLES,
  EVERY,
  joinable,
  PUBLIC,
  publicList,
  TABLES_CHANGED,
  type TableListing,
  tablesBy,
} from './listing.ts';
import { makeCode } from './table-names.ts';

/** Tables one person may have open at once. */
const MAX_OWN_TABLES = 3;
/** Characters of a seat ticket: 132 random bits. */
const TICKET_LENGTH = 22;
/** Open tables among which a short code is soon found that is free: a fifth of all short codes. */
const MAX_SHORT = 1_000;
/** Public tables in the list: more than anybody reads through. */
const MAX_LISTED = 100;
/** Tables that "Play now" tries for a seat before it makes one. */
const MAX_TRIED = 10;
/** Tables that are opened side by side after a restart. */
const RESUMED_AT_ONCE = 8;
/** How often those that could not be opened are tried, and the first pause in between, ms; doubled each time. */
const RESUME_TRIES = 10;
const RESUME_REST_MS = 250;

/** The tables that are open, as kept for the time after a restart. All may reject when the store is away. */
export interface TableDirectory {
  /** False when a table that is still open has this code. */
  add(setup: TableSetup): Promise<boolean>;
  find(code: string): Promise<TableSetup | null>;
  all(): Promise<TableSetup[]>;
  /** Forgets this table, and not a later one that has the same code. */
  remove(setup: TableSetup): Promise<void>;
}

interface TablesPorts {
  readonly rooms: Rooms;
  /** What can be played; the first where nobody asked for another. */
  readonly games: readonly [GameAbout, ...GameAbout[]];
  /** Whether these are options that a host of this game could choose. */
  hasOptions(game: string, options: unknown): boolean;
  readonly maxTables: number;
  readonly directory: TableDirectory;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly topics: Topics;
  /** Makes the conversation of a new table. */
  addTalk(setup: TableSetup): Promise<void>;
  /** Takes it back when the table could not be opened. */
  dropTalk(setup: TableSetup): Promise<void>;
  /** Whether a code must not be shown to people. */
  isRude(code: string): boolean;
  /** Codes of the tables somebody sat down at last, the newest first. */
  lastCodes(person: string): Promise<readonly string[]>;
}

/** How a table is wanted. */
interface Wanted {
  readonly game?: string | undefined;
  readonly language?: Language | undefined;
  /** One of the game's modes; without it, the game's own way. */
  readonly mode?: string | undefined;
}

/** How somebody comes to a table. */
interface Way {
  readonly wantsSeat: boolean;
  readonly isScreen?: boolean | undefined;
  readonly password?: string | null | undefined;
}

/** Finds, makes and opens tables, on whichever process they live. */
export class Tables {
  readonly #ports: TablesPorts;

  constructor(ports: TablesPorts) {
    this.#ports = ports;
  }

  /**
   * Makes a table for a game, the first without a name, and answers when it is open. Refusals: `unknown_game`,
   * `bad_request` for options that the game does not have, `too_many_tables`, `server_full`, `unavailable`.
   */
  async create(
    owner: Person,
    {
      visibility,
      game,
      language,
      mode,
      options,
    }: Wanted & { readonly visibility: Visibility; readonly options?: unknown },
  ): Promise<Result<{ readonly code: string }, Rejection>> {
    const about = this.#game(game, mode);
    if (!about) return err({ code: 'unknown_game' });
    if (options !== undefined && !this.#ports.hasOptions(about.name, options))
      return err({ code: 'bad_request' });
    return this.#create(owner, { visibility, game: about.name, bots: 0, language, mode, options });
  }

  /** A game that has this mode; undefined when there is none. */
  #game(name: string | undefined, mode: string | undefined): GameAbout | undefined {
    const { games } = this.#ports;
    const about = name === undefined ? games[0] : games.find((game) => game.name === name);
    return mode === undefined || about?.modes?.some((each) => each.name === mode) ? about : undefined;
  }

  async #create(
    owner: Person,
    wanted: Pick<TableSetup, 'visibility' | 'game' | 'bots' | 'language' | 'mode' | 'options'>,
  ): Promise<Result<{ readonly code: string }, Rejection>> {
    const [all = 0, mine = 0] = await this.#ports.rooms.counted([ALL_TABLES, tablesBy(owner.id)]);
    if (all >= this.#ports.maxTables) return err({ code: 'server_full' });
    if (mine >= MAX_OWN_TABLES) return err({ code: 'too_many_tables' });
    const rng = this.#ports.entropy.rng();
    for (let tries = 0; ; tries++) {
      const isLong = wanted.visibility === 'private' || all > MAX_SHORT || tries > 3;
      const code = makeCode(isLong ? 3 : 2, rng);
      if (this.#ports.isRude(code)) continue;
      const setup: TableSetup = {
        code,
        matchId: matchId(nanoid(TICKET_LENGTH)),
        name: `Table ${code}`,
        ...wanted,
        owner: owner.id,
      };
      if (!(await this.#ports.directory.add(setup))) continue;
      const refusal = await this.#openNew(setup);
      return refusal ? err(refusal) : ok({ code });
    }
  }

  /** Opens a table that was promised, unless there are too many by now; if not, nothing is left of it. */
  async #openNew(setup: TableSetup): Promise<Rejection | null> {
    const { rooms, maxTables, directory, log, addTalk, dropTalk } = this.#ports;
    let refusal: Rejection = { code: 'unavailable' };
    try {
      await addTalk(setup);
      if (await rooms.open(this.#plan(setup.code, { all: maxTables, own: MAX_OWN_TABLES }))) return null;
    } catch (error) {
      if (error instanceof TooMany)
        refusal = { code: error.quota === ALL_TABLES ? 'server_full' : 'too_many_tables' };
      else log.warn({ err: error, code: setup.code }, 'a new table could not be opened');
    }
    Promise.all([directory.remove(setup), dropTalk(setup)]).catch((error: unknown) => {
      log.warn({ err: error, code: setup.code }, 'a table that was never opened stays in the directory');
    });
    return refusal;
  }

  /** The open tables where somebody has a seat, the newest first; none while that cannot be read. */
  async mine(person: string): Promise<MyTable[]> {
    try {
      const codes = await this.#ports.lastCodes(person);
      const found = await this.#ports.rooms.find(TABLE_ROOM, codes);
      return codes.flatMap((code) => {
        const table = found.get(code)?.about as TableListing | undefined;
        if (!table?.seated.includes(person)) return [];
        const { game, name, phase, progress = null } = table;
        return [{ code, game, name, phase, progress }];
      });
    } catch (error) {
      this.#ports.log.warn({ err: error }, 'the tables of a person could not be found');
      return [];
    }
  }

  /** Whether somebody sat down at a table with this code lately. May reject when the store is away. */
  async hasSatAt(person: string, code: string): Promise<boolean> {
    return (await this.#ports.lastCodes(person)).includes(code);
  }

  /**
   * At which of the public tables with a free seat these people are now, by their ids: of the hundred with the most company.
   * Nobody while the directory cannot be asked.
   */
  async whereAre(people: readonly string[]): Promise<Map<string, Pick<MyTable, 'code' | 'game' | 'name'>>> {
    const wanted = new Set(people);
    const where = new Map<string, Pick<MyTable, 'code' | 'game' | 'name'>>();
    try {
      for (const { key, about } of await this.#ports.rooms.top(publicList({ free: '1' }), MAX_LISTED)) {
        // A process of an older program does not say who is there.
        const { game, name, present = [] } = about as Partial<Pick<TableListing, 'present'>> & TableListing;
        for (const id of present)
          if (wanted.has(id) && !where.has(id)) where.set(id, { code: partsOf(key).id, game, name });
      }
    } catch (error) {
      this.#ports.log.warn({ err: error }, 'where people are could not be found');
    }
    return where;
  }

  /**
   * The table where this person is already playing this game; else a public one with a seat, preferring company; a new one
   * with bots when there is none. When a mode is wanted, one where that is played. Refusals as those of `create`.
   */
  async quickPlay(
    person: Person,
    { game: wanted, language, mode }: Wanted = {},
  ): Promise<Result<{ readonly code: string }, Rejection>> {
    const about = this.#game(wanted, mode);
    if (!about) return err({ code: 'unknown_game' });
    const { name: game, quickBots } = about;
    const mine = await this.mine(person.id);
    const running = mine.find((table) => table.game === game && table.phase !== 'over');
    if (running) return ok({ code: running.code });
    const open = await this.#ports.rooms.top(joinable(game), mode === undefined ? MAX_TRIED : MAX_LISTED);
    const fitting = open.filter(
      ({ about: listed }) => mode === undefined || (listed as TableListing).mode === mode,
    );
    for (const { key } of fitting.slice(0, MAX_TRIED)) {
      const code = partsOf(key).id;
      if (await this.#admits(code, person)) return ok({ code });
    }
    // The visitor takes the seat of one.
    return this.#create(person, { visibility: 'public', game, bots: quickBots + 1, language, mode });
  }

  /**
   * Reserves a connection. Refusals: `no_table`, `kicked`, `table_full`, `busy`, `gone`, `password_wanted`,
   * `wrong_table_password`. Rejects with `Unavailable` when the
   * table cannot be reached now.
   */
  async seat(
    by: Visitor,
    code: string,
    { wantsSeat, isScreen = false, password = null }: Way,
  ): Promise<Result<TableSeat, Rejection>> {
    const ticket = nanoid(TICKET_LENGTH);
    const member: Member = { ...by, wantsSeat, isScreen };
    const asked = await this.#ask<Result<TableIntroduction, Rejection>>(code, 'promiseSeat', [
      member,
      ticket,
      password,
    ]);
    if (!asked) return err({ code: 'no_table' });
    if (!asked.value.ok) return asked.value;
    const processId = nameOf(asked.process);
    const reservation = { name: TABLE_ROOM, sessionId: ticket, roomId: code, processId };
    return ok({ ...asked.value.value, reservation });
  }

  /** The public tables of one kind that people are at, fullest first, and how many people are at any public tables. */
  async list(filter: TableFilter = {}): Promise<LiveTables> {
    const { rooms } = this.#ports;
    const [found, { people }] = await Promise.all([
      rooms.top(publicList(filter), MAX_LISTED),
      rooms.totals(PUBLIC),
    ]);
    const tables = found.map(publicOf).sort((a, b) => b.people - a.people || a.code.localeCompare(b.code));
    return { tables, people };
  }

  /** Some of all open tables, fullest first, and how many there are; for those who look after the server. */
  async every(limit: number): Promise<{ readonly tables: TableRow[]; readonly total: number }> {
    const { rooms } = this.#ports;
    const [found, { rooms: total }] = await Promise.all([rooms.top(EVERY, limit), rooms.totals(EVERY)]);
    return { tables: found.map(rowOf), total };
  }

  /** An open table, for those who look after the server; null when there is none. */
  async row(code: string): Promise<(TableRow & Pick<TableListing, 'seated'>) | null> {
    const found = (await this.#ports.rooms.find(TABLE_ROOM, [code])).get(code);
    return found ? { ...rowOf(found), seated: (found.about as TableListing).seated } : null;
  }

  /** Closes a table, or sends somebody away from it for good. Refusals: `no_table`, `gone`, `no_change`. */
  async operate(
    code: string,
    command: Extract<TableSystemCommand, { type: 'close' | 'expel' }>,
  ): Promise<Result<null, Rejection>> {
    const asked = await this.#ask<Rejection | null>(code, 'operate', [command]);
    if (!asked) return err({ code: 'no_table' });
    return asked.value ? err(asked.value) : ok(null);
  }

  /** Who is at a table, and its talk; null when there is no such table. */
  async whoIsAt(code: string): Promise<{ readonly people: Person[]; readonly talk: string } | null> {
    const [asked, setup] = await Promise.all([
      this.#ask<Person[]>(code, 'peopleHere', [MAX_LISTED]),
      this.#ports.directory.find(code),
    ]);
    return asked && setup ? { people: asked.value, talk: talkOf(setup.matchId) } : null;
  }

  /** How a conversation invites to a table; null when there is no such table open. */
  async card(code: string): Promise<TableCard | null> {
    const id = code.toUpperCase();
    const found = (await this.#ports.rooms.find(TABLE_ROOM, [id])).get(id);
    if (!found) return null;
    const { name, game } = found.about as TableListing;
    return { type: 'table', code: id, name, game };
  }

  /**
   * What the talk of a table needs to know at this moment; null when the table is closed, whoever has its code now. One
   * that sleeps is opened: it may be in the middle of a round. The table hears who may not write there. Rejects when it
   * does not answer.
   */
  async talkInfo(code: string, talk: string, silenced: readonly Silenced[] = []): Promise<TalkInfo | null> {
    return (await this.#ask<TalkInfo | null>(code, 'talkInfo', [talk, silenced]))?.value ?? null;
  }

  /** Calls back whenever the list may have changed, on any process; returns how to stop. */
  onChange(notify: () => void): () => void {
    return this.#ports.topics.subscribe(TABLES_CHANGED, notify).stop;
  }

  /** Tells every room that somebody has a new name or marker. */
  rename(person: ChangedPerson): void {
    this.#ports.topics.publish(PERSON_CHANGED, person);
  }

  /**
   * Opens every table that was open when the server ended, a few at a time, so that no clock stands still. A table that
   * nobody returns to closes itself after the usual time.
   */
  async resumeAll(): Promise<void> {
    const { directory, log } = this.#ports;
    let left: string[] | null = null;
    for (let tries = 0; tries < RESUME_TRIES && left?.length !== 0; tries++) {
      if (tries > 0) await setTimeout(RESUME_REST_MS * 2 ** tries, undefined, { ref: false });
      try {
        left ??= (await directory.all()).map(({ code }) => code);
        left = await this.#resume(left);
      } catch (error) {
        log.warn({ err: error }, 'open tables could not be read');
      }
    }
    if (left?.length !== 0) log.error({ tables: left?.length }, 'open tables could not be resumed');
  }

  /** Opens tables; resolves to those that it could not open. */
  async #resume(codes: string[]): Promise<string[]> {
    const failed: string[] = [];
    const next = async (): Promise<void> => {
      for (let code = codes.pop(); code !== undefined; code = codes.pop()) {
        try {
          await this.#ports.rooms.open(this.#plan(code));
        } catch (error) {
          failed.push(code);
          this.#ports.log.warn({ err: error, code }, 'a table could not be resumed');
        }
      }
    };
    await Promise.all(Array.from({ length: RESUMED_AT_ONCE }, next));
    return failed;
  }

  /**
   * Opens tables that belonged to a process which died, so that no clock stands still. One that cannot be opened now is
   * as soon as somebody asks for it.
   */
  async adopt(codes: readonly string[]): Promise<void> {
    await this.#resume([...codes]);
  }

  /** The room of a table, and what it counts for. */
  #plan(
    code: string,
    { all, own } = { all: Number.POSITIVE_INFINITY, own: Number.POSITIVE_INFINITY },
  ): RoomPlan {
    return {
      kind: TABLE_ROOM,
      id: code,
      setup: async () => {
        const setup = await this.#ports.directory.find(code);
        if (!setup) return null;
        const quotas = [
          { name: ALL_TABLES, most: all },
          { name: tablesBy(setup.owner), most: own },
        ];
        return { setup, quotas };
      },
    };
  }

  /** Asks a table, which is opened when it sleeps, as after a restart; null when there is no such table. */
  #ask<T>(code: string, method: string, args: readonly unknown[]): Promise<Answer<T> | null> {
    return this.#ports.rooms.ask(this.#plan(code), method, args);
  }

  /** Whether somebody would be let in now; a table that says nothing lets nobody in. */
  async #admits(code: string, person: Person): Promise<boolean> {
    try {
      return (await this.#ask<Rejection | null>(code, 'admits', [{ person }]))?.value === null;
    } catch (error) {
      this.#ports.log.warn({ err: error, code }, 'a table does not answer');
      return false;
    }
  }
}

function publicOf({ key, about }: Pick<Found, 'key' | 'about'>): PublicTable {
  const listed = about as TableListing;
  const { game, name, phase, seats, bots, maxSeats, people } = listed;
  // A process of an earlier program says nothing of these.
  const {
    progress = null,
    mode = '',
    language = FIRST_LANGUAGE,
    watchers = 0,
    isFree = seats < maxSeats,
  } = listed;
  const rest = { mode, language, watchers, isFree };
  return { code: partsOf(key).id, game, name, phase, progress, seats, bots, maxSeats, people, ...rest };
}

const rowOf = (found: Pick<Found, 'key' | 'about'>): TableRow => ({
  ...publicOf(found),
  visibility: (found.about as TableListing).visibility,
});
