import { messagesOf } from '../messages.ts';
import { messages as english, type TurnMessages } from './en.ts';

/** What is said in every game in which one after the other moves. */
export const turnText = messagesOf<TurnMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
