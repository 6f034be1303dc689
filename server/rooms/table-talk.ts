import { emptied } from '../../shared/chat/messages.ts';
import type { Audience, Message } from '../../shared/chat/types.ts';
import { FULL_SIGHT, isInSight, type Sight } from '../chat/sight.ts';
import { type Topic, topic } from '../infra/topics.ts';

/** What a table tells its talk. */
export interface TalkInfo {
  /** People with a seat; null when the game is over and they shall stay as they are. */
  readonly members: readonly string[] | null;
  /** The person who knows a secret at this moment; null when nobody does, or a bot: then everybody sees everything. */
  readonly keeper: string | null;
  /** People whom the host sent away for good. */
  readonly banned?: readonly string[];
}

/** The conversation of a table. */
export const talkOf = (matchId: string): string => `talk-${matchId}`;

/** A table tells its talk how things are. */
export const tableTopic = (talk: string): Topic<TalkInfo> => topic(`table:${talk}`);

/**
 * Keeps apart what the clue giver and the guessers write while a round runs. Both see everything after the reveal; who
 * only watches counts as a guesser.
 */
export class TableTalk {
  #keeper: string | null = null;
  #heldFrom = 0;
  #held: Message[] = [];

  audienceOf(person: string): Audience {
    return this.#keeper === null ? 'all' : this.#sideOf(person);
  }

  sightOf(person: string): Sight {
    return this.#keeper === null ? FULL_SIGHT : { side: this.#sideOf(person), heldFrom: this.#heldFrom };
  }

  /** Whether a message must not be shown to everybody now; if so it is kept until the reveal. */
  holds(message: Message): boolean {
    if (this.#keeper === null || message.audience === 'all' || message.seq <= this.#heldFrom) return false;
    this.#held = [...this.#held.filter(({ seq }) => seq !== message.seq), message];
    return true;
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

  /** Whether a person may change or mark a message now: during a round only what no other side can see. */
  mayChange(person: string, seq: number): boolean {
    if (this.#keeper === null) return true;
    const held = this.#held.find((message) => message.seq === seq);
    return held !== undefined && isInSight(held, this.sightOf(person));
  }

  /**
   * Another secret begins or ends after entry `seq`; returns what everybody may see from now on, in order. A talk that was
   * just opened in the middle of a round does not know when it began, and keeps everything apart: `seq` is 0 then.
   */
  change(keeper: string | null, seq: number): readonly Message[] {
    if (keeper === this.#keeper) return [];
    const released = this.#held;
    this.#held = [];
    this.#heldFrom = seq;
    this.#keeper = keeper;
    return released;
  }

  #sideOf(person: string): 'giver' | 'guessers' {
    return person === this.#keeper ? 'giver' : 'guessers';
  }
}
