import { z } from 'zod';
import { STANDINGS } from '../../../../shared/protocol/standings.ts';
import { Shelf } from '../../../storage/shelf.ts';
import type { DocumentStore } from '../../../storage/types.ts';

const kind = z.enum(['public', 'direct', 'group', 'table']);
const settings = z.object({
  title: z.string(),
  topic: z.string(),
  language: z.string(),
  slowModeSeconds: z.int(),
  hasWordFilter: z.boolean(),
});

/** What a conversation is opened with; kept so that it can be opened by whoever asks first. */
const setupSchema = z.object({
  kind,
  members: z.array(z.string()),
  trusted: z.array(z.string()),
  settings,
  createdAt: z.int(),
  /** The code of the table whose talk it is. */
  table: z.string().optional(),
});
export type ConversationSetup = z.output<typeof setupSchema>;

/** The newest of a conversation, for lists. Everything up to entry `seq` is in the other records, too. */
const headSchema = z.object({
  kind,
  title: z.string(),
  seq: z.int(),
  no: z.int(),
  at: z.int(),
  author: z.string(),
  /** What the author is called there while that is more than their name, `Robin 2`; else `''`. */
  shownAs: z.string().default(''),
  /** First words of the newest message that stands; `''` when there is none. */
  preview: z.string(),
  /** The `seq` of the message that `at`, `author` and `preview` are of; 0 for none, or when it has to be read again. */
  previewOf: z.int().default(0),
  /** The newest messages that were not deleted, ascending; null in a head of an older program. `unreadIn` counts them. */
  standing: z
    .array(z.object({ seq: z.int(), no: z.int(), author: z.string() }))
    .nullable()
    .default(null),
  /** Every message after this entry that stands is in `standing`; 0 for all there are. */
  standingFrom: z.int().default(0),
  /** Both people of a direct talk. */
  pair: z.array(z.string()),
});
export type Head = z.output<typeof headSchema>;

const memberSchema = z.object({
  conversation: z.string(),
  standing: z.enum(['active', 'asked', 'left', 'kicked', 'banned']),
  role: z.enum(['owner', 'moderator', 'member']),
  /** Whose doing it is: who asked them in, who sent them away (themselves, if they said no); `''` for nobody's. */
  by: z.string().default(''),
  /** Messages that were there when they came: nobody has them unread. */
  since: z.int().default(0),
});
export type MemberRecord = z.output<typeof memberSchema>;

const askSchema = z.object({
  /** Epoch ms. */
  at: z.int(),
  isDeclined: z.boolean(),
});

const readingSchema = z.object({
  no: z.int(),
  /** When they were there last, epoch ms; 0 in records of older programs. */
  at: z.int().default(0),
});

const mentionSchema = z.object({
  conversation: z.string(),
  seq: z.int(),
  no: z.int(),
  author: z.string().default(''),
});

const reportSchema = z.object({
  conversation: z.string(),
  by: z.string(),
  reason: z.string(),
  at: z.int(),
  /** The message and some before it, as they were. */
  context: z.array(z.object({ seq: z.int(), author: z.string(), text: z.string(), at: z.int() })),
  /** In which list it is; owners of reports are called like that. */
  standing: z.enum(STANDINGS).default('open'),
  /** Who took it, or is done with it; `''` for nobody. */
  sortedBy: z.string().default(''),
});
export type Report = z.output<typeof reportSchema>;

const auditSchema = z.object({
  conversation: z.string(),
  by: z.string(),
  action: z.string(),
  target: z.string(),
  at: z.int(),
});

/** Who owns the records of conversations that are listed together: by kind, or because nobody takes part any more. */
export const PUBLIC = 'public';
export const TABLES = 'tables';
export const LEFT = 'left';
export const ownerOf = (of: ConversationSetup['kind']): string =>
  of === 'public' ? PUBLIC : of === 'table' ? TABLES : '';

/** Everything chat keeps besides the streams themselves. `a:b` in an id: a's record about b. */
export const chatRecords = (documents: DocumentStore) => ({
  /** By conversation; lobbies are listed by activity, tables by when they were made, left ones since then. */
  conversations: new Shelf(documents, 'conversation', setupSchema),
  /** By conversation. */
  heads: new Shelf(documents, 'head', headSchema),
  /** By `conversation:person`, in one of the person's lists, ranked by when it became what it is. */
  members: new Shelf(documents, 'member', memberSchema),
  /** When somebody last asked a person, and whether the answer was no: by `person:from`, owned by the person. */
  asks: new Shelf(documents, 'ask', askSchema),
  /** Who has written in a conversation, ever: by `conversation:person`, owned by the person. */
  writers: new Shelf(documents, 'writer', z.object({ conversation: z.string() })),
  /** How far somebody read: by `conversation:person`, ranked by when they were there last. */
  readings: new Shelf(documents, 'reading', readingSchema),
  /** Unread mentions: by `conversation:seq:person`, owned by the person. */
  mentions: new Shelf(documents, 'mention', mentionSchema),
  /** Conversations that shall not disturb: by `conversation:person`, owned by the person. */
  quiet: new Shelf(documents, 'quiet', z.object({})),
  /** By `person:blocked`, owned by the person. */
  blocks: new Shelf(documents, 'block', z.object({ person: z.string() })),
  /** By person. */
  preferences: new Shelf(
    documents,
    'chat-settings',
    z.object({ whoMayWrite: z.enum(['everybody', 'met', 'nobody']) }),
  ),
  reports: new Shelf(documents, 'report', reportSchema),
  audits: new Shelf(documents, 'audit', auditSchema),
});

export type ChatRecords = ReturnType<typeof chatRecords>;
