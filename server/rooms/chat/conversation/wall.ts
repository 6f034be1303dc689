import { type Audience, behind, isBehind, isInSight } from '../../../../shared/chat/audience.ts';
import { emptied, withChange } from '../../../../shared/chat/messages.ts';
import type { ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import { CROWD, type Rejection, SILENT, type Side } from '../../../../shared/core/rules.ts';
import type { ChatWish } from '../../../../shared/protocol/chat.ts';
import type { TableWall } from '../../table-talk.ts';

/** What keeps peace, and cannot wait. */
const URGENT: ReadonlySet<ChatWish['type']> = new Set(['mute', 'kick', 'ban', 'unban']);

/** Whether a wish is carried out whatever a table keeps secret. */
export const isUrgent = ({ type }: ChatWish): boolean => URGENT.has(type);

/**
 * What keeps people apart in the talk of a table while somebody there knows a secret. What those without one write is seen
 * by their side alone, and by everybody when the wall falls. Whatever the ones who know want waits until then: stored
 * earlier, it would have a number, and a number that is missing tells as much as a word.
 */
export class Wall {
  #wall: TableWall | null = null;
  #held: readonly Message[] = [];

  /** Whether it stands, as far as is known. */
  get stands(): boolean {
    return this.#wall !== null;
  }

  /** Whom a message by this person is for, and what they may see. */
  audienceOf(person: string): Audience {
    return this.#wall === null ? 'all' : behind(this.#wall.id, this.#sideOf(person));
  }

  /** Whether a message must not be shown to everybody now; if so it is kept until the wall falls. */
  holds(message: Message): boolean {
    if (!isBehind(message.audience, this.#wall?.id ?? null)) return false;
    this.#held = [...this.#held.filter(({ seq }) => seq !== message.seq), message];
    return true;
  }

  /** Applies a change; the held message that it is about as it is then, or null when none is. */
  changed(event: Extract<ConversationEvent, { readonly target: number }>): Message | null {
    const before = this.#held.find(({ seq }) => seq === event.target);
    if (!before) return null;
    const after = withChange(before, event);
    this.#held = this.#held.map((message) => (message === before ? after : message));
    return after;
  }

  /** Empties what somebody wrote. */
  empty(person: Message['author']): void {
    this.#held = this.#held.map((message) =>
      message.author === person && message.deletedBy === '' ? emptied(message, person) : message,
    );
  }

  /** Held messages that a person may see. */
  heldFor(person: string): readonly Message[] {
    return this.#held.filter((message) => isInSight(message, this.audienceOf(person)));
  }

  /** Whether it is between two people. */
  isBetween(a: string, b: string): boolean {
    return this.#sideOf(a) !== this.#sideOf(b);
  }

  /** Whether this person knows what others must not. */
  isSilent(person: string): boolean {
    return this.#sideOf(person) === SILENT;
  }

  /** Why a wish has to wait: `after_reveal`, for everything that another side would notice; null when it need not. */
  refusalOf(person: string, wish: ChatWish): Rejection | null {
    if (this.#wall === null || isUrgent(wish)) return null;
    const isOwn = 'target' in wish && this.heldFor(person).some(({ seq }) => seq === wish.target);
    const mayPass = !this.isSilent(person) && (wish.type === 'post' || isOwn);
    return mayPass ? null : { code: 'after_reveal' };
  }

  /** How the wall is from now on. Returns what everybody may see then that was held so far, in order. */
  put(wall: TableWall | null): readonly Message[] {
    this.#wall = wall;
    const [held, released] = [[] as Message[], [] as Message[]];
    for (const message of this.#held)
      (isBehind(message.audience, wall?.id ?? null) ? held : released).push(message);
    this.#held = held;
    return released.sort((a, b) => a.seq - b.seq);
  }

  #sideOf(person: string): Side {
    const sides = this.#wall?.sides ?? {};
    return (Object.hasOwn(sides, person) && sides[person]) || CROWD;
  }
}
