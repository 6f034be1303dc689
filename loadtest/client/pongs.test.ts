import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { until } from '../../test/harness/until.ts';
import { answerPing } from './pongs.ts';

const SOCKETS = 200;

it('two hundred pings at once are all answered, with what they hold, while other things go on', async () => {
  const answers: string[] = [];
  const pinged = (n: number, readyState: number = WebSocket.OPEN) =>
    answerPing(
      { readyState, pong: (data: Buffer) => answers.push(data.toString()) } as unknown as WebSocket,
      Buffer.from(String(n)),
    );
  for (let n = 0; n < SOCKETS; n++) pinged(n);
  pinged(SOCKETS, WebSocket.CLOSED);
  expect(answers).toEqual([]);
  await turn();
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.length).toBeLessThan(SOCKETS / 2);
  await until(() => answers.length >= SOCKETS, 'all answers');
  await turn();
  expect(answers).toEqual(Array.from({ length: SOCKETS }, (_, n) => String(n)));
  // And again, when all was quiet meanwhile.
  pinged(7);
  await turn();
  expect(answers.at(-1)).toBe('7');
});
