import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** What is needed before anything else is loaded. */
export const app = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
