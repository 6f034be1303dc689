import { type SchemaType, schema, t } from '@colyseus/schema';

/** What a conversation looks like on the wire. `shared/protocol/chat.ts` says what the numbers mean. */
export const MemberState = schema(
  {
    name: t.string(),
    marker: t.uint8(),
    role: t.uint8().default(0),
    presence: t.uint8().default(0),
    readNo: t.uint32().default(0),
  },
  'MemberState',
);

export const MessageState = schema(
  {
    seq: t.uint32(),
    no: t.uint32(),
    at: t.float64(),
    author: t.string(),
    text: t.string(),
    replyTo: t.uint32().default(0),
    editedAt: t.float64().default(0),
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
    online: t.uint32().default(0),
    seq: t.uint32().default(0),
    lastNo: t.uint32().default(0),
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
