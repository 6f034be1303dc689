import type { MessagePage } from '../../shared/protocol/chat-wire.ts';
import type { PlayingGuest } from '../client/connection.ts';
import type { World } from '../scenarios/scenario.ts';

/** One message, the way everybody sees it. */
export interface Seen {
  readonly seq: number;
  readonly no: number;
  readonly text: string;
}

/** Adds a message to the sum of all before it: two people who saw the same in the same order have the same sum. */
export function summed(sum: number, { seq, no, text }: Seen): number {
  let hash = Math.imul(sum ^ seq, 0x01000193) ^ no;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** What was written in one conversation, as it was acknowledged to those who wrote it. */
export class Ledger {
  readonly conversation: string;
  /** By entry: the text that it must hold. */
  readonly #accepted = new Map<number, string>();
  readonly #world: World;
  /** The last entry that holds an acknowledged message. */
  lastSeq = 0;

  constructor(world: World, conversation: string) {
    this.#world = world;
    this.conversation = conversation;
  }

  accepted(seq: number, text: string): void {
    if (this.#accepted.has(seq))
      this.#world.recorder.fault('doubled or out of order', `entry ${seq} was given twice`);
    this.#accepted.set(seq, text);
    this.lastSeq = Math.max(this.lastSeq, seq);
    this.#world.recorder.count('actions accepted');
  }

  /** Everything that is stored after this entry, the oldest first. */
  async stored(guest: PlayingGuest, after: number): Promise<readonly Seen[]> {
    let messages: Seen[] = [];
    for (;;) {
      const before = messages[0] ? `?before=${messages[0].seq}` : '';
      const page = (await guest.get(`/api/chat/${this.conversation}/messages${before}`)) as MessagePage;
      messages = [...page.messages, ...messages];
      const [first] = page.messages;
      if (!first || first.seq <= after || !page.hasMore) return messages.filter(({ seq }) => seq > after);
    }
  }

  /** Every message that was acknowledged is stored, as it was written, once. */
  compare(stored: readonly Seen[]): void {
    const { recorder } = this.#world;
    const bySeq = new Map(stored.map(({ seq, text }) => [seq, text]));
    for (const [seq, text] of this.#accepted) {
      recorder.count('messages compared');
      if (bySeq.get(seq) !== text) recorder.fault('action lost', `message ${seq} was accepted: “${text}”`);
    }
    const texts = new Set(stored.map(({ text }) => text));
    if (texts.size < stored.length)
      recorder.fault('doubled or out of order', `${stored.length - texts.size} messages are stored twice`);
  }
}
