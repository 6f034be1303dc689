/**
 * `npm run bench:journal`: what it costs to keep every accepted command. The load test's games on the whole product twice,
 * in turns: with a journal in memory, and with the durable one as it is. Only the ratio means anything. Options:
 * `--players=1800 --duration=10 --pace=200 --turns=3`, and the others of `npm run loadtest`.
 */
import { compare, comparisonText } from '../../loadtest/compare/compare.ts';
import { type Options, readOptions } from '../../loadtest/run/options.ts';

/** What is not answered or seen after this long is lost, ms. */
const PATIENCE_MS = 10_000;
const USUAL = ['--scenario=game', '--players=1800', '--duration=10', '--pace=200', '--turns=3'];

// A later option wins, so these can be given again.
const options = readOptions([...USUAL, '--compare', ...process.argv.slice(2)]) as Options;
const { players, seconds, turns } = options;
console.log(`${players} people, ${seconds} s, ${turns} turns.`);
const comparison = await compare(
  { ...options, patienceMs: PATIENCE_MS },
  [
    { name: 'journal in memory', file: 'test/bench/memory-journal-server.ts', speaks: 'protocol' },
    { name: 'durable journal', file: 'server/index.ts', speaks: 'protocol' },
  ],
  turns ?? 1,
  (turn, name) => console.log(`turn ${turn}: ${name}`),
);
console.log(comparisonText(comparison));
process.exitCode = comparison.troubles.length === 0 ? 0 : 1;
