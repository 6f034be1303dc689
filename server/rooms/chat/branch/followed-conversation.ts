import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent, ConversationState } from '../../../../shared/chat/types.ts';
import { type MatchId, matchId } from '../../../../shared/core/ids.ts';
import type { Entry, Journal, Snapshots } from '../../../../shared/engine/ports.ts';
import { fold } from '../../../../shared/engine/replay.ts';
import { Unavailable } from '../../../storage/types.ts';

export interface FollowedConversationPorts {
  readonly journal: Pick<Journal<ConversationEvent>, 'read'>;
  readonly snapshots: Pick<Snapshots<ConversationState>, 'load'>;
  /** Called after each entry, in their order: once for each, without gaps. */
  onEntry(entry: Entry<ConversationEvent>, state: ConversationState): void;
}

/** A newer program wrote some of the conversation: this one cannot follow it. */
export class NewerEntries extends Unavailable {}

/**
 * A conversation that another one owns, as this process knows it: a fold of its entries, which are stored before anybody
 * hears of them. They are told; what was lost on the way is read back from the store, so that the order is that of the
 * store whatever comes, however often and however late.
 */
export class FollowedConversation {
  readonly #id: MatchId;
  readonly #ports: FollowedConversationPorts;
  #state = conversation.initial;
  #seq = 0;
  /** Entries that came before one that is missing. */
  readonly #early = new Map<number, Entry<ConversationEvent>>();
  #reading: Promise<void> | null = null;

  private constructor(id: string, ports: FollowedConversationPorts) {
    this.#id = matchId(id);
    this.#ports = ports;
  }

  /** Reads what there is. Rejects with `Unavailable`, with `NewerEntries` when it never can be read here. */
  static async open(id: string, ports: FollowedConversationPorts): Promise<FollowedConversation> {
    const { onEntry, ...store } = ports;
    let isOpen = false;
    const followed = new FollowedConversation(id, {
      ...store,
      onEntry: (entry, state) => {
        if (isOpen) onEntry(entry, state);
      },
    });
    await followed.#begin();
    await followed.#readOn();
    isOpen = true;
    return followed;
  }

  /** From the last fold that was kept, if its entry is there: a copy of a store may hold more of it than of the stream. */
  async #begin(): Promise<void> {
    const snapshot = await this.#ports.snapshots.load(this.#id);
    if (!snapshot) return;
    const [last] = await this.#read(snapshot.seq - 1);
    if (last?.seq !== snapshot.seq) return;
    this.#state = snapshot.state;
    this.#seq = snapshot.seq;
  }

  /** The conversation as it is after the last entry. */
  get state(): ConversationState {
    return this.#state;
  }

  /** The last entry. */
  get seq(): number {
    return this.#seq;
  }

  /** An entry was told. What is missing before it is read, and what another version of the rules wrote. */
  take(entry: Entry<ConversationEvent>): void {
    if (entry.seq <= this.#seq) return;
    const isOurs = entry.version === conversation.version;
    if (isOurs && entry.seq === this.#seq + 1 && !this.#reading) {
      this.#apply(entry);
      this.#takeEarly();
      return;
    }
    if (isOurs) this.#early.set(entry.seq, entry);
    // Whoever needs it asks again.
    this.reach(entry.seq).catch(() => {});
  }

  /** Resolves when entry `seq` is taken in. Rejects with `Unavailable` when it cannot be read now, else with `NewerEntries`. */
  async reach(seq: number): Promise<void> {
    while (this.#seq < seq) {
      const before = this.#seq;
      this.#reading ??= this.#readOn().finally(() => {
        this.#reading = null;
        this.#takeEarly();
      });
      await this.#reading;
      if (this.#seq === before) throw new Unavailable(`${this.#id} has no entry ${seq} yet`);
    }
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const entries = await this.#read(this.#seq);
      if (entries.length === 0) return;
      for (const entry of entries) this.#apply(entry);
    }
  }

  async #read(after: number): Promise<readonly Entry<ConversationEvent>[]> {
    const page = await this.#ports.journal.read(this.#id, after);
    if (page.ok) return page.value;
    if (page.error.kind === 'newer') throw new NewerEntries(`${this.#id} is of a newer program`);
    throw new Unavailable(`${this.#id} cannot be read`);
  }

  #takeEarly(): void {
    for (const [seq, entry] of [...this.#early].sort(([a], [b]) => a - b)) {
      if (seq === this.#seq + 1) this.#apply(entry);
      if (seq <= this.#seq) this.#early.delete(seq);
    }
  }

  #apply(entry: Entry<ConversationEvent>): void {
    if (entry.seq !== this.#seq + 1) return;
    this.#state = fold(conversation, this.#state, [entry]);
    this.#seq = entry.seq;
    this.#ports.onEntry(entry, this.#state);
  }
}
