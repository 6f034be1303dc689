import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** Who one is: a name to keep, the ways in, and the way out. */
export const account = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
