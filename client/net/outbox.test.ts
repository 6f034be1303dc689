import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { Outbox, type Sent } from './outbox.ts';
import { type OutboxRow, outboxStore, type Tabs } from './outbox-store.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const draft = (text: string) => ({ text, replyTo: null, mentions: [], table: null, after: 0 });
const row = (id: string, patch: Partial<OutboxRow> = {}): OutboxRow => ({
  ...draft(id),
  id,
  k: 1,
  at: 0,
  refusal: null,
  tab: 'here',
  conversation: 'lobby-main',
  author: 'me-0001',
  ...patch,
});
const stored: Sent = { type: 'stored', seq: 7 };
const refused: Sent = { type: 'refused', refusal: { code: 'rude_words', message: 'No.' } };
const later: Sent = { type: 'later', afterMs: null };

/** An outbox over given rows; tries are answered from a script, then with `over`. */
function outboxWith(rows: readonly OutboxRow[], answers: Sent[], gone: readonly string[] = []) {
  const kept = new Map(rows.map((each) => [each.id, each]));
  const sent: string[] = [];
  const waits: number[] = [];
  const tabs: Tabs = {
    mine: async () => 'here',
    whenGone: (tab, _, act) => {
      if (gone.includes(tab)) void act();
    },
  };
  const database = {
    all: async () => [...kept.values()],
    put: async (each: OutboxRow) => {
      kept.set(each.id, each);
    },
    remove: async (id: string) => {
      kept.delete(id);
    },
    move: async (ids: readonly string[], from: string, to: string) => {
      const moved = ids.flatMap((id) => {
        const each = kept.get(id);
        return each?.tab === from ? [{ ...each, tab: to }] : [];
      });
      for (const each of moved) kept.set(each.id, each);
      return moved;
    },
  };
  let ids = 0;
  const outbox = new Outbox({
    store: outboxStore(database, tabs, 'lobby-main', 'me-0001'),
    send: async ({ text }) => {
      sent.push(text);
      return answers.shift() ?? { type: 'over' };
    },
    wait: async (ms) => {
      waits.push(ms);
    },
    newId: () => `id-${++ids}`,
    now: () => 1,
  });
  return { outbox, kept, sent, waits, tabs, database };
}

const texts = ({ outbox }: { outbox: Outbox }) => outbox.entries.value.map(({ text }) => text);

describe('Outbox', () => {
  it('sends again with growing waits until the server has it', async () => {
    const box = outboxWith([], [...Array<Sent>(7).fill(later), stored]);
    box.outbox.post(draft('a'));
    await settled();
    expect(box.sent).toEqual(Array(8).fill('a'));
    expect(box.waits).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000]);
    expect([box.outbox.entries.value[0]?.seq, box.kept.size]).toEqual([7, 0]);
  });

  it('waits as long as the server asks', async () => {
    const box = outboxWith([], [{ type: 'later', afterMs: 9_000 }, stored]);
    box.outbox.post(draft('a'));
    await settled();
    expect(box.waits).toEqual([9_000]);
  });

  it('keeps a refused one in its place while later ones go on', async () => {
    const box = outboxWith([], [refused, stored]);
    box.outbox.post(draft('a'));
    box.outbox.post(draft('b'));
    await settled();
    expect([box.sent, texts(box)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect([...box.kept.values()]).toMatchObject([{ text: 'a', refusal: { code: 'rude_words' } }]);
  });

  it('gives a refused one its turn again under the same id, or drops it', async () => {
    const box = outboxWith([], [refused, refused, stored]);
    box.outbox.post(draft('a'));
    box.outbox.post(draft('b'));
    await settled();
    const [a, b] = box.outbox.entries.value;
    box.outbox.retry(a!.id);
    box.outbox.discard(b!.id);
    await settled();
    expect(box.outbox.entries.value).toMatchObject([{ id: a!.id, seq: 7, refusal: null }]);
    expect([box.sent, box.kept.size]).toEqual([['a', 'b', 'a'], 0]);
  });

  it('stops where there is no connection to wait for, and goes on when told', async () => {
    const answers: Sent[] = [];
    const box = outboxWith([], answers);
    box.outbox.post(draft('a'));
    await settled();
    answers.push(stored);
    void box.outbox.pump();
    await settled();
    expect([box.sent, box.kept.size]).toEqual([['a', 'a'], 0]);
  });

  it('sends what a reload left before what was written since', async () => {
    const box = outboxWith([row('old 2', { k: 6 }), row('old 1', { k: 5 })], [stored, stored, stored]);
    box.outbox.post(draft('new'));
    expect(texts(box)).toEqual(['new']);
    await settled();
    expect(box.sent).toEqual(['old 1', 'old 2', 'new']);
    expect(box.outbox.entries.value.map(({ k }) => k)).toEqual([5, 6, 7]);
  });

  it('says until when it waits because its writer was too fast, and nothing of it afterwards', async () => {
    const answers: Sent[] = [{ type: 'later', afterMs: 7_000, isPaced: true }];
    const box = outboxWith([], answers);
    const paces: (number | null)[] = [];
    effect(() => void paces.push(box.outbox.pacedUntil.value));
    answers.push(later, stored);
    box.outbox.post(draft('a'));
    await settled();
    expect(paces).toEqual([null, 7_001, null]);
    expect(box.sent).toEqual(['a', 'a', 'a']);
  });

  it('leaves alone what belongs to other people, conversations and open tabs', async () => {
    const foreign = [
      row('other person', { author: 'ben-0001', tab: 'gone' }),
      row('other place', { conversation: 'lobby-other', tab: 'gone' }),
      row('other tab', { tab: 'open' }),
    ];
    const box = outboxWith(foreign, [stored, stored], ['gone']);
    await settled();
    expect([texts(box), box.sent]).toEqual([[], []]);
    expect([...box.kept.values()]).toEqual(foreign);
  });

  it('takes over what a tab that is gone has left, in order', async () => {
    const left = [row('b', { k: 2, tab: 'gone' }), row('a', { k: 1, tab: 'gone' })];
    const box = outboxWith(left, [], ['gone']);
    await settled();
    expect(texts(box)).toEqual(['a', 'b']);
    expect([...box.kept.values()].map(({ tab }) => tab)).toEqual(['here', 'here']);
  });
});
