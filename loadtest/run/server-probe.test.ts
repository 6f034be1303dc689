import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it('ends its server when whoever started it is gone', async () => {
  const probe = new URL('./server-probe.ts', import.meta.url).href;
  const server = spawn(process.execPath, [`--import=${probe}`, '-e', 'setInterval(() => {}, 1_000)'], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  server.send('now');
  await once(server, 'message');
  const ended = once(server, 'exit');
  server.disconnect();
  expect(await ended).toEqual([null, 'SIGKILL']);
});
