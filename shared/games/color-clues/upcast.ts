import { readEvents, type StoredEvent } from '../../core/rules.ts';
import { DEFAULT_OPTIONS, type GameEvent } from './types.ts';

/**
 * Raised when events get another shape: 2 gave decks a seed and a promise, 3 brought turns that are
 * skipped, 4 Party: a preset, the number of clues, markers that are hidden, 5 what hosts do at any table: pauses, locks,
 * passwords, the order of seats, 6 stand-ins, a fact of any table, and the option that allows them, 7 another order of
 * players during a game, and another level of a bot, 8 teams and co-op, wide scoring, longer clues,
 * 9 volunteers, and an
 * end of placing by the host that leaves time for what is on its way.
 */
export const VERSION = 9;

const readKnown = readEvents<GameEvent>({
  deckShuffled: true,
  gameStarted: true,
  roundStarted: true,
  clueGiven: true,
  markerPlaced: true,
  placingPassed: true,
  markerLaid: true,
  placingEnds: true,
  placingClosed: true,
  volunteered: true,
  clueChallenged: true,
  clueVoided: true,
  clueCondemned: true,
  roundRevealed: true,
  roundVoided: true,
  turnSkipped: true,
  teamSkipped: true,
  playerReady: true,
  seatAdded: true,
  orderChanged: true,
  seatRemoved: true,
  seatWentAway: true,
  seatCameBack: true,
  gamePaused: true,
  gameResumed: true,
  gameEnded: true,
});

/** Reads a stored event, also of an older version; null when it is unknown. */
export function upcast(stored: StoredEvent, version: number): GameEvent | null {
  const event = readKnown(stored);
  if (event?.type === 'deckShuffled' && version < 2) return { ...event, seed: null, promise: null };
  if (event?.type === 'gameStarted' && version < 9)
    return { ...event, options: { ...DEFAULT_OPTIONS, ...event.options } };
  return event;
}
