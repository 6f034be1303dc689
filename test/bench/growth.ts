/**
 * What a table costs with many others open: CPU of the whole server for one of each, at some sizes, with empty public
 * tables. `npm run -s bench:growth -- [sizes…]`; prints the ratio of each size to the first.
 */
import { readFileSync } from 'node:fs';
import { EMPTY_TABLE_MS } from '../../shared/table/wake-up.ts';
import { Product } from '../harness/product.ts';
import { answerTo, ask, Visitor } from '../harness/visitor.ts';

/** How many of each are measured. */
const TIMES = 200;
/** Requests at the same time. */
const AT_ONCE = 8;
/** Tables that one person may have open. */
const OWN = 3;
/** Moves, one after the other. */
const MOVES = 400;

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000];

/** Budgets that are raised: here everybody comes from one address. */
const RAISED = [
  'MAX_ROOMS',
  'SESSIONS_PER_ADDRESS',
  'UNUSED_SESSIONS_PER_BROWSER',
  'CREATES_PER_ADDRESS',
  'PLAYS_PER_ADDRESS',
  'SEATS_PER_ADDRESS',
  'UPGRADES_PER_ADDRESS',
  'REQUESTS_PER_ADDRESS',
  'CONNECTIONS_PER_ADDRESS',
  'LIVE_STREAMS_PER_ADDRESS',
  'MESSAGE_RATE',
  'MESSAGE_BURST',
];
/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

const server = await Product.start({
  NODE_ENV: 'production',
  ...(process.env.REDIS_URL && { REDIS_URL: process.env.REDIS_URL }),
  ...Object.fromEntries(RAISED.map((name) => [`LIMIT_${name}`, '1000000'])),
});
/** CPU time of the server so far, all its threads, ms. */
function cpuMs(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function many<T>(times: number, act: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < times; index = next++) results[index] = await act(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** CPU of the server for one, ms. */
async function costOf(times: number, act: (index: number) => Promise<unknown>): Promise<number> {
  const before = cpuMs();
  await many(times, act);
  return (cpuMs() - before) / times;
}

const post = async (visitor: Visitor, path: string, body: object) => {
  const answer = await visitor.call(path, { method: 'POST', body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as { code: string };
};
const arrive = () => Visitor.arrive(server);
const create = (owner: Visitor) => post(owner, '/api/tables', { visibility: 'public' });

/** Opens the list as a page does, and leaves when it is there. */
async function list(): Promise<void> {
  const response = await fetch(`${server.url}/api/tables/live`);
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
}

/** Somebody sits down and leaves again, which everybody sees in the list. */
async function moves(size: number): Promise<number> {
  const host = await arrive();
  const { code } = await create(host);
  const socket = await host.join(code);
  // Whether the seat is there already or comes by this: from now on it is.
  await socket.send(ask(0, 'command', { id: `move-${size}`, command: { type: 'sit' } }));
  await answerTo(socket, 0);
  const before = cpuMs();
  for (let sent = 0; sent < MOVES; sent++) {
    socket.frames.length = 0;
    const command = { type: sent % 2 === 0 ? 'leave' : 'sit' };
    await socket.send(ask(1, 'command', { id: `move-${size}-${sent}`, command }));
    const answer = await answerTo(socket, 1);
    if (answer.status !== 0) throw new Error(answer.text);
  }
  socket.cut();
  return (cpuMs() - before) / MOVES;
}

type Costs = Record<'create' | 'list' | 'mine' | 'play' | 'join' | 'move', number>;

async function costsAt(size: number, open: number): Promise<Costs> {
  const begun = performance.now();
  const owners = await many(Math.ceil((size - open) / OWN), arrive);
  await many(size - open, (index) => create(owners[index % owners.length]!));
  // The first ones close after that, and fewer would be open than is said.
  if (performance.now() - begun > EMPTY_TABLE_MS) throw new Error('the tables were not made in time');
  const [makers, players, guests] = [
    await many(TIMES, arrive),
    await many(TIMES, arrive),
    await many(TIMES, arrive),
  ];
  const codes: string[] = [];
  const created = await costOf(TIMES, async (index) => {
    codes[index] = (await create(makers[index]!)).code;
  });
  const listed = await costOf(TIMES, list);
  const mine = await costOf(TIMES, (index) => makers[index]!.call('/api/tables/mine'));
  const played = await costOf(TIMES, (index) => post(players[index]!, '/api/play', {}));
  const joined = await costOf(TIMES, async (index) => {
    const socket = await guests[index]!.join(codes[index]!);
    socket.cut();
  });
  return { create: created, list: listed, mine, play: played, join: joined, move: await moves(size) };
}

let base: Costs | null = null;
let open = 0;
for (const size of sizes) {
  const costs = await costsAt(size, open);
  open = size + 2 * TIMES + 1;
  base ??= costs;
  for (const [what, ms] of Object.entries(costs) as [keyof Costs, number][]) {
    const ratio = size === sizes[0] ? '' : `  × ${(ms / base[what]).toFixed(2)}`;
    console.log(`${String(size).padStart(6)} ${what.padEnd(7)} ${ms.toFixed(2)} ms${ratio}`);
  }
}
await server.stop('SIGKILL');
