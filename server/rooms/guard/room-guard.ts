import type { Log } from '../../../shared/engine/ports.ts';
import type { Limits } from '../../config.ts';
import { Sampler } from '../../infra/log.ts';
import { Heartbeat } from './heartbeat.ts';
import { TokenBuckets } from './token-bucket.ts';

/** Limits of messages, and what each person has left over all rooms of this process. */
export class RoomGuard {
  readonly limits: Limits;
  readonly persons: TokenBuckets;
  readonly sampler: Sampler;
  readonly heartbeat = new Heartbeat();

  constructor(limits: Limits, log: Log) {
    this.limits = limits;
    this.persons = new TokenBuckets(2 * limits.messageRate, 2 * limits.messageBurst);
    this.sampler = new Sampler(log);
  }
}
