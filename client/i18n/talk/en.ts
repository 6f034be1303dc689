import type { Messages } from '../messages.ts';
/** The ways to where people talk, from everywhere and at a table. */
export const messages = {
  chat: 'Chat',
  chatUnread: (unread: number) => `Chat, ${unread} unread`,
  talk: 'Talk',
  talkHere: 'Talk at this table',
  talkHereNew: 'Talk at this table, something new',
};

export type TalkMessages = Messages<typeof messages>;
