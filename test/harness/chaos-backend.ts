import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { fakeLog } from './fakes.ts';

/** Where a server under test keeps everything, and how to read it once the server has ended. */
export interface Backend {
  readonly env: Readonly<Record<string, string>>;
  /** How many times as long as with a quick store people rest between two acts. */
  readonly calm?: number;
  open(): Promise<Storage>;
  destroy(): Promise<void>;
}

export async function sqliteBackend(): Promise<Backend> {
  const directory = mkdtempSync(join(tmpdir(), 'color-clues-chaos-'));
  return {
    env: { DATA_DIR: directory },
    open: () => sqliteStorage({ directory, log: fakeLog() }),
    destroy: async () => rmSync(directory, { recursive: true, force: true }),
  };
}
