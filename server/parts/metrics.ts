import { totalmem } from 'node:os';
import type { Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { GuardCounts } from '../infra/colyseus/guard.ts';
import type { Faults } from '../infra/process-guards.ts';
import type { RedisParts } from '../infra/redis.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { startAtZero } from '../metrics/zeros.ts';
import { BRANCH } from '../rooms/chat/branch/branch-news.ts';
import { CHAT } from '../rooms/chat/conversation-service.ts';
import { INBOX } from '../rooms/chat/inbox/InboxRoom.ts';
import type { RoomGuard } from '../rooms/guard/room-guard.ts';
import type { Rooms } from '../rooms/guard/rooms.ts';
import { OPERATE } from '../rooms/operate/OperatorRoom.ts';
import { TABLE_ROOM } from '../rooms/table-talk.ts';
import { listenError } from '../start/errors.ts';

/** Whatever keeps counts of its own. */
interface Counting {
  readonly faults: Faults;
  readonly frames: GuardCounts;
  readonly guard: RoomGuard;
  readonly rooms: Rooms;
  readonly redis: RedisParts | null;
}

/** From now on what others count, and what is open, is looked up there. */
export function lookAtCounts(metrics: Metrics, { faults, frames, guard, rooms, redis }: Counting): void {
  metrics.unhandled.from(() => [
    [['rejection'], faults.rejections],
    [['exception'], faults.exceptions],
  ]);
  metrics.framesIn.from(() => frames.framesIn);
  metrics.bytesIn.from(() => frames.bytesIn);
  metrics.framesOut.from(() => frames.framesOut);
  metrics.bytesOut.from(() => frames.bytesOut);
  metrics.emptyPatches.from(() => frames.emptyPatches);
  metrics.socketsCut.from(() => [
    [['slow'], frames.slowSockets],
    [['broken'], frames.brokenFrames],
    [['silent'], guard.heartbeat.cut],
    ...Object.entries(guard.offences).map(([why, count]) => [[why], count] as const),
  ]);
  if (redis) metrics.redisUp.from(() => Number(redis.isUp()));
  metrics.build.from(() => [[[process.version], 1]]);
  metrics.memoryLimit.from(() =>
    Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()),
  );
  startAtZero(metrics, [TABLE_ROOM, CHAT, BRANCH, INBOX, OPERATE]);
  lookAtRooms(metrics, rooms);
}

function lookAtRooms(metrics: Metrics, rooms: Pick<Rooms, 'standing'>): void {
  const sums = (labelsOf: (kind: string, labels: readonly string[]) => readonly string[] | null) => {
    const found = new Map<
      string,
      { labels: readonly string[]; rooms: number; people: number; sockets: number }
    >();
    for (const { kind, people, sockets, labels: own } of rooms.standing()) {
      const labels = labelsOf(kind, own);
      if (!labels) continue;
      const sum = found.get(labels.join()) ?? { labels, rooms: 0, people: 0, sockets: 0 };
      sum.rooms++;
      sum.people += people;
      sum.sockets += sockets;
      found.set(labels.join(), sum);
    }
    return [...found.values()];
  };
  const byKind = () => sums((kind) => [kind]);
  metrics.rooms.from(() => byKind().map(({ labels, rooms: count }) => [labels, count] as const));
  metrics.people.from(() => byKind().map(({ labels, people }) => [labels, people] as const));
  metrics.sockets.from(() => byKind().map(({ labels, sockets }) => [labels, sockets] as const));
  const only = (wanted: string) => () =>
    sums((kind, labels) => (kind === wanted ? labels : null)).map(
      ({ labels, rooms: count }) => [labels, count] as const,
    );
  metrics.tables.from(only(TABLE_ROOM));
  metrics.conversations.from(only(CHAT));
}

/** Lets Prometheus read the metrics, if that is configured; what it needs is loaded only then. @throws StartError */
export async function tellMetrics(
  { metricsHost: host, metricsPort: port }: Config,
  metrics: Metrics,
  log: Log,
): Promise<void> {
  if (port === null) return;
  const { listenForMetrics } = await import('../metrics/listener.ts');
  try {
    const used = await listenForMetrics({ host, port }, metrics.families);
    log.info({ host, port: used }, 'metrics can be read');
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, { host, port, ...METRICS_NAMES });
  }
}

const METRICS_NAMES = { portName: 'METRICS_PORT', hostName: 'METRICS_HOST' };
