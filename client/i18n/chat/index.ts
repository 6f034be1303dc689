import { type Messages, messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

export type ChatMessages = Messages<typeof english>;

/** What the pages of chat say, and the talk beside a table. */
export const chatMessages = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
