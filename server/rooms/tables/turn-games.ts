import type { Schema } from '@colyseus/schema';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Rng } from '../../../shared/core/rng.ts';
import type { TurnEvent, TurnState, TurnView } from '../../../shared/turns/turn-game.ts';
import type { Bot } from './bots.ts';
import type { HostedGame, Move } from './hosted-game.ts';

/**
 * A hosted game of turns. P position, M move, O options, G what the game adds to the synchronized state, D what chance
 * adds to a move.
 */
export type HostedTurnGame<P, M extends Move, O, G extends Schema, D = null> = HostedGame<
  TurnState<P, O>,
  M,
  TurnEvent<M, O, D>,
  TurnView<P, O>,
  G
>;

/** How long a bot thinks, ms: at least, and at most so much longer. */
const THINKING_MS = [700, 1_300] as const;

/** The bot of a game of turns. */
export const turnBot = <P, M, O>(
  move: (view: TurnView<P, O>, me: SeatId, rng: Rng) => M | null,
): Bot<M, TurnView<P, O>> => ({
  isWaitedFor: ({ turn }, me) => turn === me,
  newMind: () => ({ move }),
  delayMs: (_view, _me, rng) => THINKING_MS[0] + THINKING_MS[1] * rng.next(),
});
