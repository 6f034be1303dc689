import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What the first page says. */
export const landing = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
