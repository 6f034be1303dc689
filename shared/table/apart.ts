import type { Apart } from '../core/rules.ts';
import type { TableState } from './state.ts';

/** Who is kept apart at a table at this moment, as its game says; null when nobody is. */
export function apartAt<S>(
  { phase, game }: TableState<S>,
  rules: { apart?(state: S): Apart | null },
): Apart | null {
  return phase === 'playing' && game !== null ? (rules.apart?.(game) ?? null) : null;
}
