import { type Schema, type SchemaType, schema, t } from '@colyseus/schema';

/**
 * What a table looks like on the wire. Small integers instead of texts and epochs: times are ms since `epochMs`
 * (0 = null), seats 0 for nobody. `shared/protocol/wire.ts` reads it back.
 */
export const SeatState = schema(
  {
    index: t.uint8(),
    isBot: t.boolean(),
    playerId: t.string(),
    name: t.string(),
    marker: t.uint8(),
    awaySince: t.uint32().default(0),
    level: t.uint8().default(0),
    isStoodIn: t.boolean().default(false),
  },
  'SeatState',
);

export const QueuedState = schema(
  { playerId: t.string(), name: t.string(), marker: t.uint8() },
  'QueuedState',
);

export const LeaverState = schema(
  { seat: t.uint16(), playerId: t.string(), name: t.string(), marker: t.uint8() },
  'LeaverState',
);

/**
 * Makes the class of a table's state around the class of its game's. Each game has a class of its own, and none inherits
 * from another: what describes a state to a client describes all relatives of its classes, those of other games too.
 */
export const tableSchemaOf = <G extends Schema>(Game: new () => G) =>
  schema(
    {
      epochMs: t.float64(),
      name: t.string().default(''),
      isPrivate: t.boolean().default(false),
      phase: t.uint8().default(0),
      host: t.uint16().default(0),
      options: t.string().default('null'),
      seats: t.map(SeatState),
      queue: t.array(QueuedState),
      leavers: t.array(LeaverState),
      removed: t.array(QueuedState),
      language: t.string().default(''),
      isLocked: t.boolean().default(false),
      hasPassword: t.boolean().default(false),
      pausedSince: t.uint32().default(0),
      pausedMs: t.uint32().default(0),
      game: t.ref(Game).optional(),
      gameNumber: t.uint8().default(0),
    },
    'TableState',
  );

export type SeatState = SchemaType<typeof SeatState>;
export type QueuedState = SchemaType<typeof QueuedState>;
/** The state of a table whose game adds a G. */
export type TableSchema<G extends Schema = Schema> = SchemaType<ReturnType<typeof tableSchemaOf<G>>>;
