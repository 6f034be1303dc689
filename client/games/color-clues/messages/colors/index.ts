import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What colors are called. */
export const colors = messagesOf(english, {});
