import { messagesOf } from '../../../../i18n/messages.ts';
import { type AloneMessages, messages as english } from './en.ts';

/** What one plays alone. */
export const text = messagesOf<AloneMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
