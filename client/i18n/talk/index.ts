import { messagesOf } from '../messages.ts';
import { messages as english, type TalkMessages } from './en.ts';

/** The ways to where people talk. */
export const talkMessages = messagesOf<TalkMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
