import type { Server } from 'node:http';

/**
 * Takes the framework's listeners off an HTTP server, so that ours come first or instead.
 * - `upgrade`: the transport takes every socket; ours asks for a ticket and a cookie before
 * - `request`: its router fails on strange hosts, and answers everybody with open CORS headers
 * - `error`: it throws what listening failed with once more, where nobody can catch it
 *
 * @returns how to call those that were taken
 */
export function takeListeners(
  server: Server,
  event: 'upgrade' | 'request' | 'error',
): (...told: never[]) => void {
  const taken = server.listeners(event);
  server.removeAllListeners(event);
  return (...told) => {
    for (const listener of taken) listener.apply(server, told);
  };
}
