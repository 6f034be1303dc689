/**
 * Makes `server/identity/data/confusables.json` from Unicode's table of confusable characters (UTS 39), as the crate
 * `unicode-security` carries it: `cargo info unicode-security` fetches it, its `src/tables.rs` is the argument.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const TARGET = new URL('../server/identity/data/confusables.json', import.meta.url);

const source = readFileSync(process.argv[2] ?? '', 'utf8');
const version = /UNICODE_VERSION: \(u64, u64, u64\) = \((\d+), (\d+), (\d+)\)/
  .exec(source)
  ?.slice(1)
  .join('.');
const start = source.indexOf('pub mod confusable_detection');
const table = source.slice(start, source.indexOf('];', start));
const char = (code: string): string => String.fromCodePoint(Number.parseInt(code, 16));

const byLook = new Map<string, string[]>();
for (const [, from = '', to = ''] of table.matchAll(/\('\\u\{([0-9a-f]+)\}',\s*&\[([^\]]*)\]\)/g)) {
  const look = [...to.matchAll(/\\u\{([0-9a-f]+)\}/g)].map(([, code = '']) => char(code)).join('');
  byLook.set(look, [...(byLook.get(look) ?? []), char(from)]);
}
const looks = Object.fromEntries([...byLook].map(([look, chars]) => [look, chars.join('')]));
writeFileSync(TARGET, `${JSON.stringify({ unicode: version, license: 'Unicode-3.0', looks }, null, 2)}\n`);
console.log(
  `Unicode ${version}: ${[...byLook.values()].flat().length} characters look like ${byLook.size} others`,
);
