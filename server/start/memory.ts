import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** `gc` of V8, as `--expose-gc` gives it: `last-resort` also gives memory back to the system. */
type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back what starting took and nobody needs any more: the young generation, which loading the program made large,
 * and sources that were read for it. Everything stands still meanwhile, for about a tenth of a second.
 */
export function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc');
  // Other runtimes have none.
  const collect: Collect | undefined = runInNewContext('globalThis.gc');
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
