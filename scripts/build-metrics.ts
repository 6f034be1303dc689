import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Family } from '../server/metrics/instruments.ts';
import { Metrics } from '../server/metrics/metrics.ts';

const PAGE = fileURLToPath(new URL('../docs/operate/watch.md', import.meta.url));
/** Between these lines of the page is what is made here. */
const [BEGIN, END] = ['<!-- made by npm run build:metrics -->', '<!-- until here -->'] as const;

const row = ({ name, type, labels, help }: Family): string =>
  `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help} |`;

/** The page as it is to be, made of the page as it is. @throws when it has no place for the table */
export function withMetrics(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page has no ${BEGIN} … ${END}.`);
  const table = ['| name | kind | labels | what it says |', '|---|---|---|---|'];
  const rows = new Metrics().families.map(row);
  return `${before}${BEGIN}\n\n${[...table, ...rows].join('\n')}\n\n${END}${after}`;
}

/** The page that says what can be watched, as it is. */
export const readPage = (): string => readFileSync(PAGE, 'utf8');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PAGE, withMetrics(readPage()));
}
