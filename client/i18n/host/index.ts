import { messagesOf } from '../messages.ts';
import { messages as english, type HostMessages } from './en.ts';

/** What the host of a running game reads. */
export const hostText = messagesOf<HostMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
