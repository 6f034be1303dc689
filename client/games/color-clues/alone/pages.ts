import { withMessages } from '../../../i18n/messages.ts';
import type { AlonePages } from '../../game.ts';

/** What one plays alone, each loaded when it is opened. */
export const alone: AlonePages = {
  daily: async () => (await withMessages(import('./Daily.tsx'))).Daily,
  practice: async () => (await withMessages(import('./Practice.tsx'))).Practice,
};
