/**
 * `npm run bench:journal`: what it costs to keep every accepted command. The whole product twice, playing the script of
 * `bench:game`: with a journal in memory, and with the durable one as it is. Only the ratio means anything. Options:
 * `--tables=300 --seconds=10 --turns=3`.
 */
import { report, takeTurns } from './figures.ts';
import { COMMAND_EVERY_MS, measureGame, PLAYERS, readOptions } from './game-load.ts';

const options = readOptions();
const { tables, seconds, turns } = options;

console.log(
  `${tables} tables of ${PLAYERS}, a command per table each ${COMMAND_EVERY_MS} ms, ${seconds} s, ${turns} turns.\n`,
);
const measured = await takeTurns(['memory', 'durable'], turns, (kind) =>
  measureGame('product', kind === 'memory' ? './memory-journal-server.ts' : '../../server/index.ts', options),
);
report(
  [
    ['server CPU per accepted command', 'commandCpuUs', 'µs'],
    ['p50, request to a player’s change', 'p50Ms', 'ms'],
    ['p99, request to a player’s change', 'p99Ms', 'ms'],
    ['commands', 'commands', ''],
  ],
  { memory: 'journal in memory', durable: 'durable journal' },
  measured,
);
process.exit(0);
