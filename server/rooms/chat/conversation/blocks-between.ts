import type { Clock, Log } from '../../../../shared/engine/ports.ts';
import type { Topic } from '../../../infra/topics.ts';
import { inboxTopic } from '../chat-topics.ts';
import type { PersonalNews } from '../news.ts';

/** The store is asked again after this time, ms, whatever was heard. */
const CHECK_MS = 10_000;

export interface BlocksBetweenPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** Whether either of the two blocked the other, as it is stored. May reject. */
  areApart(one: string, other: string): Promise<boolean>;
  onAnswer(isApart: boolean): void;
}

/**
 * Whether one of the two people of a direct talk blocked the other. It is read when one of them says so, when somebody
 * comes in, before it is shown that one writes, and now and then: a word that was lost keeps nobody in sight for long.
 */
export class BlocksBetween {
  readonly #pair: readonly [string, string];
  readonly #ports: BlocksBetweenPorts;
  #disarm: (() => void) | null = null;
  #isOver = false;

  constructor(pair: readonly [string, string], ports: BlocksBetweenPorts) {
    this.#pair = pair;
    this.#ports = ports;
  }

  /** First listens, then looks. Rejects when the store does not answer. */
  async open(
    listen: (name: Topic<PersonalNews>, handler: (news: PersonalNews) => unknown) => Promise<unknown>,
  ): Promise<void> {
    const [one, other] = this.#pair;
    await listen(inboxTopic(one), (news) => {
      if ((news.type === 'blocked' || news.type === 'blockedBy') && news.person === other) return this.look();
    });
    await this.look();
    this.#watch();
  }

  /** Looks how it is now. Rejects when the store does not answer. */
  async look(): Promise<void> {
    const isApart = await this.#ports.areApart(...this.#pair);
    if (!this.#isOver) this.#ports.onAnswer(isApart);
  }

  close(): void {
    this.#isOver = true;
    this.#disarm?.();
  }

  #watch(): void {
    const { clock, log } = this.#ports;
    this.#disarm = clock.setTimer(clock.now() + CHECK_MS, () => {
      if (this.#isOver) return;
      this.#watch();
      this.look().catch((error: unknown) => log.warn({ err: error }, 'who blocked whom could not be read'));
    });
  }
}
