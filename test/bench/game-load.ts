import { parseArgs } from 'node:util';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import type { TableCommand, TableView } from '../../shared/table/types.ts';
import { Visitor } from '../harness/visitor.ts';
import { type BenchClient, PlainClient, ProductClient } from './clients.ts';
import { type Figures, pause, percentile } from './figures.ts';
import { startServer } from './servers.ts';

export const PLAYERS = 6;
export const COMMAND_EVERY_MS = 200;
/** Compilation counts as CPU time, so it is over before anything is counted. */
const WARM_UP_MS = 5_000;

/** Which server is played on: a hand-written one, or one that has the interface of the product. */
type Kind = 'product' | 'ws';

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

/** What all game benchmarks can be told on the command line. */
export interface GameOptions {
  readonly tables: number;
  readonly seconds: number;
  readonly turns: number;
}

export function readOptions(): GameOptions {
  const { values } = parseArgs({
    options: {
      tables: { type: 'string', default: '300' },
      seconds: { type: 'string', default: '10' },
      turns: { type: 'string', default: '3' },
    },
  });
  return { tables: Number(values.tables), seconds: Number(values.seconds), turns: Number(values.turns) };
}

/** Starts a server, plays at all tables, and ends it. */
export async function measureGame(
  kind: Kind,
  file: string,
  { tables, seconds }: GameOptions,
): Promise<Figures> {
  const server = await startServer(file);
  try {
    const groups: BenchClient[][] = [];
    for (let i = 0; i < tables; i++) groups.push(await seatPlayers(kind, server.url, i));
    const clients = groups.flat();
    const sum = (of: (client: BenchClient) => number) =>
      clients.reduce((total, client) => total + of(client), 0);
    let isOn = true;
    const latencies: number[] = [];
    const games = Promise.all(groups.map((group) => playTable(group, latencies, () => isOn)));
    await Promise.race([pause(WARM_UP_MS), games]);
    latencies.length = 0;
    const before = {
      cpuMs: server.cpuMs(),
      changes: sum((c) => c.changes),
      bytes: sum((c) => c.changeBytes),
    };
    await Promise.race([pause(seconds * 1_000), games]);
    const cpuUs = (server.cpuMs() - before.cpuMs) * 1_000;
    const changes = sum((c) => c.changes) - before.changes;
    const bytes = sum((c) => c.changeBytes) - before.bytes;
    const times = latencies.slice();
    isOn = false;
    await games;
    for (const client of clients) client.close();
    return {
      changes,
      commands: times.length / PLAYERS,
      cpuUs: cpuUs / changes,
      commandCpuUs: (cpuUs * PLAYERS) / times.length,
      bytes: bytes / changes,
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
    };
  } finally {
    await server.stop();
  }
}
