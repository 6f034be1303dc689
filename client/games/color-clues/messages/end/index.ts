import { messagesOf } from '../../../../i18n/messages.ts';
import { type EndMessages, messages as english } from './en.ts';

/** What is said of a game that is over. */
export const text = messagesOf<EndMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
