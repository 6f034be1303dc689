import { messagesOf } from '../messages.ts';
import { messages as english, type MetMessages } from './en.ts';

/** What is said of people one has met. */
export const metText = messagesOf<MetMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
