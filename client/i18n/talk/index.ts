import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** The ways to where people talk. */
export const talkMessages = messagesOf(english, {});
