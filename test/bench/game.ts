/**
 * `npm run bench:game`: the product against a hand-written `ws` server that does the same game's traffic. Both play the
 * same script on the same machine, in turns; only ratios mean anything. Options: `--tables=50 --seconds=10 --turns=3`.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import type { TableCommand, TableView } from '../../shared/table/types.ts';
import { Visitor } from '../harness/visitor.ts';
import { type BenchClient, PlainClient, ProductClient } from './clients.ts';

const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    turns: { type: 'string', default: '3' },
  },
});
const TABLES = Number(values.tables);
const SECONDS = Number(values.seconds);
const TURNS = Number(values.turns);
const PLAYERS = 6;
const COMMAND_EVERY_MS = 200;
/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;
const LIMITS = ['SESSIONS_PER_ADDRESS', 'CREATES_PER_ADDRESS', 'SEATS_PER_ADDRESS', 'UPGRADES_PER_ADDRESS'];
const RAISED = Object.fromEntries(
  [...LIMITS, 'REQUESTS_PER_ADDRESS', 'CONNECTIONS_PER_ADDRESS', 'PENDING_SEATS_PER_ADDRESS'].map((name) => [
    `LIMIT_${name}`,
    '1000000',
  ]),
);

type Kind = 'product' | 'ws';
interface Measured {
  readonly cpuUsPerChange: number;
  readonly bytesPerChange: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly changes: number;
}

async function startServer(kind: Kind) {
  const file = kind === 'product' ? '../../server/index.ts' : './ws-server.ts';
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...process.env, ...RAISED, PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
      const found = /Play at (http\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${kind} did not start`)));
  });
  return { url, pid: child.pid!, stop: () => child.kill('SIGKILL') };
}

/** CPU time of a process so far, user and system of all its threads, ms. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function seatPlayers(kind: Kind, url: string, table: number): Promise<BenchClient[]> {
  const clients: BenchClient[] = [];
  let code = `T${table}`;
  for (let i = 0; i < PLAYERS; i++) {
    if (kind === 'ws') clients.push(await PlainClient.join(url, code, `p${i}`));
    else {
      const visitor = await Visitor.arrive({ kind, url });
      if (i === 0) {
        const made = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
        code = JSON.parse(made.text).code;
      }
      clients.push(await ProductClient.join(url, code, visitor));
    }
  }
  return clients;
}

/** What somebody at the table should do next, and who. */
function nextMove(
  clients: readonly BenchClient[],
  count: number,
): { client: BenchClient; command: TableCommand<GameCommand> } {
  const { view } = clients[0]!;
  if (view.phase !== 'playing' || !view.game)
    return { client: hostOf(clients, view), command: { type: 'start' } };
  const { game } = view;
  const by = (seat: number) => clients.find((client) => client.seat === seat)!;
  const play = (client: BenchClient, move: GameCommand) => ({
    client,
    command: { type: 'play', move } as const,
  });
  if (game.stage === 'clue') {
    const giver = by(game.giver);
    return play(giver, { type: 'giveClue', cell: giver.view.game!.secret!.card[0], text: wordOf(count) });
  }
  if (game.stage === 'clue2') return play(by(game.giver), { type: 'giveSecondClue', text: wordOf(count) });
  if (game.stage === 'place')
    return play(by(game.queue[0]!), { type: 'placeMarker', cell: freeCell(game, count) });
  return play(by(game.players.find((player) => !player.isReady)!.seat), { type: 'ready' });
}

const hostOf = (clients: readonly BenchClient[], view: TableView<GameView>) =>
  clients.find((client) => client.seat === view.host)!;
/** A word that was not used before: `moss` and the count in letters. */
const wordOf = (count: number) =>
  `moss${[...String(count)].map((digit) => 'klmnopqrst'[Number(digit)]).join('')}`;
function freeCell(game: GameView, count: number): number {
  const taken = new Set(game.players.flatMap(({ markers }) => markers));
  let cell = (count * 37) % 480;
  while (taken.has(cell)) cell = (cell + 1) % 480;
  return cell;
}

/** Plays at one table until told to stop; one command at a time, at a fixed pace. */
async function playTable(
  clients: readonly BenchClient[],
  latencies: number[],
  isOn: () => boolean,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * COMMAND_EVERY_MS));
  for (let count = 1; isOn(); count++) {
    const { client, command } = nextMove(clients, count);
    const sentAt = performance.now();
    const everybody = Promise.all(
      clients.map(
        (other) =>
          new Promise<void>((resolve) => {
            other.onChange = () => {
              latencies.push(performance.now() - sentAt);
              other.onChange = () => {};
              resolve();
            };
          }),
      ),
    );
    client.say(command);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no change after ${JSON.stringify(command)}`)), 5_000);
    });
    await Promise.race([everybody, tooLate]);
    clearTimeout(timer);
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, COMMAND_EVERY_MS - (performance.now() - sentAt))),
    );
  }
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

async function measure(kind: Kind): Promise<Measured> {
  const server = await startServer(kind);
  try {
    const tables: BenchClient[][] = [];
    for (let i = 0; i < TABLES; i++) tables.push(await seatPlayers(kind, server.url, i));
    let isOn = true;
    const latencies: number[] = [];
    const games = tables.map((clients) => playTable(clients, latencies, () => isOn));
    await new Promise((resolve) => setTimeout(resolve, 5_000)); // warm-up: compilation counts as CPU time
    const sum = (of: (client: BenchClient) => number) =>
      tables.flat().reduce((total, client) => total + of(client), 0);
    latencies.length = 0;
    const before = {
      cpu: cpuMs(server.pid),
      changes: sum((c) => c.changes),
      bytes: sum((c) => c.changeBytes),
    };
    await Promise.race([new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000)), Promise.all(games)]);
    const cpu = cpuMs(server.pid) - before.cpu;
    const changes = sum((c) => c.changes) - before.changes;
    const bytes = sum((c) => c.changeBytes) - before.bytes;
    const sorted = latencies.slice().sort((a, b) => a - b);
    isOn = false;
    await Promise.all(games);
    for (const client of tables.flat()) client.close();
    return {
      cpuUsPerChange: (cpu * 1_000) / changes,
      bytesPerChange: bytes / changes,
      p50Ms: percentile(sorted, 0.5),
      p99Ms: percentile(sorted, 0.99),
      changes,
    };
  } finally {
    server.stop();
  }
}

const median = (numbers: readonly number[]) =>
  numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

console.log(
  `${TABLES} tables of ${PLAYERS}, a command per table each ${COMMAND_EVERY_MS} ms, ${SECONDS} s, ${TURNS} turns.`,
);
console.log('The budgets per address are raised for the product: all players come from one address here.\n');
const pairs: { product: Measured; ws: Measured }[] = [];
for (let turn = 0; turn < TURNS; turn++) {
  const ws = await measure('ws');
  const product = await measure('product');
  pairs.push({ product, ws });
}
console.log('| | hand-written ws | product | ratio (median of the turns) |');
console.log('|---|---|---|---|');
for (const [label, key, unit] of [
  ['server CPU per delivered change', 'cpuUsPerChange', 'µs'],
  ['bytes per change per client', 'bytesPerChange', 'B'],
  ['p50, request to a player’s change', 'p50Ms', 'ms'],
  ['p99, request to a player’s change', 'p99Ms', 'ms'],
] as const) {
  const show = (of: 'ws' | 'product') => `${median(pairs.map((pair) => pair[of][key])).toFixed(2)} ${unit}`;
  const ratio = median(pairs.map(({ product, ws }) => product[key] / ws[key]));
  console.log(`| ${label} | ${show('ws')} | ${show('product')} | ${ratio.toFixed(2)} |`);
}
console.log(
  `\n${median(pairs.map(({ product }) => product.changes))} changes delivered per turn by the product.`,
);
process.exit(0);
