import { type Signal, signal } from '@preact/signals';
import { store, stored } from '../../../store/stored.ts';

const KEY = 'hasPlaced';

/** Whether somebody has placed a marker in this browser before: then nobody need be told how. */
export const hasPlaced: Signal<boolean> = signal(stored()[KEY] === true);

/** A marker was placed. */
export function notePlaced(): void {
  if (hasPlaced.peek()) return;
  hasPlaced.value = true;
  store({ [KEY]: true });
}
