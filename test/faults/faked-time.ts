import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian has the library. */
const LIBRARY = '/usr/lib/*/faketime/libfaketimeMT.so.1';

/** A system time that is wrong, and can be set while a program runs. What counts on and on (the monotonic clock) is right. */
export class FakedTime {
  readonly #folder = mkdtempSync(join(tmpdir(), 'color-clues-time-'));

  /** @param seconds by which it is ahead */
  constructor(seconds: number) {
    this.set(seconds);
  }

  /** For the environment of a program. @throws Error when the library is missing */
  get env(): Readonly<Record<string, string>> {
    const [library] = globSync(LIBRARY);
    if (!library) throw new Error('libfaketime is missing (Debian: apt-get install faketime)');
    return {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: join(this.#folder, 'time'),
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }

  set(seconds: number): void {
    writeFileSync(join(this.#folder, 'time'), `${seconds < 0 ? '' : '+'}${seconds}s\n`);
  }

  destroy(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
