import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** The form for one’s name and marker. */
export const identity = messagesOf(english, {});
