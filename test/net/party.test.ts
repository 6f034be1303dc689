import { Protocol } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../harness/product.ts';
import { TableClient, tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

let product: Product;

beforeAll(async () => {
  product = await Product.start({ BOT_PACE: '0', LIMIT_SESSIONS_PER_ADDRESS: '1000' });
});
afterAll(async () => {
  await product.stop();
});

const OPTIONS = { preset: 'party', timers: 'off', turns: 1, clues: 2, clueCheck: 'strict' };

/** A party of so many at which the first clue has been given, and somebody who watches. */
async function party(people: number) {
  const { code, clients } = await tableOf(product, people);
  const [host] = clients as [TableClient];
  expect(await host.say({ type: 'setOptions', options: OPTIONS })).toBeNull();
  expect(await host.say({ type: 'start' })).toBeNull();
  const watcher = await TableClient.join(await Visitor.arrive(product), code);
  const giver = clients.find(({ seat, game }) => seat === game.giver)!;
  const [cell] = giver.game.secret!.card;
  expect(await giver.play({ type: 'giveClue', cell, text: 'lagoon' })).toBeNull();
  const guessers = clients.filter((client) => client !== giver);
  const everybody = [...clients, watcher];
  await allAt(everybody, 'place');
  return { code, giver, guessers, watcher, everybody };
}

const allAt = async (clients: readonly TableClient[], stage: string): Promise<void> => {
  for (const client of clients) await client.until(({ game }) => game?.stage === stage, stage);
};
const place = (client: TableClient, cell: number) => client.play({ type: 'placeMarker', cell });
/** Waits for everything that was on its way. */
const flush = async (clients: readonly TableClient[]): Promise<void> => {
  for (const client of clients) await client.send('clock', {});
};
const framesOf = (clients: readonly TableClient[]) => clients.map(({ stateFrames }) => stateFrames.length);
const cellsSeenBy = ({ game }: TableClient) =>
  game.players.flatMap(({ markers }) => markers).filter((cell) => cell !== null);

/** How many reactions somebody was shown. */
const reactionsSeenBy = ({ socket }: TableClient): number =>
  socket.frames.filter((frame) => frame[0] === Protocol.ROOM_DATA && frame.includes('reaction')).length;

describe('a party over sockets', () => {
  it('lets reactions go where words go: to guessers and who watches, to and from the giver after the reveal', async () => {
    const { code, guessers, giver, watcher, everybody } = await party(3);
    const [ana, ben] = guessers as [TableClient, TableClient];
    const react = (client: TableClient, emoji = '😂') => client.send('react', { emoji });
    const before = framesOf([giver]);
    expect([await react(giver), await react(watcher), await react(ana, '🟩'), await react(ana)]).toEqual([
      'react_later',
      'not_seated',
      'bad_message',
      null,
    ]);
    await flush(everybody);
    expect([giver, ana, ben, watcher].map(reactionsSeenBy)).toEqual([0, 1, 1, 1]);
    expect(framesOf([giver])).toEqual(before);
    for (const client of guessers) expect(await place(client, 7)).toBeNull();
    await allAt(everybody, 'clue2');
    expect(await giver.play({ type: 'skipSecondClue' })).toBeNull();
    await allAt(everybody, 'reveal');
    expect([await react(giver), await react(ana), await react(ana), await react(ana)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await react(ana)).toBe('rate_limited');
    await flush(everybody);
    expect([giver, ana, ben, watcher].map(reactionsSeenBy)).toEqual([4, 5, 5, 5]);
    // What is over is over: whoever comes in now sees nothing of it.
    const late = await TableClient.join(ana.visitor, code);
    await flush([late]);
    expect(reactionsSeenBy(late)).toBe(0);
  });

  it('tells everybody how many have placed, and nobody where, before all are shown at once (rule 8.4)', async () => {
    const { guessers, giver, watcher, everybody } = await party(4);
    const [ana, ben, cleo] = guessers as [TableClient, TableClient, TableClient];
    expect(await place(ana, 7)).toBeNull();
    const others = everybody.filter((client) => client !== ana);
    for (const client of others) await client.until(({ game }) => game?.placed === 1, 'the count');
    for (const client of others) {
      expect(cellsSeenBy(client)).toEqual([]);
      expect(client.laidOnTheWire.filter(([seat]) => seat !== client.seat)).toEqual([]);
    }
    expect(giver.laidOnTheWire).toEqual([]);
    expect(watcher.laidOnTheWire).toEqual([]);
    expect(ana.laidOnTheWire).toEqual([[ana.seat, 7]]);

    // A marker that is moved is no byte to anybody else.
    await flush(everybody);
    const before = framesOf(others);
    for (const cell of [8, 9, 100]) expect(await place(ana, cell)).toBeNull();
    await flush(everybody);
    expect(framesOf(others)).toEqual(before);
    expect(cellsSeenBy(ana)).toEqual([100]);

    expect(await place(ben, 100)).toBeNull();
    expect(await place(cleo, 200)).toBeNull();
    await allAt(everybody, 'clue2');
    for (const client of everybody) expect(cellsSeenBy(client).sort()).toEqual([100, 100, 200]);
  });

  it('keeps a marker for who comes back, and shows none to who comes late', async () => {
    const { code, guessers } = await party(3);
    const [ana, ben] = guessers as [TableClient, TableClient];
    expect(await place(ana, 7)).toBeNull();
    ana.socket.cut();
    await ben.until(({ seats }) => seats.some(({ awaySince }) => awaySince !== null), 'them to be away');
    const again = await TableClient.join(ana.visitor, code);
    const late = await TableClient.join(await Visitor.arrive(product), code);
    await until(() => cellsSeenBy(again).length > 0, 'the own marker');
    expect([cellsSeenBy(again), cellsSeenBy(late), cellsSeenBy(ben)]).toEqual([[7], [], []]);
    expect([late.laidOnTheWire, late.game.placed]).toEqual([[], 1]);
    // Ids of wishes begin anew with each client here.
    const move = { type: 'placeMarker', cell: 8 };
    expect(await again.say({ type: 'play', move }, `again-${again.visitor.id}`)).toBeNull();
    expect(await place(ben, 9)).toBeNull();
    await late.until(({ game }) => game?.stage === 'clue2', 'the markers');
    expect(cellsSeenBy(late).sort()).toEqual([8, 9]);
  });

  it('is refused with a sentence where those at the table could not all play (rule 7.1)', async () => {
    const { clients } = await tableOf(product, 2);
    const [host] = clients as [TableClient];
    expect(await host.say({ type: 'start' })).toBe('too_few_players');
    expect(await host.say({ type: 'setOptions', options: OPTIONS })).toBeNull();
    for (let bot = 0; bot < 9; bot++) expect(await host.say({ type: 'addBot' })).toBeNull();
    const classic = { ...OPTIONS, preset: 'classic' };
    expect(await host.say({ type: 'setOptions', options: classic })).toBe('too_many_players');
    expect(await host.say({ type: 'setOptions', options: { ...OPTIONS, clues: 3 } })).toBe('bad_message');
    expect(await host.say({ type: 'start' })).toBeNull();
    expect(host.game).toMatchObject({ preset: 'party', rounds: 11 });
  });
});
