import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GamesAnswer, StatisticsAnswer } from '../../shared/protocol/games.ts';
import type { MetAnswer } from '../../shared/protocol/met.ts';
import { type ReadReplayPage, replayPageSchema } from '../../shared/protocol/replay.ts';
import { playColorClues } from '../harness/color-clues-game.ts';
import { Product } from '../harness/product.ts';
import { TableClient, tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { call, Visitor } from '../harness/visitor.ts';

const directory = mkdtempSync(join(tmpdir(), 'color-clues-past-'));
const start = () =>
  Product.start({
    DATA_DIR: directory,
    LIMIT_MESSAGE_RATE: '1000',
    LIMIT_MESSAGE_BURST: '1000',
    LIMIT_REPLAYS_PER_ADDRESS: '12',
  });
let product: Product;
let clients: TableClient[];
beforeAll(async () => {
  product = await start();
  ({ clients } = await tableOf(product, 3));
  // Two of the three want to remember whom they play with.
  for (const { visitor } of clients.slice(0, 2)) await post(visitor, '/api/met', { isOn: true });
  await playColorClues(clients);
});
afterAll(async () => {
  await product.stop();
  rmSync(directory, { recursive: true, force: true });
});

const read = async <T>(visitor: Visitor, path: string): Promise<T> =>
  JSON.parse((await visitor.call(path)).text);
const post = (visitor: Visitor, path: string, body: object, method = 'POST') =>
  visitor.call(path, { method, body });
const metBy = (visitor: Visitor) => read<MetAnswer>(visitor, '/api/met');
const ownGames = (visitor: Visitor) => read<GamesAnswer>(visitor, '/api/games');

describe('a finished game', () => {
  let address = '';
  let watched: ReadReplayPage;

  it('is in the lists of those who played it, and counted', async () => {
    const [ana, ben] = clients.map(({ visitor }) => visitor) as [Visitor, Visitor];
    await until(async () => (await ownGames(ben)).games.length === 1, 'the game in the list');
    const [game] = (await ownGames(ana)).games;
    expect(game).toMatchObject({ game: 'color-clues', number: 1, hasReplay: true });
    expect(game!.players.map(({ name }) => name).sort()).toEqual(
      clients.map(({ visitor }) => visitor.playerName).sort(),
    );
    const { games, isRanked } = await read<StatisticsAnswer>(ana, '/api/games/statistics');
    expect(games).toMatchObject([{ game: 'color-clues', played: 1, counts: { given: 1, markers: 2 } }]);
    expect(isRanked).toBeNull();
    const refused = await ana.call('/api/games/ranked', { method: 'POST', body: { isIn: true } });
    expect(refused.status).toBe(409);
    address = `/api/replays/${game!.match}/1`;
  });

  it('of a private table is watched again by those who played it; to others it is as if there were none', async () => {
    const answer = await clients[0]!.visitor.call(address);
    watched = replayPageSchema.parse(JSON.parse(answer.text));
    expect(answer.text).not.toMatch(/"seed"|"card"|"secret"/);
    for (const { visitor } of clients) expect(answer.text).not.toContain(visitor.id);
    const stranger = await Visitor.arrive(product);
    const none = await stranger.call('/api/replays/nobody/1');
    const hidden = await stranger.call(address);
    expect([hidden.status, hidden.text]).toEqual([404, none.text]);
    expect((await call(product.url, address)).text).toBe(none.text);
    for (const bad of ['0', '2', 'first', '1x', '99999999999'])
      expect((await clients[0]!.visitor.call(address.replace(/1$/, bad))).status).toBe(404);
  });

  it('brings those together who want it, and shows where they sit unless they do not want that (rule 10.9)', async () => {
    const [ana, ben, cleo] = clients.map(({ visitor }) => visitor) as [Visitor, Visitor, Visitor];
    await until(async () => (await metBy(ben)).people.length === 1, 'the meeting');
    expect((await metBy(ben)).people[0]).toMatchObject({ id: ana.id, name: ana.playerName });
    const [known] = (await metBy(ana)).people;
    expect(known).toMatchObject({ id: ben.id, table: null, mayBeAsked: true });
    expect(await metBy(cleo)).toEqual({ isOn: false, people: [] });
    const { code } = JSON.parse((await post(ben, '/api/tables', { visibility: 'public' })).text);
    const seat = await TableClient.join(ben, code);
    const tableShown = async () => (await metBy(ana)).people[0]?.table ?? null;
    await until(async () => (await tableShown()) !== null, 'the table where ben sits');
    expect(await tableShown()).toEqual({ code, game: 'color-clues', name: `Table ${code}` });
    await post(ben, '/api/chat/settings', { whoMayWrite: 'nobody' }, 'PATCH');
    expect((await metBy(ana)).people).toMatchObject([{ id: ben.id, table: null, mayBeAsked: false }]);
    await post(ben, '/api/chat/block', { person: ana.id, isBlocked: true });
    expect([(await metBy(ana)).people, (await metBy(ben)).people]).toEqual([[], []]);
    await post(ben, '/api/chat/block', { person: ana.id, isBlocked: false });
    const forgotten = JSON.parse((await post(ana, '/api/met/forget', { person: ben.id })).text);
    expect([forgotten, (await metBy(ben)).people.length]).toEqual([{ isOn: true, people: [] }, 1]);
    await seat.say({ type: 'leave' });
  });

  it('is there after a kill, at the same address', async () => {
    for (const { socket } of clients) socket.cut();
    await product.stop('SIGKILL');
    product = await start();
    const [ana] = clients as [TableClient];
    const again = await ana.visitor.at(product);
    expect(replayPageSchema.parse(await read(again, address))).toEqual(watched);
    expect((await ownGames(again)).games).toHaveLength(1);
  });

  it('is in the file of whoever asks for everything, and goes with them; their name is shown to nobody', async () => {
    const [ana, ben] = await Promise.all(clients.map(({ visitor }) => visitor.at(product)));
    const everything = await read<{ games: object[] }>(ana!, '/api/account/data');
    expect(everything.games).toMatchObject([{ game: 'color-clues', number: 1 }]);
    const body = { password: null, name: clients[0]!.visitor.playerName };
    expect((await ana!.call('/api/account/delete', { method: 'POST', body })).status).toBe(200);
    const names = () => ownGames(ben!).then(({ games: [game] }) => game!.players.map(({ name }) => name));
    await until(async () => (await names()).includes(''), 'the name to be gone');
    const shown = replayPageSchema.parse(await read(ben!, address));
    expect(JSON.stringify(shown)).not.toContain(body.name);
  });

  it('is read no more often than its budget allows', async () => {
    const ben = await clients[1]!.visitor.at(product);
    const statuses = [];
    for (let i = 0; i < 14; i++) statuses.push((await ben.call(address)).status);
    expect(statuses).toContain(429);
  });
});
