import { messagesOf } from '../../../../i18n/messages.ts';
import { messages as english, type TableMessages } from './en.ts';

/** What is said at a table while the game runs. */
export const text = messagesOf<TableMessages>(english, {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  ja: () => import('./ja.ts'),
});
