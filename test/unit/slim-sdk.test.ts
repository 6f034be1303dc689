import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSlimSdk } from '../harness/slim-sdk.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
let folder: string;
let packages: { readonly sdk: string; readonly schema: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'color-clues-packages-'));
  packages = { sdk: join(folder, 'sdk'), schema: join(folder, 'schema') };
  cpSync(join(modules, '@colyseus/sdk'), packages.sdk, { recursive: true });
  cpSync(join(modules, '@colyseus/schema'), packages.schema, { recursive: true });
  symlinkSync(modules, join(folder, 'node_modules'), 'junction');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the build', () => {
  it('takes the packages as they are', async () => {
    expect(await loadSlimSdk(packages)).toHaveProperty('Client');
  });

  it.each(['sdk/build/Auth.mjs', 'schema/src/types/quantize.ts'])(
    'fails with a sentence when a package has no %s any more',
    async (file) => {
      rmSync(join(folder, file));
      await expect(loadSlimSdk(packages)).rejects.toThrow(
        new RegExp(`files that are no longer where they were: \\S+${file}\\. Compare scripts/slim-sdk\\.ts`),
      );
    },
  );

  it('fails with a sentence when a file that is left out is not what does the work', async () => {
    const client = join(packages.sdk, 'build/Client.mjs');
    const source = readFileSync(client, 'utf8');
    const moved = source.replace("import { Auth } from './Auth.mjs';", 'class Auth {}');
    expect(moved).not.toBe(source);
    writeFileSync(client, moved);
    await expect(loadSlimSdk(packages)).rejects.toThrow(/no longer where they were: \S+Auth\.mjs\. Compare/);
  });
});
