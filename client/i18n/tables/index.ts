import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What is said of tables in lists of them. */
export const tables = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
