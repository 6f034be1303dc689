import { aloneDirectory } from '../../server/directory/in-process.ts';
import { Calls } from '../../server/infra/calls.ts';
import type { Topics } from '../../server/infra/topics.ts';
import { Metrics } from '../../server/metrics/metrics.ts';
import { Rooms } from '../../server/rooms/guard/rooms.ts';
import type { Log } from '../../shared/engine/ports.ts';

/** The rooms of a process that is alone. */
export function roomsHere(topics: Topics, log: Log) {
  const directory = aloneDirectory('here');
  return {
    directory,
    rooms: new Rooms({ directory, calls: new Calls('here', topics), log, metrics: new Metrics() }),
  };
}
