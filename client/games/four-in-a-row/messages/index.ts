import { messagesOf } from '../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What Four in a Row says. */
export const text = messagesOf(english, {});
