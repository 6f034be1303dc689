import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english, type SetupMessages } from './en.ts';

/** What can be chosen before a game, of the bots, and in the settings. */
export const text = messagesOf<SetupMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
