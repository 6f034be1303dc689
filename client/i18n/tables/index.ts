import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What is said of tables in lists of them. */
export const tables = messagesOf(english, {});
