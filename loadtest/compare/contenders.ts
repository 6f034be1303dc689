import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { BUILT, PRODUCT, ROOT } from '../run/own-server.ts';
import type { Plan } from '../run/run.ts';

/** One of the servers that are compared. */
export interface Contender {
  /** In a word, for tables. */
  readonly name: string;
  /** Who that is. */
  readonly about: string;
  /** The folder that it is started in, and what is started there. */
  readonly root: string;
  readonly file: string;
  readonly speaks: Plan['speaks'];
}

const here = (name: string, about: string, file: string, speaks: Plan['speaks']): Contender => ({
  name,
  about,
  root: ROOT,
  file,
  speaks,
});

/** Who can be named in `--contenders`, and what for. */
export const CONTENDERS = {
  ws: here(
    'ws',
    'written by hand over ws, in the plainest way: no rooms, no guard, no store',
    `${BUILT}/loadtest/compare/ws-server.js`,
    'plain',
  ),
  memory: here(
    'memory',
    'the product, with nothing written to the disk',
    `${BUILT}/test/bench/memory-store-server.js`,
    'protocol',
  ),
  durable: here('durable', 'the product as it is', PRODUCT, 'protocol'),
} as const satisfies Readonly<Record<string, Contender>>;

/**
 * The contender of this name, or the product as it was built in this folder, which holds another clone of this
 * repository; null when it is neither.
 */
export function contenderOf(name: string): Contender | null {
  if (Object.hasOwn(CONTENDERS, name)) return CONTENDERS[name as keyof typeof CONTENDERS];
  const root = resolve(name);
  if (!existsSync(join(root, PRODUCT))) return null;
  const about = `the product as it is built in ${name}`;
  return { name: basename(root), about, root, file: PRODUCT, speaks: 'protocol' };
}
