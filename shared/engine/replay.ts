import type { Decider } from '../core/rules.ts';
import type { Entry } from './ports.ts';

/**
 * The state after the first `upTo` entries (all of them by default). Crash recovery, replays and bug reports are this
 * one function.
 */
export function replay<S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  entries: readonly Entry<E>[],
  upTo = Number.POSITIVE_INFINITY,
): S {
  let state = rules.initial;
  for (const entry of entries) {
    if (entry.seq > upTo) break;
    for (const event of entry.events) state = rules.evolve(state, event);
  }
  return state;
}
