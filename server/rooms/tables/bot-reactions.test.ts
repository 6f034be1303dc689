import { expect, it } from 'vitest';
import { playerId } from '../../../shared/core/ids.ts';
import { FakeClock, seededEntropy } from '../../../test/harness/fakes.ts';
import { ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { BotReactions } from './bot-reactions.ts';
import type { BotReacts } from './bots.ts';

it('a bot reacts a while after a moment, unless a person has taken its seat by then', async () => {
  const table = new ScriptedTable(1);
  table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  table.tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
  const bots = table.state.seats.filter(({ kind }) => kind === 'bot').map(({ id }) => id);
  let isMoment = true;
  const reacts: BotReacts<unknown> = {
    isMoment: () => isMoment,
    react: () => ({ emoji: '😂', afterMs: 3_000 }),
  };
  const clock = new FakeClock();
  const shown: number[] = [];
  const reactions = new BotReactions(reacts, { clock, entropy: seededEntropy(1), botPace: 1 }, ({ seat }) =>
    shown.push(seat),
  );
  const view = table.view(null);
  reactions.update(view);
  reactions.update(view);
  isMoment = false;
  const [taken, ...others] = bots;
  const seats = view.seats.map((seat) => (seat.id === taken ? { ...seat, kind: 'human' as const } : seat));
  await clock.advance(2_000);
  reactions.update({ ...view, seats });
  expect(shown).toEqual([]);
  await clock.advance(2_000);
  expect(shown).toEqual(others);
  expect(shown.length).toBeGreaterThan(1);
});
