import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english, type HowMessages } from './en.ts';

/** The rules, in a dialog. */
export const text = messagesOf<HowMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
