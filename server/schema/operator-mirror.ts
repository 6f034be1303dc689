import type { Announcement, WireOperator } from '../../shared/protocol/operate-wire.ts';
import { OperatorState, ProcessState } from './operator-state.ts';

interface ShownProcess {
  readonly at: number;
  readonly isLeaving: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}

export const newOperatorState = (): OperatorState => new OperatorState();

/** Writes the numbers of one process; null for one that is gone. The schema notices what really changed. */
export function showProcess(state: OperatorState, name: string, told: ShownProcess | null): void {
  if (!told) {
    state.processes.delete(name);
    return;
  }
  const shown = state.processes.get(name) ?? new ProcessState();
  shown.at = told.at;
  shown.isLeaving = told.isLeaving;
  for (const key of [...shown.numbers.keys()]) if (!(key in told.numbers)) shown.numbers.delete(key);
  for (const [key, value] of Object.entries(told.numbers))
    if (shown.numbers.get(key) !== value) shown.numbers.set(key, value);
  if (!state.processes.has(name)) state.processes.set(name, shown);
}

/** A list is another one by now. */
export function showChange(state: OperatorState, list: string): void {
  state.revisions.set(list, (state.revisions.get(list) ?? 0) + 1);
}

export function showAnnouncement(state: OperatorState, announced: Announcement | null): void {
  state.announced = announced?.text ?? '';
  state.announcedUntil = announced?.until ?? 0;
}

/** Proof for the compiler that the schema is what clients read. */
export const fits = (state: OperatorState): WireOperator => state;
