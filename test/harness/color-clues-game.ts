import { expect } from 'vitest';
import type { TableClient } from './table-client.ts';
import { until } from './until.ts';

const CLUES = ['lagoon', 'velvet', 'ember'];

/** Plays the game of a table to its end, one clue a round. */
export async function playColorClues(clients: readonly TableClient[]): Promise<void> {
  const [host] = clients as [TableClient];
  expect(
    await host.say({ type: 'setOptions', options: { timers: 'off', turns: 1, clueCheck: 'strict' } }),
  ).toBeNull();
  expect(await host.say({ type: 'start' })).toBeNull();
  const bySeat = (seat: number) => clients.find((client) => client.seat === seat)!;
  const inStep = (isThere: (client: TableClient) => boolean, what: string) =>
    until(() => clients.every((client) => client.view?.game && isThere(client)), what);
  for (let round = 1; round <= clients.length; round++) {
    await inStep(({ game }) => game.round === round, `round ${round}`);
    const giver = bySeat(host.game.giver);
    const cell = giver.game.secret!.card[round % 4]!;
    expect(await giver.play({ type: 'giveClue', cell, text: CLUES[round - 1]! })).toBeNull();
    for (let turn = 1; turn < clients.length; turn++) {
      await inStep(({ game }) => game.queue.length === clients.length - turn, `turn ${turn}`);
      await bySeat(host.game.queue[0]!).play({ type: 'placeMarker', cell: turn });
    }
    await inStep(({ game }) => game.stage === 'clue2', 'the second clue');
    expect(await giver.play({ type: 'skipSecondClue' })).toBeNull();
    await inStep(({ game }) => game.stage === 'reveal', 'the reveal');
    for (const client of clients) await client.play({ type: 'ready' });
  }
  await inStep(({ table }) => table.phase === 'over', 'the end');
}
