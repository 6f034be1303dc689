import { type Messages, messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

export type TalkMessages = Messages<typeof english>;

/** The ways to where people talk. */
export const talkMessages = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
