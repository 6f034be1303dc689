import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { askSeat, bodyOf, RoomClient, verdictOf } from '../harness/matrix-client.ts';
import { type Grid, readGrid } from '../harness/matrix-expected.ts';
import { MOVES, TABLE_COMMANDS } from '../harness/matrix-messages.ts';
import { Grounds } from '../harness/matrix-people.ts';
import { must, writing } from '../harness/matrix-worlds.ts';
import type { Product } from '../harness/product.ts';
import { TableClient, tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

/** Nobody at these tables plays otherwise; a word that is no name of a color. */
const CLUE = 'lagoon';
/** How soon whoever was sent away is out at the latest, ms: at once, as far as a busy machine does anything at once. */
const OUT_MS = 10_000;
/** No table of these tests has so many seats. */
const NO_SEAT = 60_000;
let grounds: Grounds;
let product: Product;
beforeAll(async () => {
  grounds = await Grounds.open();
  product = await grounds.start();
});
afterAll(() => grounds.stop());

/** A table with a host, two people and somebody who only watches, in one stage of a game. */
interface Tried {
  readonly code: string;
  readonly by: ReadonlyMap<string, TableClient>;
  /** Nobody tries anything from here. */
  readonly witness: TableClient;
  /** A color that the giver may name. */
  readonly cell: number;
}

type Command = (tried: Tried) => { readonly type: string; readonly move?: { readonly type: string } };
const seatOf = ({ by }: Tried, role: string): number | null => by.get(role)?.seat ?? NO_SEAT;
const play = (move: object): ReturnType<Command> => ({ type: 'play', move: move as { type: string } });

/** Everything that can be wished for at a table. */
const ACTS: Readonly<Record<string, Command>> = {
  sit: () => ({ type: 'sit' }),
  start: () => ({ type: 'start' }),
  setOptions: () => ({ type: 'setOptions', options: { timers: 'off', turns: 1, clueCheck: 'off' } }) as never,
  addBot: () => ({ type: 'addBot' }),
  setBotLevel: (tried) => ({ type: 'setBotLevel', seat: tried.witness.seat, level: 5 }) as never,
  kickOther: (tried) => ({ type: 'kick', seat: tried.witness.seat }),
  kickHost: (tried) => ({ type: 'kick', seat: seatOf(tried, 'host') }),
  kickNobody: () => ({ type: 'kick', seat: NO_SEAT }),
  makeHostOther: (tried) => ({ type: 'makeHost', seat: tried.witness.seat }),
  makeHostHost: (tried) => ({ type: 'makeHost', seat: seatOf(tried, 'host') }),
  skipTurn: () => ({ type: 'skipTurn' }),
  moveSeat: (tried) => ({ type: 'moveSeat', seat: tried.witness.seat, place: 0 }) as never,
  pause: () => ({ type: 'pause' }),
  goOn: () => ({ type: 'goOn' }),
  setLock: () => ({ type: 'setLock', isLocked: true }) as never,
  letBackIn: () => ({ type: 'letBackIn', player: 'nobody-was' }) as never,
  setLanguage: () => ({ type: 'setLanguage', language: 'fr' }) as never,
  setPassword: () => ({ type: 'setPassword', password: 'moss' }) as never,
  leave: () => ({ type: 'leave' }),
  giveClue: ({ cell }) => play({ type: 'giveClue', cell, text: CLUE }),
  giveSecondClue: () => play({ type: 'giveSecondClue', text: 'gravel' }),
  skipSecondClue: () => play({ type: 'skipSecondClue' }),
  placeMarker: () => play({ type: 'placeMarker', cell: 1 }),
  challengeClue: () => play({ type: 'challengeClue' }),
  ready: () => play({ type: 'ready' }),
  volunteer: () => play({ type: 'volunteer', wants: true }),
};

const WAITING = readGrid(`
                host          seated      spectator
sit             already_seated already_seated ok
start           ok            not_host    not_seated
setOptions      ok            not_host    not_seated
addBot          ok            not_host    not_seated
setBotLevel     unknown_seat  not_host    not_seated
kickOther       ok            not_host    not_seated
kickHost        unknown_seat  not_host    not_seated
kickNobody      unknown_seat  not_host    not_seated
makeHostOther   ok            not_host    not_seated
makeHostHost    no_change     not_host    not_seated
skipTurn        no_game       not_host    not_seated
moveSeat        ok            not_host    not_seated
pause           no_game       not_host    not_seated
goOn            no_change     not_host    not_seated
setLock         ok            not_host    not_seated
letBackIn       unknown_person not_host   not_seated
setLanguage     ok            not_host    not_seated
setPassword     ok            not_host    not_seated
leave           ok            ok          not_seated
giveClue        no_game       no_game     not_seated
giveSecondClue  no_game       no_game     not_seated
skipSecondClue  no_game       no_game     not_seated
placeMarker     no_game       no_game     not_seated
challengeClue   no_game       no_game     not_seated
ready           no_game       no_game     not_seated
volunteer       no_game       no_game     not_seated
`);

/** Before the first clue. The host may be anybody: what only a host may do is in the other grid. */
const CLUE_STAGE = readGrid(`
                giver         next           last           spectator
giveClue        ok            not_your_turn  not_your_turn  not_seated
giveSecondClue  wrong_stage   wrong_stage    wrong_stage    not_seated
skipSecondClue  wrong_stage   wrong_stage    wrong_stage    not_seated
placeMarker     wrong_stage   wrong_stage    wrong_stage    not_seated
challengeClue   wrong_stage   wrong_stage    wrong_stage    not_seated
ready           wrong_stage   wrong_stage    wrong_stage    not_seated
volunteer       giver_in_turn giver_in_turn  giver_in_turn  not_seated
sit             already_seated already_seated already_seated ok
leave           ok            ok             ok             not_seated
`);

const PLACE_STAGE = readGrid(`
                giver         next           last           spectator
giveClue        wrong_stage   wrong_stage    wrong_stage    not_seated
giveSecondClue  wrong_stage   wrong_stage    wrong_stage    not_seated
skipSecondClue  wrong_stage   wrong_stage    wrong_stage    not_seated
placeMarker     not_your_turn ok             not_your_turn  not_seated
challengeClue   not_your_turn ok             ok             not_seated
ready           wrong_stage   wrong_stage    wrong_stage    not_seated
`);

const RUNNING_HOST = readGrid(`
                host          seated      spectator
start           game_running  not_host    not_seated
setOptions      game_running  not_host    not_seated
addBot          seats_closed  not_host    not_seated
setBotLevel     unknown_seat  not_host    not_seated
kickOther       ok            not_host    not_seated
kickHost        unknown_seat  not_host    not_seated
makeHostOther   ok            not_host    not_seated
moveSeat        ok            not_host    not_seated
pause           ok            not_host    not_seated
goOn            no_change     not_host    not_seated
`);

async function waiting(): Promise<Tried> {
  const { code, clients } = await tableOf(product, 3);
  const [host, seated, witness] = clients as [TableClient, TableClient, TableClient];
  const spectator = await TableClient.join(await Visitor.arrive(product), code);
  expect(await spectator.say({ type: 'leave' })).toBeNull();
  const by = new Map([
    ['host', host],
    ['seated', seated],
    ['spectator', spectator],
  ]);
  return { code, by, witness, cell: 0 };
}

async function running(): Promise<Tried> {
  const tried = await waiting();
  const { code, by, witness } = tried;
  const host = by.get('host')!;
  const spectator = by.get('spectator')!;
  expect(await host.say({ type: 'start' })).toBeNull();
  const clients = [host, by.get('seated')!, witness];
  for (const client of [...clients, spectator])
    await client.until(({ phase }) => phase === 'playing', 'the game');
  const order = host.game.players.map(({ seat }) => seat);
  const first = order.indexOf(host.game.giver);
  const [giver, next, last] = [0, 1, 2].map(
    (step) => clients.find(({ seat }) => seat === order[(first + step) % order.length])!,
  ) as [TableClient, TableClient, TableClient];
  const roles = { giver, next, last };
  return { code, by: new Map([...by, ...Object.entries(roles)]), witness, cell: giver.game.secret!.card[0] };
}

async function placing(): Promise<Tried> {
  const tried = await running();
  const { by, cell } = tried;
  expect(await by.get('giver')!.play({ type: 'giveClue', cell, text: CLUE })).toBeNull();
  for (const client of by.values()) await client.until(({ game }) => game?.stage === 'place', 'placing');
  return tried;
}

const stages: readonly (readonly [string, Grid, () => Promise<Tried>])[] = [
  ['before the game', WAITING, waiting],
  ['while a game runs, whoever is host', RUNNING_HOST, running],
  ['before a clue', CLUE_STAGE, running],
  ['after a clue', PLACE_STAGE, placing],
];

describe('the grids', () => {
  it('have a row for every command and every move', () => {
    const none: Tried = { code: '', by: new Map(), witness: { seat: 1 } as unknown as TableClient, cell: 0 };
    const commands = Object.values(ACTS).map((act) => act(none));
    expect([...new Set(commands.map(({ type }) => type))].sort()).toEqual(Object.keys(TABLE_COMMANDS).sort());
    const moves = commands.flatMap(({ move }) => move?.type ?? []);
    expect(moves.sort()).toEqual(Object.keys(MOVES).sort());
    expect([...WAITING.keys()]).toEqual(Object.keys(ACTS));
  });
});

describe.concurrent.each(stages)('at a table, %s', (_name, grid, make) => {
  it('every role may do exactly what it may', async () => {
    const roles = [...grid.values()][0]!.keys();
    const said: string[] = [];
    const wanted: string[] = [];
    for (const role of roles) {
      const cells = [...grid].map(([act, row]) => [act, row.get(role)!] as const);
      const attempt = async (tried: Tried, act: string) =>
        said.push(`${role} ${act}: ${(await tried.by.get(role)!.say(ACTS[act]!(tried))) ?? 'ok'}`);
      const all = await make();
      const frames = all.witness.stateFrames.length;
      for (const [act, cell] of cells) if (cell !== 'ok') await attempt(all, act);
      expect(all.witness.stateFrames.slice(frames)).toEqual([]);
      for (const [act, cell] of cells) if (cell === 'ok') await attempt(await make(), act);
      const refusedFirst = [...cells].sort((a, b) => Number(a[1] === 'ok') - Number(b[1] === 'ok'));
      wanted.push(...refusedFirst.map(([act, cell]) => `${role} ${act}: ${cell}`));
    }
    expect(said).toEqual(wanted);
  });
});

describe('somebody who was sent away by the host', () => {
  it('is out in time, with everything that was on its way, and stays out', async () => {
    const { code, by, witness } = await waiting();
    const [host, seated] = [by.get('host')!, by.get('seated')!];
    const { seat } = seated;
    expect(await host.say({ type: 'kick', seat })).toBeNull();
    const start = performance.now();
    const late = Object.values(ACTS).map((act) =>
      seated.say(act({ code, by, witness, cell: 0 })).catch(() => 'closed'),
    );
    expect(await seated.socket.closed()).toBe(CLOSE.kicked);
    expect(performance.now() - start).toBeLessThan(OUT_MS);
    expect(await Promise.all(late)).not.toContain(null);
    await host.until(({ seats }) => seats.length === 2, 'the empty seat');
    expect(verdictOf(await askSeat(seated.visitor, code))).toBe('403 kicked');
  });
});

describe('the host of another table', () => {
  it('reaches nobody here: a command means the table whose socket it came through', async () => {
    const here = await waiting();
    const { clients } = await tableOf(product, 1);
    const stranger = clients[0]!;
    const frames = here.witness.stateFrames.length;
    for (const { seat } of [here.by.get('seated')!, here.witness]) {
      for (const type of ['kick', 'makeHost'])
        expect([type, await stranger.say({ type, seat })]).toEqual([type, 'unknown_seat']);
    }
    for (const act of ['setOptions', 'addBot', 'leave'])
      expect(await stranger.say(ACTS[act]!(here))).toBeNull();
    // Whatever would come of it here would have come by now.
    expect(await here.witness.send('clock', {})).toBeNull();
    expect(here.witness.stateFrames.slice(frames)).toEqual([]);
    await until(() => here.witness.table.seats.length === 3, 'the seats as they were');
  });
});

describe('the talk at a table while a round runs', () => {
  /** Everybody in the talk, whoever knows the secret first. */
  async function talking() {
    const { code, by } = await running();
    const seat = await askSeat(by.get('giver')!.visitor, code);
    const talk = String(bodyOf(seat).talk);
    const people = await Promise.all(
      ['giver', 'next', 'last'].map((role) => RoomClient.enter(by.get(role)!.visitor, talk)),
    );
    const [giver, next, last] = people as [RoomClient, RoomClient, RoomClient];
    return { talk, giver, next, last };
  }
  const FROM_GIVER = 'periwinkle';
  const FROM_GUESSERS = 'vermilion';
  const edit = (target: number) => ({ type: 'edit', target, text: 'a hint', mentions: [] });
  const react = (target: number) => ({ type: 'react', target, emoji: '🔥' });

  it('says nothing across the table by any path', async () => {
    const { talk, giver, next, last } = await talking();
    const early = await giver.say(writing(`it is ${FROM_GIVER}`));
    expect(early.code).toBe('after_reveal');
    const guess = await must(next, writing(`it may be ${FROM_GUESSERS}`));
    await until(() => last.hasHeard(FROM_GUESSERS), 'one’s own side');
    for (const [client, words, seq] of [
      [giver, FROM_GUESSERS, guess],
      [next, FROM_GIVER, guess + 1],
      [last, FROM_GIVER, guess + 1],
    ] as const) {
      const { visitor } = client;
      const inbox = await RoomClient.enter(visitor, 'inbox');
      const paths = ['messages', 'messages?after=0', `messages?before=${seq + 1}&limit=1`, 'since?seq=0'];
      const texts = await Promise.all(
        [...paths.map((path) => `${talk}/${path}`), `search?q=${words}`].map(
          async (path) => (await visitor.call(`/api/chat/${path}`)).text,
        ),
      );
      expect(texts.filter((text) => text.includes(words))).toEqual([]);
      expect([client, inbox].map((each) => each.hasHeard(words))).toEqual([false, false]);
      const body = { seq, reason: '' };
      const report = await visitor.call(`/api/chat/${talk}/report`, { method: 'POST', body });
      expect(verdictOf(report)).toBe('404 no_message');
      inbox.socket.cut();
    }
  });

  it('is not got around by changing what the other side can see', async () => {
    const tried = await waiting();
    const seat = await askSeat(tried.by.get('host')!.visitor, tried.code);
    const talk = String(bodyOf(seat).talk);
    const clients = [tried.by.get('host')!, tried.by.get('seated')!, tried.witness];
    const people = await Promise.all(clients.map(({ visitor }) => RoomClient.enter(visitor, talk)));
    const before = new Map<RoomClient, number>();
    for (const client of people) before.set(client, await must(client, writing('before the round')));
    expect(await clients[0]!.say({ type: 'start' })).toBeNull();
    for (const client of clients) await client.until(({ phase }) => phase === 'playing', 'the game');
    const giverSeat = clients[0]!.game.giver;
    const giver = people[clients.findIndex((each) => each.seat === giverSeat)]!;
    const [next, last] = people.filter((each) => each !== giver) as [RoomClient, RoomClient];
    const guess = await must(next, writing('ours'));
    for (const [client, target] of [
      [giver, guess],
      [giver, before.get(next)!],
      [giver, before.get(giver)!],
      [next, before.get(giver)!],
      [next, before.get(next)!],
    ] as const) {
      for (const command of [edit(target), react(target)])
        expect([command.type, (await client.say(command)).code]).toEqual([command.type, 'after_reveal']);
    }
    // On one's own side everything is as ever.
    for (const [client, command] of [
      [next, edit(guess)],
      [last, react(guess)],
    ] as const)
      expect([command.type, (await client.say(command)).code]).toEqual([command.type, 'ok']);
    const taking = { type: 'delete', target: before.get(giver)! };
    expect((await giver.say(taking)).code).toBe('after_reveal');
    expect([giver.hasHeard('🔥'), last.hasHeard('🔥')]).toEqual([false, true]);
  });
});
