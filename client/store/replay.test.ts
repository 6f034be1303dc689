import { expect, it } from 'vitest';
import type { Replay } from '../../shared/core/replay.ts';
import { Replaying } from './replay.ts';

/** A game whose view is the last fact. */
const told: Replay<string, string, string> = {
  initial: '',
  evolve: (_, fact) => fact,
  view: (state) => state,
  isQuiet: (view) => view === 'thinks',
  begin: () => ({ isHolding: false, tell: () => [] }),
  read: (fact) => fact as string,
};

it('a step is shown as long as it was, within limits, and not for long when nothing is to be seen', () => {
  const replaying = new Replaying(told as Replay, 'Somebody');
  const steps = [
    [0, 'thinks'],
    [20_000, 'marker'],
    [22_000, 'marker'],
    [22_010, 'revealed'],
    [40_000, 'thinks'],
  ] as const;
  const page = { steps: steps.map(([at, event]) => ({ at, events: [{ type: 'gameEvent', event }] })) };
  expect(replaying.add(page as never)).toBe(true);
  const lasting = steps.map((_, step) => replaying.lasts(step));
  expect(lasting).toEqual([600, 2_000, 600, 3_000, 600]);
});
