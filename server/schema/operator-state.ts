import { type SchemaType, schema, t } from '@colyseus/schema';

/** What operators see, on the wire. `shared/protocol/operate-wire.ts` says what it means. */
export const ProcessState = schema(
  {
    at: t.float64().default(0),
    isLeaving: t.boolean().default(false),
    numbers: t.map('number'),
  },
  'ProcessState',
);

export const OperatorState = schema(
  {
    processes: t.map(ProcessState),
    revisions: t.map('uint32'),
    announced: t.string().default(''),
    announcedUntil: t.float64().default(0),
  },
  'OperatorState',
);

export type OperatorState = SchemaType<typeof OperatorState>;
