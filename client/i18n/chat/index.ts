import { messagesOf } from '../messages.ts';
import { type ChatMessages, messages as english } from './en.ts';

/** What the pages of chat say, and the talk beside a table. */
export const chatMessages = messagesOf<ChatMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
