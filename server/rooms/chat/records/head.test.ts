import { describe, expect, it } from 'vitest';
import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import { commandId, matchId, playerId } from '../../../../shared/core/ids.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { headAfter, mended, NO_HEAD, unreadIn } from './head.ts';
import type { History } from './history.ts';
import type { Head } from './records.ts';

const ANA = playerId('ana');
const BEN = playerId('ben');

/** What the store holds of a conversation that only these events happened in, one entry each, from 1 on. */
class Talk {
  #messages: Message[] = [];
  #seq = 0;
  head: Head = NO_HEAD;
  readonly history = {
    before: async (_id: string, seq: number, limit = 50) => {
      const older = this.#messages.filter((each) => each.seq < seq);
      return { messages: older.slice(-limit), hasMore: older.length > limit };
    },
    message: async (_id: string, seq: number) => this.#messages.find((each) => each.seq === seq) ?? null,
  } as unknown as History;

  async say(author: Message['author'], text: string): Promise<number> {
    const seq = this.#seq + 1;
    const no = this.#messages.length + 1;
    const message: Omit<Message, 'seq'> = {
      no,
      at: seq,
      author,
      text,
      replyTo: null,
      mentions: [],
      card: null,
      audience: 'all',
      editedAt: 0,
      deletedBy: '',
      reactions: {},
    };
    this.#messages.push({ ...message, seq });
    await this.#happen({ type: 'posted', message });
    return seq;
  }

  async edit(target: number, text: string): Promise<void> {
    this.#messages = this.#messages.map((each) => (each.seq === target ? { ...each, text } : each));
    await this.#happen({ type: 'edited', target, text, mentions: [], at: 99 });
  }

  async remove(target: number): Promise<void> {
    this.#messages = this.#messages.map((each) =>
      each.seq === target ? { ...each, text: '', deletedBy: each.author } : each,
    );
    await this.#happen({ type: 'deleted', target, by: ANA });
  }

  async #happen(event: ConversationEvent): Promise<void> {
    const by = { kind: 'system' } as const;
    const seq = ++this.#seq;
    const entry: Entry<ConversationEvent> = {
      matchId: matchId('t'),
      seq,
      commandId: commandId(`c${seq}`),
      by,
      at: seq,
      version: 1,
      events: [event],
    };
    this.head = await mended('t', headAfter(this.head, entry, conversation.initial), this.history);
  }
}

describe('what lists show of a conversation', () => {
  it('is the newest message that stands', async () => {
    const talk = new Talk();
    await talk.say(ANA, 'ochre');
    const second = await talk.say(BEN, 'umber');
    expect(talk.head).toMatchObject({ author: BEN, preview: 'umber', no: 2, at: 2 });
    await talk.remove(second);
    expect(talk.head).toMatchObject({ author: ANA, preview: 'ochre', no: 2, at: 1 });
  });

  it('is nothing when no message stands', async () => {
    const talk = new Talk();
    await talk.remove(await talk.say(ANA, 'ochre'));
    expect(talk.head).toMatchObject({ author: '', preview: '', no: 1 });
    expect(unreadIn(talk.head, 0)).toBe(0);
  });

  it('follows an edit of that message, and of no other', async () => {
    const talk = new Talk();
    const first = await talk.say(ANA, 'ochre');
    const second = await talk.say(BEN, 'umber');
    await talk.edit(first, 'sienna');
    expect(talk.head.preview).toBe('umber');
    await talk.edit(second, 'sepia');
    expect(talk.head.preview).toBe('sepia');
  });

  it('counts what stands, and of whom one wants to hear', async () => {
    const talk = new Talk();
    for (const text of ['1', '2', '3']) await talk.say(ANA, text);
    const own = await talk.say(BEN, '4');
    await talk.remove(2);
    expect([0, 1, 2, 3, 4].map((readNo) => unreadIn(talk.head, readNo))).toEqual([3, 2, 2, 1, 0]);
    expect(unreadIn(talk.head, 0, (author) => author !== ANA)).toBe(1);
    await talk.remove(own);
    expect(unreadIn(talk.head, 3)).toBe(0);
  });

  it('counts far enough however many of the newest are deleted', async () => {
    const talk = new Talk();
    for (let i = 1; i <= 400; i++) await talk.say(ANA, String(i));
    for (let seq = 400; seq > 200; seq--) await talk.remove(seq);
    expect(talk.head.preview).toBe('200');
    expect(unreadIn(talk.head, 0)).toBeGreaterThan(50);
    expect(unreadIn(talk.head, 150)).toBe(50);
    expect(talk.head.standing?.length).toBeLessThanOrEqual(100);
  });

  it('is made anew from a head that an older program wrote', async () => {
    const talk = new Talk();
    for (const text of ['ochre', 'umber']) await talk.say(ANA, text);
    await talk.remove(2);
    const old: Head = { ...NO_HEAD, seq: 3, no: 2, author: ANA, preview: 'umber', standing: null };
    expect(await mended('t', old, talk.history)).toMatchObject({ preview: 'ochre', previewOf: 1 });
  });
});
