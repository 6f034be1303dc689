import { setTimeout } from 'node:timers/promises';
import { type IRoomCache, matchMaker } from '@colyseus/core';
import { nanoid } from 'nanoid';
import type { TableCard } from '../../../shared/chat/types.ts';
import type { GameAbout } from '../../../shared/core/about.ts';
import { matchId } from '../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Entropy, Log } from '../../../shared/engine/ports.ts';
import type { MyTable, PublicTable, TableSeat } from '../../../shared/protocol/http.ts';
import type { Person, TableSetup, Visibility } from '../../../shared/table/types.ts';
import type { Topics } from '../../infra/topics.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED, type Visitor } from '../guard/member.ts';
import { findRoom, openOnce } from '../guard/open-once.ts';
import type { TalkInfo } from '../table-talk.ts';
import { TABLES_CHANGED, type TableListing } from './listing.ts';
import { makeCode } from './table-names.ts';

/** The name that rooms of tables are defined under, whatever is played at them. */
export const TABLE_ROOM = 'table';
/** Tables one person may have open at once. */
const MAX_OWN_TABLES = 3;
/** Characters of a seat ticket: 132 random bits. */
const TICKET_LENGTH = 22;
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
  /** What can be played; the first where nobody asked for another. */
  readonly games: readonly [GameAbout, ...GameAbout[]];
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

type TableRow = IRoomCache & { readonly metadata: TableListing };

/** Finds, makes and opens tables through matchmaking, on whichever process they live. */
export class Tables {
  readonly #ports: TablesPorts;

  constructor(ports: TablesPorts) {
    this.#ports = ports;
  }

  /**
   * Makes a table for a game, the first without a name, and answers when it is open. Refusals: `unknown_game`,
   * `too_many_tables`, `server_full`, `unavailable`.
   */
  async create(
    owner: Person,
    { visibility, game }: { readonly visibility: Visibility; readonly game?: string | undefined },
  ): Promise<Result<{ readonly code: string }, Rejection>> {
    const about = this.#game(game);
    return about
      ? this.#create(owner, { visibility, game: about.name, bots: 0 })
      : err({ code: 'unknown_game' });
  }

  #game(name: string | undefined): GameAbout | undefined {
    const { games } = this.#ports;
    return name === undefined ? games[0] : games.find((game) => game.name === name);
  }

  async #create(
    owner: Person,
    wanted: Pick<TableSetup, 'visibility' | 'game' | 'bots'>,
  ): Promise<Result<{ readonly code: string }, Rejection>> {
    const rows = await this.#rows();
    if (rows.length >= this.#ports.maxTables) return err({ code: 'server_full' });
    if (rows.filter((row) => row.metadata.owner === owner.id).length >= MAX_OWN_TABLES) {
      return err({ code: 'too_many_tables' });
    }
    const rng = this.#ports.entropy.rng();
    for (let tries = 0; ; tries++) {
      const code = makeCode(wanted.visibility === 'private' || tries > 50 ? 3 : 2, rng);
      if (this.#ports.isRude(code)) continue;
      const setup: TableSetup = {
        code,
        matchId: matchId(nanoid(TICKET_LENGTH)),
        name: `Table ${code}`,
        ...wanted,
        owner: owner.id,
      };
      if (!(await this.#ports.directory.add(setup))) continue;
      return (await this.#openNew(setup)) ? ok({ code }) : err({ code: 'unavailable' });
    }
  }

  /** Whether a table that was promised is open; if not, nothing is left of it. */
  async #openNew(setup: TableSetup): Promise<boolean> {
    const { directory, log, addTalk, dropTalk } = this.#ports;
    try {
      await addTalk(setup);
      if (await this.#open(setup.code)) return true;
    } catch (error) {
      log.warn({ err: error, code: setup.code }, 'a new table could not be opened');
    }
    Promise.all([directory.remove(setup), dropTalk(setup)]).catch((error: unknown) => {
      log.warn({ err: error, code: setup.code }, 'a table that was never opened stays in the directory');
    });
    return false;
  }

  /** The open tables where somebody has a seat, the newest first; none while that cannot be read. */
  async mine(person: string): Promise<MyTable[]> {
    try {
      const codes = await this.#ports.lastCodes(person);
      const tables = await Promise.all(
        codes.map(async (code): Promise<MyTable | null> => {
          if (!(await this.#row(code))) return null;
          return matchMaker.remoteRoomCall(code, 'seatFor', [person]);
        }),
      );
      return tables.filter((table) => table !== null);
    } catch (error) {
      this.#ports.log.warn({ err: error }, 'the tables of a person could not be found');
      return [];
    }
  }

  /**
   * The table where this person is already playing this game; else a public one with a seat, preferring company; a new one
   * with bots when there is none. Refusals as those of `create`.
   */
  async quickPlay(person: Person, wanted?: string): Promise<Result<{ readonly code: string }, Rejection>> {
    const about = this.#game(wanted);
    if (!about) return err({ code: 'unknown_game' });
    const { name: game, quickBots } = about;
    const mine = await this.mine(person.id);
    const running = mine.find((table) => table.game === game && table.phase !== 'over');
    if (running) return ok({ code: running.code });
    const open = (await this.#rows())
      .filter(
        ({ metadata }) => metadata.visibility === 'public' && metadata.people > 0 && metadata.openSeats > 0,
      )
      .filter(({ metadata }) => metadata.game === game && metadata.phase !== 'over')
      .sort((a, b) => b.metadata.seats - a.metadata.seats);
    for (const row of open) {
      if ((await this.#admits(row.roomId, person.id)) === null) return ok({ code: row.roomId });
    }
    // The visitor takes the seat of one.
    return this.#create(person, { visibility: 'public', game, bots: quickBots + 1 });
  }

  /** Reserves a connection. Refusals: `no_table`, `kicked`, `table_full`, `gone`. */
  async seat(by: Visitor, code: string, wantsSeat: boolean): Promise<Result<TableSeat, Rejection>> {
    const { person } = by;
    const row = await this.#open(code);
    if (!row) return err({ code: 'no_table' });
    const refusal = await this.#admits(code, person.id);
    if (refusal) return err(refusal);
    const auth: Member & { sessionId: string } = { ...by, wantsSeat, sessionId: nanoid(TICKET_LENGTH) };
    try {
      const { sessionId, name, roomId, processId } = await matchMaker.reserveSeatFor(row, {}, auth);
      const { talk, game } = row.metadata as TableListing;
      return ok({
        talk,
        game,
        reservation: { name, sessionId, roomId, processId: processId ?? matchMaker.processId },
      });
    } catch (error) {
      this.#ports.log.warn({ err: error, code }, 'no seat could be reserved');
      return err({ code: 'table_full' });
    }
  }

  /** The public tables that people are at, fullest first. */
  async list(): Promise<PublicTable[]> {
    return (await this.#rows())
      .filter(({ metadata }) => metadata.visibility === 'public' && metadata.people > 0)
      .map(({ roomId, metadata }) => ({
        code: roomId,
        game: metadata.game,
        name: metadata.name,
        phase: metadata.phase,
        line: metadata.line,
        seats: metadata.seats,
        bots: metadata.bots,
        maxSeats: metadata.maxSeats,
        people: metadata.people,
      }))
      .sort((a, b) => b.people - a.people || a.code.localeCompare(b.code));
  }

  /** How a conversation invites to a table; null when there is no such table open. */
  async card(code: string): Promise<TableCard | null> {
    const row = await this.#row(code.toUpperCase());
    if (!row) return null;
    const { name, game } = row.metadata as TableListing;
    return { type: 'table', code: row.roomId, name, game };
  }

  /**
   * What the talk of a table needs to know at this moment; null when the table is closed, whoever has its code now. One
   * that sleeps is opened: it may be in the middle of a round. One that lives in this process is asked at once. Rejects
   * when it does not answer.
   */
  async talkInfo(code: string, talk: string): Promise<TalkInfo | null> {
    const isHere = matchMaker.getLocalRoomById(code) !== undefined;
    if (!isHere && !(await this.#open(code))) return null;
    return matchMaker.remoteRoomCall(code, 'talkInfo', [talk]);
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
          await this.#open(code);
        } catch (error) {
          failed.push(code);
          this.#ports.log.warn({ err: error, code }, 'a table could not be resumed');
        }
      }
    };
    await Promise.all(Array.from({ length: RESUMED_AT_ONCE }, next));
    return failed;
  }

  #row(code: string): Promise<IRoomCache | null> {
    return findRoom(TABLE_ROOM, code);
  }

  /** The room of a table, opened when it is none, as after a restart; null when there is no such table. */
  #open(code: string): Promise<IRoomCache | null> {
    return openOnce(TABLE_ROOM, code, () => this.#ports.directory.find(code));
  }

  async #admits(code: string, player: string): Promise<Rejection | null> {
    try {
      return await matchMaker.remoteRoomCall(code, 'admits', [player]);
    } catch (error) {
      this.#ports.log.warn({ err: error, code }, 'a table does not answer');
      return { code: 'gone' };
    }
  }

  async #rows(): Promise<TableRow[]> {
    const rows: IRoomCache[] = await matchMaker.query({ name: TABLE_ROOM });
    return rows.filter((row): row is TableRow => row.metadata !== undefined);
  }
}
