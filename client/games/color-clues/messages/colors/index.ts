import { messagesOf } from '../../../../i18n/messages.ts';
import { type ColorMessages, messages as english } from './en.ts';

/** What colors are called. */
export const colors = messagesOf<ColorMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
