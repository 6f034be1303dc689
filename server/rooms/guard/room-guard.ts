import type { Log } from '../../../shared/engine/ports.ts';
import type { AnnouncedMessage } from '../../../shared/protocol/operate-wire.ts';
import type { Limits } from '../../config.ts';
import { Sampler } from '../../infra/log.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { Trace } from '../../traces/span.ts';
import { Absences } from './absences.ts';
import { Heartbeat } from './heartbeat.ts';
import { TokenBuckets } from './token-bucket.ts';

/** Why a socket was cut or closed that did not keep the rules. */
export type Offence = 'flood' | 'nonsense' | 'unready';

/** Limits of messages, and what each person has left over all rooms of this process. */
export class RoomGuard {
  readonly limits: Limits;
  readonly metrics: Metrics;
  /** Null when nobody takes spans. */
  readonly trace: Trace | null;
  readonly persons: TokenBuckets;
  readonly sampler: Sampler;
  readonly heartbeat = new Heartbeat();
  /** What whoever comes into a room is told besides; null for nothing. */
  announced: () => AnnouncedMessage | null = () => null;
  readonly absences: Absences;
  /** Sockets that did not keep the rules. */
  readonly offences: Record<Offence, number> = { flood: 0, nonsense: 0, unready: 0 };

  constructor(limits: Limits, log: Log, metrics: Metrics, trace: Trace | null = null) {
    this.limits = limits;
    this.metrics = metrics;
    this.trace = trace;
    this.absences = new Absences(metrics);
    this.persons = new TokenBuckets(2 * limits.messageRate, 2 * limits.messageBurst);
    this.sampler = new Sampler(log);
  }
}
