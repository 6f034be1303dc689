import { type IRoomCache, matchMaker } from '@colyseus/core';
import { nanoid } from 'nanoid';
import { matchId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { Entropy, Log } from '../../shared/engine/ports.ts';
import type { PublicTable, Reservation } from '../../shared/protocol/http.ts';
import type { Person, Visibility } from '../../shared/table/types.ts';
import type { TableSetup } from './GameRoom.ts';
import { PERSON_CHANGED, TABLES_CHANGED, type TableListing } from './listing.ts';
import { makeCode, makeTableName } from './table-names.ts';

/** Tables one person may have open at once. */
const MAX_OWN_TABLES = 3;
/** Bots that wait at a table for a lone visitor; the visitor takes the seat of one. */
const QUICK_BOTS = 4;
/** Characters of a seat ticket: 132 random bits. */
const TICKET_LENGTH = 22;

interface TablesPorts {
  /** The name the room class is defined under. */
  readonly roomName: string;
  readonly maxTables: number;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Whether a code must not be shown to people. */
  isRude(code: string): boolean;
}

type TableRow = IRoomCache & { readonly metadata: TableListing };

/** Finds, makes and opens tables through matchmaking, on whichever process they live. */
export class Tables {
  readonly #ports: TablesPorts;

  constructor(ports: TablesPorts) {
    this.#ports = ports;
  }

  /** Opens a table. Refusals: `too_many_tables`, `server_full`. */
  async create(
    owner: Person,
    { visibility, bots = 0 }: { readonly visibility: Visibility; readonly bots?: number },
  ): Promise<Result<{ readonly code: string }, Rejection>> {
    const rows = await this.#rows();
    if (rows.length >= this.#ports.maxTables) return err({ code: 'server_full' });
    if (rows.filter((row) => row.metadata.owner === owner.id).length >= MAX_OWN_TABLES) {
      return err({ code: 'too_many_tables' });
    }
    const taken = new Set(rows.map((row) => row.roomId));
    const rng = this.#ports.entropy.rng();
    let code: string;
    let tries = 0;
    do code = makeCode(visibility === 'private' || ++tries > 50 ? 3 : 2, rng);
    while (taken.has(code) || this.#ports.isRude(code));
    const setup: TableSetup = {
      code,
      matchId: matchId(nanoid(TICKET_LENGTH)),
      name: makeTableName(rng),
      visibility,
      bots,
      owner: owner.id,
    };
    await matchMaker.createRoom(this.#ports.roomName, setup);
    return ok({ code });
  }

  /** A public table with a seat for this person, preferring company; a new one with bots when there is none. */
  async quickPlay(person: Person): Promise<Result<{ readonly code: string }, Rejection>> {
    const open = (await this.#rows())
      .filter(
        ({ metadata }) => metadata.visibility === 'public' && metadata.people > 0 && metadata.openSeats > 0,
      )
      .filter(({ metadata }) => metadata.phase !== 'over')
      .sort((a, b) => b.metadata.seats - a.metadata.seats);
    for (const row of open) {
      if ((await this.#admits(row.roomId, person.id)) === null) return ok({ code: row.roomId });
    }
    return this.create(person, { visibility: 'public', bots: QUICK_BOTS });
  }

  /** Reserves a connection. Refusals: `no_table`, `kicked`, `table_full`, `gone`. */
  async seat(person: Person, code: string, wantsSeat: boolean): Promise<Result<Reservation, Rejection>> {
    const row = (await matchMaker.findRoomsByIds([code])).get(code);
    if (!row || row.name !== this.#ports.roomName) return err({ code: 'no_table' });
    const refusal = await this.#admits(code, person.id);
    if (refusal) return err(refusal);
    const auth = { sessionId: nanoid(TICKET_LENGTH), person, wantsSeat };
    try {
      const { sessionId, name, roomId, processId } = await matchMaker.reserveSeatFor(row, {}, auth);
      return ok({ name, sessionId, roomId, processId: processId ?? matchMaker.processId });
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
        name: metadata.name,
        phase: metadata.phase,
        seats: metadata.seats,
        bots: metadata.bots,
        maxSeats: metadata.maxSeats,
        round: metadata.round,
        rounds: metadata.rounds,
        people: metadata.people,
      }))
      .sort((a, b) => b.people - a.people || a.code.localeCompare(b.code));
  }

  /** Calls back whenever the list may have changed, on any process; returns how to stop. */
  onChange(notify: () => void): () => void {
    void matchMaker.presence.subscribe(TABLES_CHANGED, notify);
    return () => void matchMaker.presence.unsubscribe(TABLES_CHANGED, notify);
  }

  /** Tells every table that somebody has a new name or marker. */
  rename(person: Person): void {
    matchMaker.presence.publish(PERSON_CHANGED, person);
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
    const rows: IRoomCache[] = await matchMaker.query({ name: this.#ports.roomName });
    return rows.filter((row): row is TableRow => row.metadata !== undefined);
  }
}
