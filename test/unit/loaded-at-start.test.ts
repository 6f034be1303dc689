import { posix } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { read } from './repository.ts';

/** What a file brings along as soon as it is loaded: not types, and not what it imports when it needs it. */
function loadedWith(file: string): string[] {
  const { staticImports, staticExports } = parseSync(file, read(file)).module;
  const imported = staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const passedOn = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, moduleRequest }) => (isType || !moduleRequest ? [] : moduleRequest.value)),
  );
  return [...imported, ...passedOn];
}

/** Everything that is loaded before the server listens. */
function loadedFrom(entry: string): Set<string> {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!/\.tsx?$/.test(file)) continue;
    for (const name of loadedWith(file))
      waiting.push(name.startsWith('.') ? posix.join(posix.dirname(file), name) : name);
  }
  return found;
}

it('the server starts without what it may never need', () => {
  const loaded = loadedFrom('server/index.ts');
  expect(loaded).toContain('server/rooms/tables/GameRoom.ts');
  expect(loaded).toContain('express');
  const heavy = [
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'mongoose',
    'ioredis',
    'prom-client',
    'vite',
  ];
  for (const name of [...heavy, '@colyseus/redis-driver', '@colyseus/redis-presence'])
    expect(loaded).not.toContain(name);
});
