import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What is said of the board and its cells, whoever plays on it. */
export const boardText = messagesOf(english, {});
