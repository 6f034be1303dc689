import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** The rules, in a dialog. */
export const text = messagesOf(english, {});
