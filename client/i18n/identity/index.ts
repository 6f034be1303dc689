import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** The form for one’s name and marker. */
export const identity = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
