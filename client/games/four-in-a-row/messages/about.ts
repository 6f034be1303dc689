import { ABOUT } from '../../../../shared/games/four-in-a-row/about.ts';
import { messagesOf } from '../../../i18n/messages.ts';

/** What the game says of itself before it is loaded. */
export const about = messagesOf(ABOUT, {
  de: () => import('./about.de.ts'),
  fr: () => import('./about.fr.ts'),
  es: () => import('./about.es.ts'),
  pt: () => import('./about.pt.ts'),
  ja: () => import('./about.ja.ts'),
});
