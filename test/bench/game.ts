/**
 * `npm run bench:game`: the product against a hand-written `ws` server that does the same game's traffic and stores
 * nothing; the product also with its journal in memory. All play the same script on the same machine, in turns; only ratios
 * mean anything. Options: `--tables=300 --seconds=10 --turns=3`.
 */
import { report, takeTurns } from './figures.ts';
import { COMMAND_EVERY_MS, measureGame, PLAYERS, readOptions } from './game-load.ts';

const options = readOptions();
const { tables, seconds, turns } = options;

console.log(
  `${tables} tables of ${PLAYERS}, a command per table each ${COMMAND_EVERY_MS} ms, ${seconds} s, ${turns} turns.`,
);
console.log('The budgets per address are raised for the product: all players come from one address here.\n');
const SERVERS = {
  ws: './ws-server.ts',
  unstored: './memory-journal-server.ts',
  product: '../../server/index.ts',
} as const;
const measured = await takeTurns(['ws', 'unstored', 'product'] as const, turns, (kind) =>
  measureGame(kind === 'ws' ? 'ws' : 'product', SERVERS[kind], options),
);
report(
  [
    ['server CPU per delivered change', 'cpuUs', 'µs'],
    ['bytes per change per client', 'bytes', 'B'],
    ['p50, request to a player’s change', 'p50Ms', 'ms'],
    ['p99, request to a player’s change', 'p99Ms', 'ms'],
    ['changes delivered', 'changes', ''],
  ],
  { ws: 'hand-written ws', unstored: 'product, journal in memory', product: 'product' },
  measured,
);
process.exit(0);
