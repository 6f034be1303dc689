import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { hasEnded, nameOfThisProcess } from './this-process.ts';

const NAMES_ITSELF = new URL('this-process.ts', import.meta.url).href;

it('a process runs until it has ended, and another one of its number is another one', async () => {
  const program = `import(${JSON.stringify(NAMES_ITSELF)}).then((it) => console.log(it.nameOfThisProcess())); process.stdin.resume()`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const name = String((await once(child.stdout, 'data'))[0]).trim();
  expect(hasEnded(name)).toBe(false);
  expect(hasEnded(name.replace(/\d+$/, '1'))).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(hasEnded(name)).toBe(true);
});

it('nobody knows of a process of another machine, or container, whether it has ended', () => {
  const name = nameOfThisProcess()!;
  expect(hasEnded(name)).toBe(false);
  expect(hasEnded(`0${name}`)).toBe(false);
  expect(hasEnded(name.replace(/pid:\[\d+\]/, 'pid:[1]').replace(/\d+$/, '1'))).toBe(false);
  expect(hasEnded('what somebody else wrote there')).toBe(false);
});
