import type { TableState } from './state.ts';

/** The host holds a game for so long at the most, ms. */
export const MAX_PAUSE_MS = 300_000;

/** What a table must tell of pauses. */
type Pauses = Pick<TableState<unknown>, 'pausedSince' | 'pausedMs'>;

/** What time it is for the game at a table, epoch ms: it stands still while the game is held. */
export const gameTime = ({ pausedSince, pausedMs }: Pauses, now: number): number =>
  (pausedSince ?? now) - pausedMs;

/** When the table does what its game wants to do at a moment of its own time, epoch ms; null while it is held. */
export const tableTime = ({ pausedSince, pausedMs }: Pauses, gameMoment: number | null): number | null =>
  gameMoment === null || pausedSince !== null ? null : gameMoment + pausedMs;

/** When a game that is held goes on by itself, epoch ms; null when it is not. */
export const goesOnAt = ({ pausedSince }: Pauses): number | null =>
  pausedSince === null ? null : pausedSince + MAX_PAUSE_MS;
