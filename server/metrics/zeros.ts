import type { Metrics } from './metrics.ts';

/**
 * Has counts that alerts look at begin at zero: of one that appears with its first count Prometheus sees no increase.
 * @param rooms the kinds of rooms
 */
export function startAtZero(metrics: Metrics, rooms: readonly string[]): void {
  for (const room of rooms) {
    metrics.roomErrors.of(room);
    for (const result of ['ok', 'failed']) metrics.joins.of(room, result);
    for (const code of ['internal', 'unavailable', 'busy']) metrics.refusals.of(room, code);
  }
  for (const code of ['internal', 'unavailable', 'busy', 'server_full']) metrics.refusals.of('http', code);
  for (const status of ['101', '421', '500', '503']) metrics.upgrades.of(status);
  for (const why of ['address', 'all']) metrics.refusedConnections.of(why);
  for (const why of ['closing', 'junk', 'rate', 'moving']) metrics.framesDropped.of(why);
  for (const operation of ['append', 'write', 'read']) {
    for (const why of ['unavailable', 'fault']) metrics.storeFailures.of(operation, why);
  }
  for (const why of ['conflict', 'duplicate']) metrics.fences.of(why);
  for (const result of ['ok', 'failed']) metrics.handOvers.of(result);
  for (const kind of ['table', 'conversation']) {
    for (const why of ['moved', 'broken']) metrics.stops.of(kind, why);
  }
}
