import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** Games that were played: the list, and watching them again. */
export const past = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
