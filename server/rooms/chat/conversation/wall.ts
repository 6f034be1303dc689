import { emptied, withChange } from '../../../../shared/chat/messages.ts';
import type { Audience, ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { ChatWish } from '../../../../shared/protocol/chat.ts';
import type { Person } from '../../../../shared/table/types.ts';
import { FULL_SIGHT, isInSight, type Sight } from './sight.ts';

/** What keeps peace, and cannot wait. */
const URGENT: readonly ChatWish['type'][] = ['mute', 'kick', 'ban', 'unban'];

/**
 * The wall between the clue giver and the guessers while a round runs. What guessers write is seen by guessers only, and
 * by everybody after the reveal; who only watches counts as one. Whatever the giver wants waits for the reveal: stored
 * earlier, it would have a number, and a number that is missing tells as much as a word.
 */
export class TableTalk {
  #keeper: Person | null = null;
  #heldFrom = 0;
  #held: Message[] = [];

  audienceOf(person: string): Audience {
    return this.#keeper === null ? 'all' : this.#sideOf(person);
  }

  sightOf(person: string): Sight {
    if (this.#keeper === null) return FULL_SIGHT;
    return { side: this.#sideOf(person), heldFrom: this.#heldFrom };
  }

  /** Whether a message must not be shown to everybody now; if so it is kept until the reveal. */
  holds(message: Message): boolean {
    if (this.#keeper === null || message.audience === 'all' || message.seq <= this.#heldFrom) return false;
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
    const sight = this.sightOf(person);
    return this.#held.filter((message) => isInSight(message, sight));
  }

  /** Who has a secret now. */
  get keeper(): Person | null {
    return this.#keeper;
  }

  /** Whether the wall is between two people. */
  isBetween(a: string, b: string): boolean {
    return this.#keeper !== null && this.#sideOf(a) !== this.#sideOf(b);
  }

  /** Why a wish has to wait: `after_reveal`, for everything that the other side would notice; null when it need not. */
  refusalOf(person: string, wish: ChatWish): Rejection | null {
    if (this.#keeper === null) return null;
    const isOwn = 'target' in wish && this.#isOfSide(person, wish.target);
    const mayPass =
      person !== this.#keeper.id && (wish.type === 'post' || URGENT.includes(wish.type) || isOwn);
    return mayPass ? null : { code: 'after_reveal' };
  }

  #isOfSide(person: string, seq: number): boolean {
    const held = this.#held.find((message) => message.seq === seq);
    return held !== undefined && isInSight(held, this.sightOf(person));
  }

  /**
   * Another secret begins or ends after entry `seq`; returns what everybody may see from now on, in order. A talk that was
   * just opened in the middle of a round does not know when it began, and keeps everything apart: `seq` is 0 then.
   */
  change(keeper: Person | null, seq: number): readonly Message[] {
    if (keeper?.id === this.#keeper?.id) return [];
    const released = this.#held;
    this.#held = [];
    this.#heldFrom = seq;
    this.#keeper = keeper;
    return released;
  }

  #sideOf(person: string): 'giver' | 'guessers' {
    return person === this.#keeper?.id ? 'giver' : 'guessers';
  }
}
