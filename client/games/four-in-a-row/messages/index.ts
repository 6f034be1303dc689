import { messagesOf } from '../../../i18n/messages.ts';
import { messages as english, type FourMessages } from './en.ts';

/** What Four in a Row says. */
export const text = messagesOf<FourMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
