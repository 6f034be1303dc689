import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** People whose names are not known any more. */
export const people = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
