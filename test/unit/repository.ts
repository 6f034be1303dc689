import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Also when the folder belongs to another user. */
const listing = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];

/** Every file that is in the repository or about to be, as paths from its root. */
export const tracked: readonly string[] = execFileSync('git', listing, { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && existsSync(`${root}${file}`));

/** The text of a file; throws when there is none. */
export const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');
