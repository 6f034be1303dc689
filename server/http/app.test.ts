import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fakeLog } from '../../test/harness/fakes.ts';
import { readConfig } from '../config.ts';
import { Metrics } from '../metrics/metrics.ts';
import { type AppDeps, createApp } from './app.ts';
import { createBudgets } from './budgets.ts';
import { requestsFor } from './requests-for.ts';

const OWN = 'https://play.example';

/** An application that knows nobody, and how often Express was asked. */
async function start() {
  const config = readConfig({ LIMIT_REQUESTS_PER_ADDRESS: '12' });
  const some = {
    config,
    log: fakeLog(),
    metrics: new Metrics(),
    pages: { handler: () => {}, operate: null, isDevelopment: false },
    budgets: createBudgets(config.limits),
    sessions: { visitor: async () => null },
    personalData: {},
    addressOf: ({ headers }: IncomingMessage) => String(headers['x-who']),
    allowsOrigin: (origin: string | undefined) => origin === OWN,
    operate: null,
    chat: null,
    met: null,
    daily: null,
  };
  const app = createApp(some as unknown as AppDeps);
  const asked = vi.spyOn(app.express as unknown as { handle(): void }, 'handle');
  const server = createServer(requestsFor(app.express), (request, response) => app.answer(request, response));
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

it('refuses whoever asks for a seat in the same way and with the same headers as Express, without it', async () => {
  const { url, asked } = await start();
  /** The answer of `path`, without what is new with each. */
  const answerOf = async (
    path: string,
    who: string,
    init: { origin?: string; type?: string; body?: string },
  ) => {
    const { origin = OWN, type = 'application/json', body = '{}' } = init;
    const headers = { origin, 'content-type': type, 'x-who': who };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    const told = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
    return { status: answer.status, told, body: await answer.json() };
  };
  const cases = [
    [{}, 401, 'no_session'],
    [{ origin: 'https://other.example' }, 403, 'bad_origin'],
    [{ type: 'text/plain' }, 415, 'bad_type'],
    [{ body: '{' }, 400, 'bad_request'],
    [{ body: `"${'x'.repeat(20_000)}"` }, 413, 'too_large'],
  ] as const;
  for (const [init, status, code] of cases) {
    const mine = await answerOf('/api/tables/BABA/seat', 'ana', init);
    expect(mine).toMatchObject({ status, body: { code } });
    expect(mine.told).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
    expect(asked).not.toHaveBeenCalled();
    // The slash at the end is for Express.
    expect(await answerOf('/api/tables/BABA/seat/', 'ben', init)).toEqual(mine);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockClear();
  }
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) statuses.push((await answerOf('/api/tables/BABA/seat', 'ana', {})).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
});
