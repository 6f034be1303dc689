import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What is said at a table while the game runs. */
export const text = messagesOf(english, {});
