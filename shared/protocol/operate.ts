import { z } from 'zod';
import { conversationIdSchema } from './chat.ts';
import { tableCodeSchema } from './http.ts';
import { commandIdSchema } from './messages.ts';
import { STANDINGS } from './standings.ts';

/** Messages of the room of operators. Only operators get there; all of these are requests with an answer. */

const person = z.string().regex(/^[\w-]{6,32}$/);
/** The name of a process. */
const processName = z.string().regex(/^[\w-]{1,40}$/);
const search = z.string().max(60);
/** An entry of a list, after which the next page begins; null for the first one. */
const after = z.strictObject({ rank: z.number(), id: z.string().max(160) }).nullable();

/** Everything that an operator does to somebody or something. */
export const operatorAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('closeTable'), table: tableCodeSchema }),
  /** Out of a table, for good. */
  z.strictObject({ type: z.literal('banFromTable'), table: tableCodeSchema, person }),
  z.strictObject({ type: z.literal('kick'), conversation: conversationIdSchema, person }),
  z.strictObject({
    type: z.literal('mute'),
    conversation: conversationIdSchema,
    person,
    /** 0 lets them write again. */
    minutes: z.int().min(0).max(10_080),
  }),
  z.strictObject({ type: z.literal('ban'), conversation: conversationIdSchema, person }),
  z.strictObject({ type: z.literal('unban'), conversation: conversationIdSchema, person }),
  z.strictObject({ type: z.literal('endSessions'), person }),
  /** Ends a process as SIGTERM does: its rooms go to another one, if there is any. */
  z.strictObject({ type: z.literal('drain'), process: processName }),
  /** A line on every page, until it ends. */
  z.strictObject({
    type: z.literal('announce'),
    text: z.string().trim().min(1).max(160),
    minutes: z.int().min(1).max(2_880),
  }),
  z.strictObject({ type: z.literal('endAnnouncement') }),
  z.strictObject({ type: z.literal('sortReport'), report: z.string().max(40), standing: z.enum(STANDINGS) }),
]);
export type OperatorAction = z.output<typeof operatorAction>;

/** Carried out once per `id`, however often it is sent; `why` stands in the log. Answered with `{}`. */
export const actMessage = z.strictObject({
  id: commandIdSchema,
  action: operatorAction,
  why: z.string().trim().min(1).max(300),
});

/** Answered with `TablePage`; a whole code finds that table, words find some of the fullest. */
export const tablesMessage = z.strictObject({ search, skip: z.int().min(0).max(500) });
/** Answered with `LobbyPage`. */
export const lobbiesMessage = z.strictObject({ search, skip: z.int().min(0).max(500) });
/** Answered with `TableDetails`. */
export const tableMessage = z.strictObject({ table: tableCodeSchema });
/** Answered with `LobbyDetails`. */
export const lobbyMessage = z.strictObject({ conversation: conversationIdSchema });
/** By public id, or by the name of an account. Answered with `PersonDetails`. */
export const personMessage = z.strictObject({ person: z.string().min(1).max(60) });
/** Answered with `ReportPage`. */
export const reportsMessage = z.strictObject({ standing: z.enum(STANDINGS), after });
/** Answered with `ReportDetails`. */
export const reportMessage = z.strictObject({ report: z.string().max(40) });
/** Answered with `LogPage`. */
export const logMessage = z.strictObject({ after });
