import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** A table, whatever is played there. */
export const table = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
