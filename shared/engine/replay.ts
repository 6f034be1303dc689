import type { Decider } from '../core/rules.ts';
import type { Entry } from './ports.ts';

/** The state after some more entries. Crash recovery, replays and bug reports are this one function. */
export function fold<S, E>(
  rules: { evolve(state: S, event: E): S },
  state: S,
  entries: readonly Pick<Entry<E>, 'events'>[],
): S {
  let folded = state;
  for (const entry of entries) for (const event of entry.events) folded = rules.evolve(folded, event);
  return folded;
}

/** The state after the first `upTo` entries of a stream (all of them by default). */
export const replay = <S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  entries: readonly Entry<E>[],
  upTo = Number.POSITIVE_INFINITY,
): S =>
  fold(
    rules,
    rules.initial,
    entries.filter((entry) => entry.seq <= upTo),
  );
