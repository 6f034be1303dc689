import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What is said in every game in which one after the other moves. */
export const turnText = messagesOf(english, {});
