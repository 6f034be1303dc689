import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english } from './en.ts';

/** What can be chosen before a game, of the bots, and in the settings. */
export const text = messagesOf(english, {});
