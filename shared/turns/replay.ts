import { z } from 'zod';
import { seatId } from '../core/ids.ts';
import type { Replay } from '../core/replay.ts';
import type { Rules } from '../core/rules.ts';
import type { TurnEvent, TurnState, TurnView } from './turn-game.ts';

const seat = z.int().min(1).max(65_535).transform(seatId);
const at = z.literal(0).default(0);

/**
 * How a finished game of turns is shown again: everything in it was visible, but when somebody was away is nobody's
 * business. `move` and `options` are the game's own schemas, `drawn` that of what chance adds.
 */
export function turnReplay<P, M extends { readonly type: string }, O, D = null>(
  rules: Rules<TurnState<P, O>, M, TurnEvent<M, O, D>, TurnView<P, O>>,
  move: z.ZodType<M>,
  options: z.ZodType<O>,
  drawn: z.ZodType<D>,
): Replay<TurnState<P, O>, TurnEvent<M, O, D>, TurnView<P, O>> {
  const told = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('turnsStarted'), order: z.array(seat).max(64).readonly(), options, at }),
    z.strictObject({ type: z.literal('moved'), seat, move, drawn, isForced: z.boolean(), at }),
    z.strictObject({ type: z.literal('seatGone'), seat }),
  ]);
  return {
    initial: rules.initial,
    evolve: rules.evolve,
    // The clock of a move that was made long ago has stopped.
    view: (state, viewer) => ({ ...rules.view(state, viewer), since: null, until: null, spanMs: null }),
    begin: () => ({
      isHolding: false,
      tell: (event) =>
        event.type === 'seatWentAway' || event.type === 'seatCameBack' ? [] : [{ ...event, at: undefined }],
    }),
    read: (raw) => (told.safeParse(raw).data as TurnEvent<M, O, D> | undefined) ?? null,
  };
}
