import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, columnOf, distance, rowOf } from '../../shared/games/color-clues/board.ts';
import type { Cell } from '../../shared/games/color-clues/types.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { Product } from '../harness/product.ts';
import { TableClient, tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

let product: Product;

beforeAll(async () => {
  product = await Product.start({
    BOT_PACE: '0',
    LIMIT_CREATES_PER_ADDRESS: '1000',
    LIMIT_SESSIONS_PER_ADDRESS: '1000',
  });
});
afterAll(async () => {
  await product.stop();
});

/** Everybody in playing order, the giver first. */
function fromGiver(clients: readonly TableClient[]): TableClient[] {
  const { game } = clients[0]!;
  const order = game.players.map(({ seat }) => seat);
  const start = order.indexOf(game.giver);
  return [...order.slice(start), ...order.slice(0, start)].map(
    (seat) => clients.find((client) => client.seat === seat)!,
  );
}

/** A cell this many steps from another one, to the side where there is room. */
function stepsFrom(cell: Cell, steps: number): Cell {
  const column = columnOf(cell);
  return cellAt(rowOf(cell), column + (column < 15 ? steps : -steps));
}

const WORDS = ['moss', 'brick', 'lagoon', 'ember', 'velvet', 'gravel'];

describe('a scripted match of three', () => {
  it('goes exactly as it always has', async () => {
    const { clients } = await tableOf(product, 3);
    const [host] = clients as [TableClient];
    const lines: string[] = [];
    const roles = new Map<TableClient, string>();
    const note = async (client: TableClient, what: string, command: unknown) => {
      const refusal = await client.say(command);
      const { phase, game } = client.table;
      const scores = game
        ? fromFirst.map((other) => game.players.find(({ seat }) => seat === other.seat)?.score)
        : [];
      const queue = game?.queue.map((seat) => roles.get(clients.find((other) => other.seat === seat)!));
      lines.push(
        `${roles.get(client) ?? 'host'} ${what}: ${refusal ?? 'ok'} | ${phase} ${game?.stage} ${game?.pass} round ${game?.round}/${game?.rounds} queue [${queue}] clues [${game?.clues}] scores [${scores}]`,
      );
    };
    let fromFirst: TableClient[] = [];
    expect(
      await host.say({ type: 'setOptions', options: { timers: 'normal', turns: 1, clueCheck: 'strict' } }),
    ).toBeNull();
    expect(await host.say({ type: 'start' })).toBeNull();
    for (const client of clients) await client.until(({ phase }) => phase === 'playing', 'the game');
    fromFirst = fromGiver(clients);
    for (const [index, client] of fromFirst.entries()) roles.set(client, `P${index + 1}`);

    for (let round = 1; round <= 3; round++) {
      for (const client of clients) await client.until(({ game }) => game?.round === round, `round ${round}`);
      const [giver, left, right] = fromGiver(clients) as [TableClient, TableClient, TableClient];
      const target = giver.game.secret!.card[0];
      const play = (client: TableClient, what: string, move: unknown) =>
        note(client, what, { type: 'play', move });
      await play(left, 'clues out of turn', { type: 'giveClue', cell: target, text: 'harbor' });
      await play(giver, 'names a color', { type: 'giveClue', cell: target, text: 'greenish' });
      await play(giver, 'picks a cell that is not on the card', {
        type: 'giveClue',
        cell: stepsFrom(target, 1),
        text: 'harbor',
      });
      await play(giver, 'gives a clue', { type: 'giveClue', cell: target, text: WORDS[round * 2 - 2] });
      await left.until(({ game }) => game?.stage === 'place', 'placing');
      await play(right, 'places out of turn', { type: 'placeMarker', cell: 0 });
      await play(left, 'places two steps off', { type: 'placeMarker', cell: stepsFrom(target, 2) });
      await right.until(({ game }) => game?.queue.length === 1, 'the turn');
      await play(right, 'wants the same cell', { type: 'placeMarker', cell: stepsFrom(target, 2) });
      await play(right, 'places on the spot', { type: 'placeMarker', cell: target });
      await giver.until(({ game }) => game?.stage === 'clue2', 'the second clue');
      await play(giver, 'repeats a word', { type: 'giveSecondClue', text: `${WORDS[round * 2 - 2]}s` });
      await play(giver, 'gives a second clue', { type: 'giveSecondClue', text: WORDS[round * 2 - 1] });
      await right.until(({ game }) => game?.stage === 'place', 'placing again');
      await play(right, 'places beside it', { type: 'placeMarker', cell: stepsFrom(target, 1) });
      await left.until(({ game }) => game?.queue.length === 1, 'the last turn');
      await play(left, 'places far away', { type: 'placeMarker', cell: stepsFrom(target, 9) });
      for (const client of clients) {
        await client.until(({ game }) => game?.stage === 'reveal' || game?.stage === 'over', 'the reveal');
        expect(client.game.target).toBe(target);
        expect(distance(target, client.game.target!)).toBe(0);
      }
      for (const client of [giver, left, right])
        await note(client, 'is ready', { type: 'play', move: { type: 'ready' } });
    }
    await note(host, 'plays again', { type: 'start' });
    await expect(`${lines.slice(0, -1).join('\n')}\n`).toMatchFileSnapshot('../fixtures/three-players.txt');
    expect(host.table.gameNumber).toBe(2);
  });
});

describe('everybody but the giver', () => {
  it('is sent the same bytes, none of them a secret, also who stops reading and who comes late (promise 8)', async () => {
    const { code, clients } = await tableOf(product, 4);
    const watcher = await TableClient.join(await Visitor.arrive(product), code);
    await watcher.until(({ seats }) => seats.length === 5, 'a seat of their own');
    expect(await watcher.say({ type: 'leave' })).toBeNull();
    expect(await clients[0]!.say({ type: 'start' })).toBeNull();
    for (const client of [...clients, watcher])
      await client.until(({ phase }) => phase === 'playing', 'the game');
    const [giver, first, second, third] = fromGiver(clients) as [
      TableClient,
      TableClient,
      TableClient,
      TableClient,
    ];
    second.socket.pause();
    const marks = new Map(
      [first, second, third, watcher].map((client) => [client, client.stateFrames.length]),
    );
    const target = giver.game.secret!.card[2];
    expect(await giver.play({ type: 'giveClue', cell: target, text: 'moss' })).toBeNull();
    await first.until(({ game }) => game?.stage === 'place', 'placing');
    expect(await first.play({ type: 'placeMarker', cell: 470 })).toBeNull();
    second.socket.resume();
    const late = await TableClient.join(await Visitor.arrive(product), code);
    expect(await second.play({ type: 'placeMarker', cell: 471 })).toBeNull();
    await third.until(({ game }) => game?.queue.length === 1, 'the turn');
    expect(await third.play({ type: 'placeMarker', cell: 472 })).toBeNull();
    for (const client of [giver, first, second, third, watcher, late]) {
      await client.until(({ game }) => game?.stage === 'clue2', 'the second clue');
    }
    const since = (client: TableClient) =>
      client.stateFrames.slice(marks.get(client)).map((frame) => frame.toString('hex'));
    const [frames, ...others] = [...marks.keys()].map(since);
    expect(frames!.length).toBeGreaterThanOrEqual(4);
    for (const other of others) expect(other).toEqual(frames);
    for (const client of [first, second, third, watcher, late]) {
      expect(client.game.secret).toBeNull();
      expect(client.game.target).toBeNull();
      expect(client.secretOnTheWire).toEqual([]);
    }
    expect(giver.secretOnTheWire).toEqual([...giver.game.secret!.card, target]);
    expect(giver.game.secret?.target).toBe(target);
    // Back with a new socket: the secret is with the giver, and with nobody else.
    const again = await TableClient.join(giver.visitor, code);
    expect(again.game.secret?.target).toBe(target);
    expect((await TableClient.join(first.visitor, code)).game.secret).toBeNull();
  });
});

describe('a seat', () => {
  it('belongs to a person: a new socket gets it back, the older one is told', async () => {
    const { code, clients } = await tableOf(product, 1);
    const [first] = clients as [TableClient];
    const seat = first.seat;
    const second = await TableClient.join(first.visitor, code);
    expect(second.seat).toBe(seat);
    expect(await first.socket.closed()).toBe(CLOSE.takenOver);
    second.socket.cut();
    const third = await TableClient.join(first.visitor, code);
    expect(third.seat).toBe(seat);
    expect(third.table.seats).toHaveLength(1);
  });

  it('is shown as away when the socket is lost, and as taken when it is back', async () => {
    const { code, clients } = await tableOf(product, 2);
    const [ana, ben] = clients as [TableClient, TableClient];
    ben.socket.cut();
    await ana.until(({ seats }) => seats[1]?.awaySince !== null, 'the absence');
    await TableClient.join(ben.visitor, code);
    await ana.until(({ seats }) => seats[1]?.awaySince === null, 'the return');
  });

  it('is shown as away during a game, too, when the socket is lost without a word', async () => {
    const { clients } = await tableOf(product, 3);
    const [ana, ben] = clients as [TableClient, TableClient];
    expect(await ana.say({ type: 'start' })).toBeNull();
    ben.socket.answersPings = false;
    await ana.until(({ seats }) => seats[1]?.awaySince !== null, 'the absence');
  });

  it('is lost for good by a kick', async () => {
    const { code, clients } = await tableOf(product, 2);
    const [host, guest] = clients as [TableClient, TableClient];
    expect(await guest.say({ type: 'kick', seat: host.seat })).toBe('not_host');
    expect(await host.say({ type: 'kick', seat: guest.seat })).toBeNull();
    expect(await guest.socket.closed()).toBe(CLOSE.kicked);
    const answer = await guest.visitor.askSeat(code);
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([403, 'kicked']);
  });

  it('of a bot goes to who comes, and a game that runs is only watched until the round is over', async () => {
    const { code, clients } = await tableOf(product, 1);
    const [host] = clients as [TableClient];
    for (let i = 0; i < 2; i++) expect(await host.say({ type: 'addBot' })).toBeNull();
    expect(await host.say({ type: 'start' })).toBeNull();
    await host.until(({ phase }) => phase === 'playing', 'the game');
    const visitor = await Visitor.arrive(product);
    const guest = await TableClient.join(visitor, code);
    const isWaiting = guest.table.queue.some(({ id }) => id === visitor.id);
    expect(isWaiting || guest.seat !== null).toBe(true);
  });

  it('shows the new name of its person', async () => {
    const { clients } = await tableOf(product, 2);
    const [ana, ben] = clients as [TableClient, TableClient];
    const renamed = await ben.visitor.call('/api/me', { method: 'PATCH', body: { name: 'Benjamin' } });
    expect(renamed.status).toBe(200);
    await ana.until(({ seats }) => seats[1]?.person.name === 'Benjamin', 'the new name');
  });

  it('of the host is handed over when the host leaves', async () => {
    const { clients } = await tableOf(product, 2);
    const [host, guest] = clients as [TableClient, TableClient];
    expect(await host.say({ type: 'leave' })).toBeNull();
    await guest.until(({ host: seat }) => seat === guest.seat, 'the office');
  });
});

describe('a command that is sent twice', () => {
  it('is answered the same way both times and carried out once', async () => {
    const { clients } = await tableOf(product, 2);
    const [host, guest] = clients as [TableClient, TableClient];
    const seats = host.table.seats.length;
    expect([
      await host.say({ type: 'addBot' }, 'twice-the-same'),
      await host.say({ type: 'addBot' }, 'twice-the-same'),
    ]).toEqual([null, null]);
    expect(host.table.seats).toHaveLength(seats + 1);
    expect([
      await guest.say({ type: 'leave' }, 'leave-twice'),
      await guest.say({ type: 'leave' }, 'leave-twice'),
    ]).toEqual([null, null]);
    expect(await guest.say({ type: 'leave' }, 'leave-again')).toBe('not_seated');
  });
});

describe('bad input', () => {
  const bad: unknown[] = [
    null,
    undefined,
    1,
    'start',
    [],
    {},
    { id: 'abcdefgh' },
    { id: 'short', command: { type: 'start' } },
    { id: 'a'.repeat(65), command: { type: 'start' } },
    { id: 'abcdefgh', command: { type: 'nothing' } },
    { id: 'abcdefgh', command: { type: 'start', more: true } },
    { id: 'abcdefgh', command: { type: 'start' }, more: true },
    { id: 'abcdefgh', command: { type: 'open', name: 'x', visibility: 'public', options: null, bots: 0 } },
    { id: 'abcdefgh', command: { type: 'sit', person: { id: 'p', name: 'x', marker: 0 } } },
    { id: 'abcdefgh', command: { type: 'timeUp' } },
    { id: 'abcdefgh', command: { type: 'goAway', player: 'p' } },
    { id: 'abcdefgh', command: { type: 'kick', seat: 0 } },
    { id: 'abcdefgh', command: { type: 'kick', seat: 1.5 } },
    { id: 'abcdefgh', command: { type: 'kick', seat: Number.NaN } },
    { id: 'abcdefgh', command: { type: 'setOptions', options: { timers: 'never' } } },
    { id: 'abcdefgh', command: { type: 'play' } },
    { id: 'abcdefgh', command: { type: 'play', move: { type: 'seatLeft', seat: 1 } } },
    { id: 'abcdefgh', command: { type: 'play', move: { type: 'placeMarker', cell: -1 } } },
    { id: 'abcdefgh', command: { type: 'play', move: { type: 'placeMarker', cell: 480 } } },
    {
      id: 'abcdefgh',
      command: { type: 'play', move: { type: 'placeMarker', cell: Number.POSITIVE_INFINITY } },
    },
    { id: 'abcdefgh', command: { type: 'play', move: { type: 'giveClue', cell: 1, text: 'x'.repeat(101) } } },
    { id: 'abcdefgh', command: { type: 'play', move: { type: 'giveClue', cell: 1, text: 7 } } },
  ];

  it('of every shape is refused in words, and costs nobody else anything', async () => {
    const { clients } = await tableOf(product, 2);
    const [witness] = clients as [TableClient];
    const frames = witness.stateFrames.length;
    for (const payload of bad) {
      // A person who sends too much nonsense is cut off; everyone here has a person of their own.
      const visitor = await Visitor.arrive(product);
      const made = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
      const client = await TableClient.join(visitor, JSON.parse(made.text).code);
      expect([JSON.stringify(payload), await client.send('command', payload)]).toEqual([
        JSON.stringify(payload),
        'bad_message',
      ]);
      expect(await client.send('clock', {})).toBeNull();
      client.socket.cut();
    }
    expect(witness.stateFrames.length).toBe(frames);
    expect(await witness.send('clock', {})).toBeNull();
  });

  it('does not find tables: codes that are wrong, or not codes at all', async () => {
    const visitor = await Visitor.arrive(product);
    for (const code of ['XXXX', 'baba', 'BA', 'constructor', '..%2f']) {
      const { status } = await visitor.askSeat(code);
      expect([code, status]).toEqual([code, 404]);
    }
  });
});

describe('the list of tables', () => {
  it('names public tables that people are at, with these fields and no others', async () => {
    const visitor = await Visitor.arrive(product);
    const made = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'public' } });
    const { code } = JSON.parse(made.text) as { code: string };
    await TableClient.join(visitor, code);
    let found: Record<string, unknown> | undefined;
    await until(async () => {
      const response = await fetch(`${product.url}/api/tables/live`);
      const { value } = await response.body!.getReader().read();
      const data = /data: (.*)/.exec(new TextDecoder().decode(value))?.[1] ?? '{"tables":[]}';
      const { tables } = JSON.parse(data) as { tables: Record<string, unknown>[] };
      found = tables.find((table) => table.code === code);
      return found !== undefined;
    }, 'the table to be listed');
    expect(Object.keys(found!).sort()).toEqual([
      'bots',
      'code',
      'game',
      'isFree',
      'language',
      'maxSeats',
      'mode',
      'name',
      'people',
      'phase',
      'progress',
      'seats',
      'watchers',
    ]);
  });
});

describe('what is spoken at a new table', () => {
  it('is what was asked for, else what the browser likes to read', async () => {
    const languageAt = async (path: string, body: object) => {
      const visitor = await Visitor.arrive(product);
      const headers = { 'Accept-Language': 'de-AT,de;q=0.9,en;q=0.5' };
      const answer = await visitor.call(path, { method: 'POST', body, headers });
      const { code } = JSON.parse(answer.text) as { code: string };
      return (await TableClient.join(visitor, code)).table.language;
    };
    const friends = { visibility: 'private' };
    expect(await languageAt('/api/tables', { ...friends, language: 'ja' })).toBe('ja');
    expect(await languageAt('/api/tables', friends)).toBe('de');
    // Nobody else is at a table for this way to play.
    expect(await languageAt('/api/play', { mode: 'party', language: 'ja' })).toBe('ja');
  });
});

describe('the way back to a table', () => {
  const mineOf = async (visitor: Visitor) =>
    (JSON.parse((await visitor.call('/api/tables/mine')).text) as { tables: { code: string }[] }).tables;
  const playNow = async (visitor: Visitor): Promise<string> => {
    const answer = await visitor.call('/api/play', { method: 'POST', body: {} });
    return (JSON.parse(answer.text) as { code: string }).code;
  };

  it('is known while one has a seat, whoever is connected, and Play now leads there', async () => {
    const visitor = await Visitor.arrive(product, '10.7.0.1');
    expect(await mineOf(visitor)).toEqual([]);
    const made = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
    const { code } = JSON.parse(made.text) as { code: string };
    const client = await TableClient.join(visitor, code);
    for (const type of ['addBot', 'addBot', 'start']) expect(await client.say({ type })).toBeNull();
    await client.until(({ phase }) => phase === 'playing', 'the game');
    client.socket.cut(); // the page is closed, the game runs on
    await until(async () => (await mineOf(visitor)).length === 1, 'the seat to be known');
    const [mine] = await mineOf(visitor);
    expect(mine).toMatchObject({
      code,
      game: 'color-clues',
      phase: 'playing',
      progress: { unit: 'round', now: 1, of: 6 },
    });
    expect(Object.keys(mine!).sort()).toEqual(['code', 'game', 'name', 'phase', 'progress']);
    expect(await playNow(visitor)).toBe(code);
    const other = { method: 'POST', body: { game: 'snap' } };
    expect(await visitor.call('/api/play', other)).toMatchObject({ status: 404 });
    expect((await visitor.call('/api/play', other)).text).toContain('"unknown_game"');
    const stranger = await Visitor.arrive(product, '10.7.0.2');
    expect(await mineOf(stranger)).toEqual([]);
  });

  it('leads to the newest of several, and to none that was left', async () => {
    const visitor = await Visitor.arrive(product, '10.7.0.3');
    const codes: string[] = [];
    const clients: TableClient[] = [];
    for (let i = 0; i < 2; i++) {
      const made = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
      const { code } = JSON.parse(made.text) as { code: string };
      codes.unshift(code);
      clients.unshift(await TableClient.join(visitor, code));
      await until(async () => (await mineOf(visitor)).length === i + 1, 'the seat to be known');
    }
    expect((await mineOf(visitor)).map(({ code }) => code)).toEqual(codes);
    expect(await playNow(visitor)).toBe(codes[0]);
    expect(await clients[0]!.say({ type: 'leave' })).toBeNull();
    expect((await mineOf(visitor)).map(({ code }) => code)).toEqual([codes[1]]);
  });
});
