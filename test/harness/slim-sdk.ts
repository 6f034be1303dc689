import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Decoder, Reflection } from '@colyseus/schema';
import type { Client } from '@colyseus/sdk';
import { build } from 'vite';
import { slimSdk } from '../../scripts/slim-sdk.ts';

/** What the production build has instead of the SDK, with the packages' own types. */
export interface SlimSdk {
  readonly Client: typeof Client;
  readonly Reflection: typeof Reflection;
  readonly Decoder: typeof Decoder;
}

/** Bundles the slim SDK as the client does, and loads it into this process. */
export async function loadSlimSdk(packages?: Parameters<typeof slimSdk>[0]): Promise<SlimSdk> {
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-slim-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [slimSdk(packages)],
      build: {
        outDir: folder,
        target: 'es2022',
        rolldownOptions: {
          input: { sdk: '@colyseus/sdk', schema: '@colyseus/schema' },
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].mjs' },
        },
      },
    });
    const [sdk, schema] = await Promise.all(
      ['sdk', 'schema'].map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
    );
    return { ...sdk, ...schema };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A decoded state as plain values, whichever decoder made it. */
export function plainState(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isWalkable(value)) {
    const entries: [unknown, unknown][] = [];
    value.forEach((item, key) => {
      entries.push([key, plainState(item)]);
    });
    return entries;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, plainState(field)]));
}

const isWalkable = (
  value: object,
): value is { forEach(visit: (item: unknown, key: unknown) => void): void } =>
  'forEach' in value && typeof value.forEach === 'function';
