import { pluralIn } from '../plural.ts';
import type { TalkMessages } from './en.ts';

const plural = pluralIn('fr');

export const messages: TalkMessages = {
  chat: 'Chat',
  chatUnread: (unread) => plural(unread, { one: `Chat, ${unread} non lu`, other: `Chat, ${unread} non lus` }),
  talk: 'Discussion',
  talkHere: 'Discussion à cette table',
  talkHereNew: 'Discussion à cette table, du nouveau',
};
