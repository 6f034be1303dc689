import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../metrics/metrics.ts';
import type { Trace } from '../traces/span.ts';
import type { LiveTables } from './live.ts';
import type { PendingSeats } from './pending-seats.ts';
import type { Relay } from './relay.ts';
import { requestIdOf } from './request-id.ts';
import { isMeasured, routeClass } from './route-class.ts';

/** The status of an answer that nobody waited for, as nginx counts it. */
const GONE = '499';

/** Counts one request when its answer is out, or when whoever asked is gone. */
export function countRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, trace }: { readonly metrics: Metrics; readonly trace: Trace | null },
): void {
  const startedAt = performance.now();
  const route = routeClass(request.url);
  response.once('close', () => {
    const status = response.headersSent ? String(response.statusCode) : GONE;
    metrics.httpRequests.of(route, status).add();
    if (trace && route !== 'health') {
      const id = requestIdOf(response);
      const endedAt = performance.now();
      trace({
        name: `http ${route}`,
        id,
        startedAt,
        endedAt,
        result: status,
        isFailed: response.statusCode >= 500,
      });
    }
    if (isMeasured(route)) metrics.httpSeconds.of(route).note((performance.now() - startedAt) / 1_000);
  });
}

interface EntryInside {
  readonly httpServer: HttpServer;
  readonly pendingSeats: PendingSeats;
  readonly relay: Relay;
  readonly live: LiveTables;
}

/** What is open at the way in is looked up when somebody wants to know. */
export function watchEntry({ httpServer, pendingSeats, relay, live }: EntryInside, metrics: Metrics): void {
  let open = 0;
  // One for all: as long as somebody is here, whatever is made for their socket stays.
  const closed = () => {
    open--;
  };
  httpServer.on('connection', (socket) => {
    open++;
    socket.on('close', closed);
  });
  metrics.connections.from(() => open);
  metrics.seatsPending.from(() => pendingSeats.size);
  metrics.relays.from(() => relay.open);
  metrics.streamsDropped.from(() => live.dropped);
}
