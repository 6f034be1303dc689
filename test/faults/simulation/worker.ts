/**
 * Runs seeds, one after the other, and prints what became of each as a line of JSON. A process of its own, because it
 * replaces time, randomness and what a browser has: `worker.ts FROM COUNT [--trace] [--mutant=NAME]`.
 */
import { installBrowser, page } from './browser.ts';
import { installGlobals } from './globals.ts';
import { installRealms } from './realms.ts';

const [from = '1', count = '1', ...options] = process.argv.slice(2);
const mutant = options.find((option) => option.startsWith('--mutant='))?.slice('--mutant='.length);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const print = options.includes('--trace') ? say : null;

installGlobals();
installBrowser();
installRealms(mutant ?? null);

// From here on, as these look for a browser and a clock when they are loaded.
const { runSeed } = await import('./run.ts');
const { NAMES } = await import('./course.ts');
const { PROCESSES } = await import('./world.ts');
const { pageModules, serverModules } = await import('./realms.ts');
const { tapCommands } = await import('../../harness/chaos-tap.ts');

tapCommands(({ room, ...step }) => page().steps.push({ ...step, stream: room }));
const each = async <T>(many: number, load: (index: number) => Promise<T>): Promise<T[]> => {
  const loaded: T[] = [];
  for (let index = 0; index < many; index++) loaded.push(await load(index));
  return loaded;
};
const realms = {
  servers: await each(PROCESSES, (index) => serverModules(`s${index}`)),
  pages: await each(NAMES.length, (index) => pageModules(`p${index}`)),
};
// The SDK tells of every lost connection.
Object.assign(console, { warn: () => {} });
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  say(JSON.stringify(await runSeed(seed, realms, print)));
}
process.exit(0);
