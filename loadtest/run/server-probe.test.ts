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

it('does nothing in the threads of its server: what it takes there would be taken for the server', async () => {
  const thread = `data:text/javascript,
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage(process.listenerCount('disconnect'));`;
  const program = `
    const { Worker } = require('node:worker_threads');
    const count = process.listenerCount('disconnect');
    new Worker(new URL(${JSON.stringify(thread)})).on('message', (n) => process.send([count, n]));`;
  const probe = new URL('./server-probe.ts', import.meta.url).href;
  const server = spawn(process.execPath, [`--import=${probe}`, '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [counts] = await once(server, 'message');
  server.kill('SIGKILL');
  expect(counts).toEqual([1, 0]);
});
