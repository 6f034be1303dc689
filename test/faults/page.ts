import { isKept, type Measure } from './measure.ts';
import type { RunResult, ScenarioResult } from './result.ts';

/** `docs/reliability.md`, from what the last whole run found. */
export const pageOf = ({ cores, node, scenarios }: RunResult): string => `# Reliability

What is promised when things break, and what came of it when they were broken. Made by \`npm run faults -- --publish\` from \`docs/data/reliability.json\`; a test holds the two together. The last run: ${cores} cores for everything (clients, processes, Redis, store), Node ${node.replace(/^v/, '')}, ${Math.round(scenarios.reduce((sum, { seconds }) => sum + seconds, 0) / 60)} minutes.

Unless it is said otherwise four tables of four people and two lobbies of four are at the server, and all of them act all the time. Every client writes down what it sent, what it was answered, what it showed, and every byte that came. In the end everything is killed, and that is held against what is stored ([\`test/faults/history.ts\`](../test/faults/history.ts)): every acknowledged command is there once, under the number that was said, in the order of its sender; nothing refused is there; every picture is one of the journal, in its order, and the last one the newest; and nobody got a byte that was for others. Tests plant a lost write, a fork and a leak, and see that each is found ([\`test/faults/planted.test.ts\`](../test/faults/planted.test.ts)).

\`\`\`
npm run faults                                # everything, about 20 minutes; exits 1 when a promise is not kept
npm run faults -- --only kill,redis --seed 7  # some of it, as it was with this seed
npm run faults -- --short                     # less of everything, about six minutes
npm run faults -- --publish                   # writes this page
\`\`\`

A short form of it, about a minute, is part of \`npm test\` ([\`test/faults/short.test.ts\`](../test/faults/short.test.ts)). It takes \`redis-server\`, \`faketime\`, and for a full disk the right to mount one.

| scenario | kept |
|---|---|
${scenarios.map(({ name, isPassed }) => `| [${name}](#${name}) | ${isPassed ? 'yes' : '**no**'} |`).join('\n')}

${scenarios.map(sectionOf).join('\n\n')}
`;

const sectionOf = ({ name, promise, how, seed, seconds, measures, violations }: ScenarioResult): string =>
  `## ${name}

${promise}

${how} Seed ${seed}, ${seconds} seconds.

| | measured | has to be |
|---|---|---|
${measures.map((measure) => `| ${measure.name} | ${measured(measure)} | ${limitOf(measure)} |`).join('\n')}${
  violations.length > 0
    ? `\n\nWhat was wrong: ${violations.length} things, the first: ${violations[0]!.split('\n')[0]}`
    : ''
}`;

const withUnit = (value: number | null, unit: Measure['unit']): string =>
  value === null ? 'unknown' : `${value}${unit && ` ${unit}`}`;
const measured = (measure: Measure): string => {
  const text = withUnit(measure.value, measure.unit);
  return isKept(measure) ? text : `**${text}**`;
};
const limitOf = ({ most, least, unit }: Measure): string => {
  if (most === 0) return 'none';
  if (most !== null) return `at most ${withUnit(most, unit)}`;
  return least === null ? '' : `at least ${withUnit(least, unit)}`;
};
