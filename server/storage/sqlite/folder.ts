import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Makes a folder with all above it, and finds out whether it can be written. One by one: below `/proc`, where every folder
 * is there and none can be made, `mkdir` of Node with `recursive` never ends.
 */
export async function makeFolder(folder: string): Promise<void> {
  await make(folder);
  await access(folder, constants.W_OK | constants.X_OK);
}

async function make(folder: string): Promise<void> {
  try {
    await mkdirOnce(folder);
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    await make(above);
    await mkdirOnce(folder);
  }
}

async function mkdirOnce(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Some file systems say first that they are read-only.
    const isThere = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) throw error;
  }
}
