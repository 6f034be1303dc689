import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What one plays alone. */
export const text = messagesOf(english, {});
