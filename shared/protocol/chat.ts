import { z } from 'zod';
import { HERE, WHO_MAY_WRITE } from './chat-wire.ts';
import { personIdSchema, protocolRange } from './http.ts';
import { commandIdSchema } from './messages.ts';

/** `lobby-<name>`, `direct-<id>`, `group-<id>`, `talk-<id>`. */
export const conversationIdSchema = z.string().regex(/^(?:lobby|direct|group|talk)-[\w-]{2,30}$/);
/** The last part of `/chat/<name>`. */
export const lobbyNameSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{1,22}[a-z0-9])$/);
const seq = z.int().min(1).max(0xffff_ffff);
/** Cut to size and cleaned by the server; longer raw text is refused unread. */
const rawText = z.string().max(2_500);
/** One emoji; the server checks that it is one. */
const emoji = z.string().min(1).max(24);
const title = z.string().min(1).max(60);
const topic = z.string().max(200);
const language = z.union([z.literal(''), z.string().regex(/^[a-z]{2,3}$/)]);

const settings = z.strictObject({
  title: title.optional(),
  topic: topic.optional(),
  language: language.optional(),
  slowModeSeconds: z.int().min(0).max(3_600).optional(),
  hasWordFilter: z.boolean().optional(),
});

/**
 * The one message a person's wish in a conversation travels in. Answered with `{ seq, now }` (the entry it led to) or
 * refused with `{ code, detail }`. The same `id` is carried out once, however often it is sent.
 */
export const chatCommandMessage = z.strictObject({
  id: commandIdSchema,
  command: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('join') }),
    z.strictObject({ type: z.literal('leave') }),
    z.strictObject({ type: z.literal('accept') }),
    z.strictObject({ type: z.literal('decline') }),
    z.strictObject({ type: z.literal('invite'), person: personIdSchema }),
    z.strictObject({
      type: z.literal('post'),
      text: rawText,
      replyTo: seq.nullable(),
      mentions: z.array(personIdSchema).max(10),
      /** Code of a table to invite to. */
      table: z.string().max(12).nullable(),
    }),
    z.strictObject({
      type: z.literal('edit'),
      target: seq,
      text: rawText,
      mentions: z.array(personIdSchema).max(10),
    }),
    z.strictObject({ type: z.literal('delete'), target: seq }),
    z.strictObject({ type: z.literal('react'), target: seq, emoji }),
    z.strictObject({ type: z.literal('unreact'), target: seq, emoji }),
    z.strictObject({ type: z.literal('pin'), target: seq }),
    z.strictObject({ type: z.literal('unpin'), target: seq }),
    z.strictObject({ type: z.literal('configure'), settings }),
    z.strictObject({ type: z.literal('mute'), person: personIdSchema, minutes: z.int().min(0).max(10_080) }),
    z.strictObject({ type: z.literal('kick'), person: personIdSchema }),
    z.strictObject({ type: z.literal('ban'), person: personIdSchema }),
    z.strictObject({ type: z.literal('unban'), person: personIdSchema }),
    z.strictObject({
      type: z.literal('setRole'),
      person: personIdSchema,
      role: z.enum(['owner', 'moderator', 'member']),
    }),
  ]),
});
export type ChatWish = z.output<typeof chatCommandMessage>['command'];

/** "I am writing": at most one in 3 s counts; shown to others for 6 s. Answered with `{}`. */
export const typingMessage = z.strictObject({});
/** Read up to this message (its `no`). Only ever forward. Answered with `{}`. */
export const readMessage = z.strictObject({ no: z.int().min(0).max(0xffff_ffff) });
/** What this page's person is doing. Answered with `{}`. */
export const presenceMessage = z.strictObject({ presence: z.enum(HERE) });

export const createLobbyBody = z.strictObject({ name: lobbyNameSchema, title, topic, language });
export const createGroupBody = z.strictObject({ title, people: z.array(personIdSchema).min(1).max(9) });
export const createDirectBody = z.strictObject({ person: personIdSchema });
export const chatSeatBody = z.strictObject({ protocol: protocolRange });
/** Answers a request to write, without coming in. `block` declines and blocks the person who asked. */
export const answerBody = z.strictObject({ answer: z.enum(['accept', 'decline', 'block']) });
export const reportBody = z.strictObject({ seq, reason: z.string().max(500) });
export const blockBody = z.strictObject({ person: personIdSchema, isBlocked: z.boolean() });
export const muteConversationBody = z.strictObject({ isMuted: z.boolean() });
export const chatSettingsBody = z.strictObject({ whoMayWrite: z.enum(WHO_MAY_WRITE) });
