import type { Member } from './member.ts';
import type { RoomGuard } from './room-guard.ts';
import { TokenBucket } from './token-bucket.ts';

/** After so long without another one, all mistakes of a socket are forgotten. */
const FORGIVE_SECONDS = 60;

const nothing = (): void => {};

/** What a room keeps of one socket: who holds it, and what it may still send. */
export class GuardedSocket {
  member: Member;
  /** Whether it said that it has read the welcome. */
  isReady = false;
  stopWaiting: () => void = nothing;
  readonly #guard: RoomGuard;
  readonly #messages: TokenBucket;
  /** Both are made when something is taken from them, which is never for most. A new one is full, as they are until then. */
  #patience: TokenBucket | null = null;
  #mistakes: TokenBucket | null = null;

  /** `now` in epoch ms, here and below. */
  constructor(member: Member, guard: RoomGuard, now: number) {
    const { messageRate, messageBurst } = guard.limits;
    this.member = member;
    this.#guard = guard;
    this.#messages = new TokenBucket(messageRate, messageBurst, now);
  }

  /** Counts a message: it may pass, is one too many, or one of so many that this socket floods. */
  count(now: number): 'pass' | 'refuse' | 'flood' {
    const isWithin = this.#messages.take(now);
    const { limits, persons } = this.#guard;
    const isPersonWithin = persons.of(this.member.person.id, now).take(now);
    if (isWithin && isPersonWithin) return 'pass';
    this.#patience ??= new TokenBucket(limits.messageRate / 2, limits.messagePatience, now);
    return this.#patience.take(now) ? 'refuse' : 'flood';
  }

  /** Counts a message that makes no sense. @returns whether it can be forgiven */
  forgives(now: number): boolean {
    const { badMessages } = this.#guard.limits;
    this.#mistakes ??= new TokenBucket(badMessages / FORGIVE_SECONDS, badMessages - 1, now);
    return this.#mistakes.take(now);
  }
}
