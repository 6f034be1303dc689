import { messagesOf } from '../messages.ts';
import { messages as english, type GameMessages } from './en.ts';

/** What the frame of every game says. */
export const gameText = messagesOf<GameMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
