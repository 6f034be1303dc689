import { z } from 'zod';
import type { TableProgress } from '../core/about.ts';
import { LANGUAGES, type Language } from '../core/languages.ts';
import type { Rejection } from '../core/rules.ts';
import { MARKER_COUNT } from '../table/persons.ts';

/** Codes: consonant-vowel pairs, easy to say; four letters for public tables, six for private ones. */
export const tableCodeSchema = z.string().regex(/^(?:[BDFGKLMNPRSTVZ][AEIOU]){2,3}$/);

/** A person, by their public id. */
export const personIdSchema = z.string().regex(/^[\w-]{6,32}$/);

/** The id of everything that is played at one table. */
export const matchIdSchema = z.string().regex(/^[\w-]{1,60}$/);

/** What is spoken at a table. */
export const languageSchema = z.enum(LANGUAGES);
/** The password of a table: said at a table rather than kept in a vault, so any will do. */
export const tablePasswordSchema = z.string().trim().min(1).max(64);

/** For wishes that say everything by their route. */
export const emptyBody = z.strictObject({});
/** A game by the name of its `GameAbout`; without it, the first there is. */
const game = z.string().max(40).optional();
/** One of the game's modes, as somebody has chosen it; without it, the game's own way. */
const mode = z.string().max(40).optional();
/** Rules of the game's own, in place of a mode. The game says which there are. */
const options = z.record(z.string().max(40), z.union([z.string().max(40), z.number()])).optional();
export const createTableBody = z.strictObject({
  visibility: z.enum(['public', 'private']),
  game,
  language: languageSchema.optional(),
  mode,
  options,
});
/** `language`: what shall be spoken at a new table; without it, what the browser likes to read best. */
export const playBody = z.strictObject({ game, language: languageSchema.optional(), mode });
/** The versions of the protocol that a client speaks, from oldest to newest. */
export const protocolRange = z.tuple([z.int().min(1).max(10_000), z.int().min(1).max(10_000)]);
/**
 * `wantsSeat`: sit down, or wait for a seat; otherwise only watch a running game. `withSession`: does what asking for the
 * session does, too, for a page that begins at a table. `isScreen`: shows the
 * table to a room, and is nobody there. `password`: where one is asked for.
 */
export const seatBody = z.strictObject({
  wantsSeat: z.boolean(),
  protocol: protocolRange,
  withSession: z.boolean().optional(),
  isScreen: z.boolean().optional(),
  password: tablePasswordSchema.optional(),
});
export const profileBody = z.strictObject({
  name: z.string().max(200).optional(),
  marker: z
    .int()
    .min(0)
    .max(MARKER_COUNT - 1)
    .optional(),
});

/** Why a request was refused, with its sentence in English for whoever has no other. `detail` of a wait: seconds. */
export interface RefusalAnswer extends Rejection {
  readonly message: string;
}

/** A person as shown to themselves. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly marker: number;
  /** Chose the name, instead of having been given one. */
  readonly isNamed: boolean;
  readonly hasAccount: boolean;
}

/** What the list of public tables says of one: these fields and no others. */
export interface PublicTable {
  readonly code: string;
  /** What is played, by the name of its `GameAbout`. */
  readonly game: string;
  readonly name: string;
  readonly phase: 'waiting' | 'playing' | 'over';
  /** How far the game is; null before the first start. */
  readonly progress: TableProgress | null;
  /** People with a seat. */
  readonly seats: number;
  readonly bots: number;
  readonly maxSeats: number;
  /** Everybody who is connected, spectators included. */
  readonly people: number;
  /** How it is played, by the name of one of the game's modes; empty where there is but one. */
  readonly mode: string;
  readonly language: Language;
  /** How many only watch. */
  readonly watchers: number;
  /** Whether somebody can get a seat, now or after the round. */
  readonly isFree: boolean;
}

/** Which public tables somebody looks for; what is not given does not matter. */
export const tableFilter = z.strictObject({
  /** A game, and one of its modes where it has some: `color-clues/party`. */
  kind: z.string().max(80).optional(),
  language: languageSchema.optional(),
  /** Only with a seat for whoever comes. */
  free: z.literal('1').optional(),
});
export type TableFilter = Readonly<z.output<typeof tableFilter>>;

/** What the list of public tables shows. */
export interface LiveTables {
  /** Those with the most people, fullest first. */
  readonly tables: readonly PublicTable[];
  /** How many people are at public tables, those that are not listed included. */
  readonly people: number;
}

/** An open table where one has a seat, for the way back to it. */
export type MyTable = Pick<PublicTable, 'code' | 'game' | 'name' | 'phase' | 'progress'>;

/** A seat reservation, consumed by the socket within seconds. */
export interface Reservation {
  readonly name: string;
  readonly sessionId: string;
  readonly roomId: string;
  /** The name of the process that has the room: what the path of the socket begins with. */
  readonly processId: string;
}

/** A promised connection to a table, and the conversation of the people at it. */
export interface TableSeat {
  readonly reservation: Reservation;
  readonly talk: string;
  /** What is played there, by the name of its `GameAbout`. */
  readonly game: string;
}

/** What asking for a seat at a table is answered with. */
export interface TableSeatAnswer extends TableSeat {
  /** Who the seat is for. */
  readonly player: Me;
  /** The server's time, epoch ms. */
  readonly now: number;
}

/** Where friends reach the server, for links. */
export interface AddressAnswer {
  /** Null when only the machine of the server does, and for whoever is not on it. */
  readonly origin: string | null;
}
