/**
 * `npm run bench:game`: the product against a hand-written `ws` server that does the same game's traffic. Both play the
 * same script on the same machine, in turns; only ratios mean anything. Options: `--tables=50 --seconds=10 --turns=3`.
 */
import { report, takeTurns } from './figures.ts';
import { COMMAND_EVERY_MS, measureGame, PLAYERS, readOptions } from './game-load.ts';

const options = readOptions();
const { tables, seconds, turns } = options;

console.log(
  `${tables} tables of ${PLAYERS}, a command per table each ${COMMAND_EVERY_MS} ms, ${seconds} s, ${turns} turns.`,
);
console.log('The budgets per address are raised for the product: all players come from one address here.\n');
const measured = await takeTurns(['ws', 'product'], turns, (kind) =>
  measureGame(kind, kind === 'ws' ? './ws-server.ts' : '../../server/index.ts', options),
);
report(
  [
    ['server CPU per delivered change', 'cpuUs', 'µs'],
    ['bytes per change per client', 'bytes', 'B'],
    ['p50, request to a player’s change', 'p50Ms', 'ms'],
    ['p99, request to a player’s change', 'p99Ms', 'ms'],
    ['changes delivered', 'changes', ''],
  ],
  { ws: 'hand-written ws', product: 'product' },
  measured,
);
process.exit(0);
