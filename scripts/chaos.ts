/** `npm run chaos -- --faults 1300 --seed 7`: see `test/harness/chaos-main.ts`, which may import what a script may not. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../test/harness/chaos-main.ts', import.meta.url));
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
