import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What the frame of every game says. */
export const gameText = messagesOf(english, {});
