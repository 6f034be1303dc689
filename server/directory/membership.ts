import type { Clock, Log } from '../../shared/engine/ports.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { type Directory, RENEW_MS, type RoomKey } from './directory.ts';

/** Rooms that are taken up at once. */
const ADOPTED_AT_ONCE = 100;

interface MembershipPorts {
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'leaseFailures' | 'roomsLost' | 'roomsAdopted'>;
  /** Other processes have these rooms by now. */
  lose(keys: readonly RoomKey[]): void;
}

/** Takes up rooms that belonged to processes which died. */
type Adopt = (keys: readonly RoomKey[]) => Promise<void>;

/** Keeps the lease of this process, and looks after what dead ones leave behind. */
export class Membership {
  readonly #ports: MembershipPorts;
  #adopt: Adopt | null = null;
  #isOver = false;
  #isAway = false;
  #stopWaiting = () => {};

  constructor(ports: MembershipPorts) {
    this.#ports = ports;
  }

  /** From now on what dead processes leave behind is taken up here. */
  adoptWith(adopt: Adopt): void {
    this.#adopt = adopt;
  }

  /** From now on others take it up. */
  adoptNothing(): void {
    this.#adopt = null;
  }

  /** Whether the lease was renewed last time. */
  get isUp(): boolean {
    return !this.#isAway;
  }

  /** Begins, and goes on until `stop`. */
  start(): void {
    void this.#round();
  }

  /** Ends it, and tells others that this process is leaving; while the directory is away they find out when its lease ends. */
  async stop(): Promise<void> {
    this.#isOver = true;
    this.#stopWaiting();
    const { directory, log } = this.#ports;
    try {
      await directory.leave();
    } catch (error) {
      log.warn({ err: error }, 'others are not told that this process leaves');
    }
  }

  async #round(): Promise<void> {
    const { directory, clock, log, metrics, lose } = this.#ports;
    const at = clock.now();
    try {
      const lost = await directory.renew();
      metrics.roomsLost.add(lost.length);
      lose(lost);
      if (this.#adopt) await this.#lookForOrphans(this.#adopt);
      if (this.#isAway) log.warn({}, 'the directory is back');
      this.#isAway = false;
    } catch (error) {
      metrics.leaseFailures.add();
      if (!this.#isAway) log.warn({ err: error }, 'the directory is away');
      this.#isAway = true;
    }
    if (!this.#isOver) this.#stopWaiting = clock.setTimer(at + RENEW_MS, () => void this.#round());
  }

  async #lookForOrphans(adopt: Adopt): Promise<void> {
    const { directory, log, metrics } = this.#ports;
    const orphans = await directory.orphans(ADOPTED_AT_ONCE);
    if (orphans.length === 0) return;
    log.warn({ rooms: orphans.length }, 'a process died; its rooms are taken up');
    metrics.roomsAdopted.add(orphans.length);
    // The lease does not wait for it.
    adopt(orphans).catch((error: unknown) => log.warn({ err: error }, 'rooms were not taken up'));
  }
}
