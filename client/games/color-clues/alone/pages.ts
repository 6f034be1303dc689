import type { AlonePages } from '../../game.ts';

/** What one plays alone, each loaded when it is opened. */
export const alone: AlonePages = {
  daily: async () => (await import('./Daily.tsx')).Daily,
  practice: async () => (await import('./Practice.tsx')).Practice,
};
