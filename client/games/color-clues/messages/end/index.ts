import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What is said of a game that is over. */
export const text = messagesOf(english, {});
