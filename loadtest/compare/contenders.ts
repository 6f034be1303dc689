import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BUILT, PRODUCT, ROOT } from '../run/own-server.ts';
import type { Plan } from '../run/run.ts';

/** One of the servers that are compared. */
export interface Contender {
  readonly name: string;
  /** The folder that it is started in, and what is started there. */
  readonly root: string;
  readonly file: string;
  readonly speaks: Plan['speaks'];
}

const here = (name: string, file: string, speaks: Plan['speaks']): Contender => ({
  name,
  root: ROOT,
  file,
  speaks,
});

/** Who can be named in `--contenders`, and what for. */
export const CONTENDERS = {
  /** The same by hand, in the plainest way: no rooms, no guard, no store. */
  ws: here('hand-written ws', `${BUILT}/loadtest/compare/ws-server.js`, 'plain'),
  /** Nothing is written to the disk; all else is as ever. */
  memory: here('product, store in memory', `${BUILT}/test/bench/memory-store-server.js`, 'protocol'),
  durable: here('product', PRODUCT, 'protocol'),
} as const satisfies Readonly<Record<string, Contender>>;

/**
 * The contender of this name, or the product as it was built in this folder, which holds another clone of this
 * repository; null when it is neither.
 */
export function contenderOf(name: string): Contender | null {
  if (Object.hasOwn(CONTENDERS, name)) return CONTENDERS[name as keyof typeof CONTENDERS];
  const root = resolve(name);
  if (!existsSync(join(root, PRODUCT))) return null;
  return { name: `product in ${name}`, root, file: PRODUCT, speaks: 'protocol' };
}
