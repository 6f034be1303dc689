import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What the pages of chat say, and the talk beside a table. */
export const chatMessages = messagesOf(english, {});
