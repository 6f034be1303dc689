import { messagesOf } from '../../../../i18n/messages.ts';
import { type BoardMessages, messages as english } from './en.ts';

/** What is said of the board and its cells, whoever plays on it. */
export const boardText = messagesOf<BoardMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
