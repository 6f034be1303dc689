import type { Member } from './member.ts';
import type { RoomGuard } from './room-guard.ts';
import { TokenBucket, type TokenBuckets } from './token-bucket.ts';

/** After so long without another one, all mistakes of a socket are forgotten. */
const FORGIVE_SECONDS = 60;

/** What a room keeps of one socket: who holds it, and what it may still send. */
export class GuardedSocket {
  member: Member;
  /** Whether it said that it has read the welcome. */
  isReady = false;
  stopWaiting: () => void = () => {};
  readonly #persons: TokenBuckets;
  readonly #messages: TokenBucket;
  readonly #patience: TokenBucket;
  readonly #mistakes: TokenBucket;

  /** `now` in epoch ms, here and below. */
  constructor(member: Member, { limits, persons }: RoomGuard, now: number) {
    const { messageRate, messageBurst, messagePatience, badMessages } = limits;
    this.member = member;
    this.#persons = persons;
    this.#messages = new TokenBucket(messageRate, messageBurst, now);
    this.#patience = new TokenBucket(messageRate / 2, messagePatience, now);
    this.#mistakes = new TokenBucket(badMessages / FORGIVE_SECONDS, badMessages - 1, now);
  }

  /** Counts a message: it may pass, is one too many, or one of so many that this socket floods. */
  count(now: number): 'pass' | 'refuse' | 'flood' {
    const isWithin = this.#messages.take(now);
    const isPersonWithin = this.#persons.of(this.member.person.id, now).take(now);
    if (isWithin && isPersonWithin) return 'pass';
    return this.#patience.take(now) ? 'refuse' : 'flood';
  }

  /** Counts a message that makes no sense. @returns whether it can be forgiven */
  forgives(now: number): boolean {
    return this.#mistakes.take(now);
  }
}
