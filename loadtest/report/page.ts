import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plot } from './plots.ts';

const require = createRequire(import.meta.url);
const part = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
const library = (name: string) => readFileSync(require.resolve(`uplot/dist/${name}`), 'utf8');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as HTML and XML hold it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** What a page shows. */
export interface Page {
  readonly title: string;
  /** HTML, one below the other. */
  readonly parts: readonly string[];
  /** Drawn where `plotPlaces` left room for them. */
  readonly plots: readonly Plot[];
  /** What is marked on the plots over time. */
  readonly window: readonly [from: number, to: number];
}

/** A page as one file that needs nothing else. */
export const pageOf = ({ title, parts, plots, window }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${library('uPlot.min.css')}${part('page.css')}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
<script type="application/json" id="data">${JSON.stringify({ plots, window }).replaceAll('<', '\\u003c')}</script>
<script>${library('uPlot.iife.min.js')}</script>
<script>${part('page.js')}</script>
</body>
</html>
`;

/** What stands at the top of a page: whether all is well, what was done, and sentences about it. */
export function headOf(
  isPassed: boolean,
  { name, line, run }: { readonly name: string; readonly line: string; readonly run: string },
  sentences: readonly (readonly [kind: 'good' | 'bad' | 'careful' | 'note', text: string])[],
): string {
  const verdict = isPassed ? 'passed' : 'failed';
  return `<header class="${verdict}">
<h1><span>${escaped(name)}</span> <span class="verdict">${verdict}</span></h1>
<p class="line">${escaped(line)}</p>
<p class="run">${escaped(run)}</p>
<ul class="sentences">${sentences.map(([kind, text]) => `<li class="${kind}">${escaped(text)}</li>`).join('')}</ul>
</header>`;
}

/** Room for plots, with their headings. */
export const plotPlaces = (plots: readonly Plot[]): string =>
  `<div class="plots">${plots
    .map(
      ({ id, kind, title, line }) =>
        `<section class="${kind}"><h2>${escaped(title)}</h2><p>${escaped(line)}</p><div class="plot" id="${id}"></div></section>`,
    )
    .join('')}</div>`;

/**
 * A table with a heading; nothing when there are no lines.
 * @param heads empty where each line is a name and a value
 * @param kind a class of `page.css` that says how it fits a phone
 */
export function rows(
  title: string,
  heads: readonly string[],
  lines: readonly (readonly (string | number)[])[],
  kind = '',
): string {
  if (lines.length === 0) return '';
  const cell = (tag: string, text: string | number) => `<${tag}>${escaped(String(text))}</${tag}>`;
  const top =
    heads.length > 0 ? `<thead><tr>${heads.map((head) => cell('th', head)).join('')}</tr></thead>` : '';
  const body = lines.map(
    ([name = '', ...values]) =>
      `<tr><th scope="row">${escaped(String(name))}</th>${values.map((value) => cell('td', value)).join('')}</tr>`,
  );
  return `<h2>${escaped(title)}</h2><table class="${heads.length > 0 ? kind : 'pairs'}">${top}<tbody>${body.join('')}</tbody></table>`;
}
