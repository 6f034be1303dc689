import { type SchemaType, schema, t } from '@colyseus/schema';

/**
 * What a conversation looks like on the wire. `shared/protocol/chat-wire.ts` says what the numbers mean. A `number` takes a
 * byte up to 127, two up to 255, three up to 65,535, and one more than its fixed width beyond: counts and entries are mostly
 * small, and most messages answer none and were never edited.
 */
export const MemberState = schema(
  {
    name: t.string(),
    marker: t.uint8(),
    role: t.uint8().default(0),
    presence: t.uint8().default(0),
    readNo: t.number().default(0),
  },
  'MemberState',
);

export const MessageState = schema(
  {
    seq: t.number(),
    no: t.number(),
    at: t.float64(),
    author: t.string(),
    text: t.string(),
    replyTo: t.number().default(0),
    editedAt: t.number().default(0),
    deletedBy: t.string().default(''),
    extra: t.string().default(''),
  },
  'MessageState',
);

export const ConversationState = schema(
  {
    kind: t.uint8(),
    title: t.string(),
    topic: t.string(),
    language: t.string(),
    slowModeSeconds: t.uint16().default(0),
    hasWordFilter: t.boolean().default(false),
    online: t.number().default(0),
    seq: t.number().default(0),
    lastNo: t.number().default(0),
    members: t.map(MemberState),
    messages: t.map(MessageState),
    pinned: t.array('uint32'),
    typing: t.map('boolean'),
  },
  'ConversationState',
);

export const InboxState = schema(
  {
    rows: t.map('string'),
    blocked: t.map('boolean'),
    online: t.map('boolean'),
    whoMayWrite: t.string().default('everybody'),
  },
  'InboxState',
);

export type ConversationState = SchemaType<typeof ConversationState>;
export type MemberState = SchemaType<typeof MemberState>;
export type MessageState = SchemaType<typeof MessageState>;
export type InboxState = SchemaType<typeof InboxState>;
