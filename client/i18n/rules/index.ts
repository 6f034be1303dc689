import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** Rules that are kept and sent to others. */
export const rules = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
