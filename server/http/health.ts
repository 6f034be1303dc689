import type { IncomingMessage } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Router } from 'express';

/** A process whose event loop is later than this most of the time takes no new people, ms. */
const MAX_LAG_MS = 200;

/** Whether this process can serve people now, and what works only partly. */
export interface Readiness {
  readonly isReady: boolean;
  readonly degraded?: readonly string[];
}

/** Whether a request only asks how this process is. */
export const isProbe = ({ url }: Pick<IncomingMessage, 'url'>): boolean =>
  url === '/live' || url === '/ready';

/**
 * `/live`: the process answers at all. `/ready`: it can serve people, and what of it is away (`degraded`). Neither says anything about versions or insides.
 */
export function health(readiness: () => Readiness | Promise<Readiness>): Router {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return Router()
    .get('/live', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ ok: true });
    })
    .get('/ready', async (_request, response) => {
      const lag = delay.percentile(99) / 1e6;
      delay.reset();
      const { isReady, degraded = [] } = await readiness();
      const isOk = isReady && lag < MAX_LAG_MS;
      response.set('Cache-Control', 'no-store');
      response.status(isOk ? 200 : 503).json({ ok: isOk, degraded });
    });
}
