import { messagesOf } from '../messages.ts';
import { messages as english } from './en.ts';

/** Why names, accounts and the game of a day are refused. */
export const accountRefusals = messagesOf(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
