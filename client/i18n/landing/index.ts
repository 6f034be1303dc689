import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What the first page says. */
export const landing = messagesOf(english, {});
