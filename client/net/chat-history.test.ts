import { describe, expect, it } from 'vitest';
import type { Message } from '../../shared/chat/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import { err, ok } from '../../shared/core/result.ts';
import { ChatHistory, type HistorySource } from './chat-history.ts';

const message = (seq: number, patch: Partial<Message> = {}): Message => ({
  seq,
  no: seq,
  at: seq,
  author: playerId('ana-0001'),
  text: `text ${seq}`,
  replyTo: null,
  mentions: [],
  card: null,
  audience: 'all',
  editedAt: 0,
  deletedBy: '',
  reactions: {},
  ...patch,
});
const messages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
const person = (id: string) => ({ id, name: id, marker: 1, isGone: false });
const ana = person('ana-0001');
const page = (list: readonly Message[], hasMore = false) => ok({ messages: list, people: [ana], hasMore });
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A history whose questions are answered from a script, in order. */
function historyWith(answers: unknown[], hasSecrets = false) {
  const asked: unknown[] = [];
  const answer = async (question: unknown) => {
    asked.push(question);
    return answers.shift();
  };
  const source = {
    messages: (at: unknown) => answer(at),
    since: (seq: number) => answer({ since: seq }),
    wait: () => answer('wait'),
  } as HistorySource;
  return { asked, history: new ChatHistory(source, hasSecrets) };
}

const seqs = (history: ChatHistory): number[] => history.messages.value.map(({ seq }) => seq);

describe('ChatHistory', () => {
  it('needs no question while nothing is missing', async () => {
    const { history, asked } = historyWith([]);
    history.window(messages(1, 3), 3, [ana]);
    history.window(messages(2, 4), 4, [ana]);
    await settled();
    expect([asked, seqs(history), history.hasOlder.value]).toEqual([[], [1, 2, 3, 4], false]);
  });

  it('closes a gap before it shows what is beyond', async () => {
    const { history, asked } = historyWith([
      page(messages(4, 5), true),
      page(messages(6, 7), true),
      ok({ messages: [], people: [], seq: 9, isComplete: true }),
    ]);
    history.window(messages(1, 3), 3, [ana]);
    history.lost();
    history.window(messages(7, 9), 9, [ana]);
    expect(seqs(history)).toEqual([1, 2, 3]);
    await settled();
    expect(asked).toEqual([{ after: 3 }, { after: 5 }, { since: 0 }]);
    expect(seqs(history)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('gives up a gap of more than four pages and forgets what is older', async () => {
    const { history, asked } = historyWith([4, 5, 6, 7].map((seq) => page([message(seq)], true)));
    history.window(messages(1, 3), 3, [ana]);
    history.window(messages(20, 22), 22, [ana]);
    await settled();
    expect(asked).toEqual([{ after: 3 }, { after: 4 }, { after: 5 }, { after: 6 }]);
    expect([seqs(history), history.hasOlder.value]).toEqual([[20, 21, 22], true]);
  });

  it('learns what changed while it was away, and what was on its way before', async () => {
    const deleted = message(99, { text: '', deletedBy: playerId('ana-0001') });
    const { history, asked } = historyWith([
      err({ code: 'offline', message: '' }),
      undefined,
      ok({ messages: [deleted], people: [], seq: 103, isComplete: true }),
    ]);
    history.window(messages(98, 100), 100, [ana]);
    history.window(messages(99, 101), 101, [ana]);
    history.lost();
    history.lost();
    history.window(messages(100, 102), 103, [ana]);
    await settled();
    expect(asked).toEqual([{ since: 81 }, 'wait', { since: 81 }]);
    expect(history.messages.value[1]).toEqual(deleted);
  });

  it('keeps only the newest when too much changed', async () => {
    const { history } = historyWith([ok({ messages: [], people: [], seq: 900, isComplete: false })]);
    history.window(messages(1, 3), 3, [ana]);
    history.window(messages(2, 4), 4, [ana]);
    history.lost();
    history.window(messages(3, 5), 900, [ana]);
    await settled();
    expect([seqs(history), history.hasOlder.value]).toEqual([[3, 4, 5], true]);
  });

  it('believes the socket more than an answer that was on its way', async () => {
    const edited = message(1, { text: 'edited', editedAt: 9 });
    const { history } = historyWith([page([message(1)])]);
    history.window(messages(2, 4), 4, [ana]);
    const loading = history.loadOlder();
    history.changed(edited);
    await loading;
    expect(history.messages.value[0]).toEqual(edited);
  });

  it('shows no gap when a change comes before the first state of a socket', async () => {
    const { history } = historyWith([
      page(messages(4, 9)),
      ok({ messages: [], people: [], seq: 12, isComplete: true }),
    ]);
    history.window(messages(1, 3), 3, [ana]);
    history.lost();
    history.changed(message(12));
    history.window(messages(8, 11), 12, [ana]);
    expect(seqs(history)).toEqual([1, 2, 3]);
  });

  it('shows a message that is in no state with the state that includes it', async () => {
    const { history } = historyWith([page(messages(1, 2))], true);
    history.window(messages(1, 2), 2, [ana]);
    await settled();
    history.changed(message(4, { audience: 'crowd:1' }));
    expect(seqs(history)).toEqual([1, 2]);
    history.window(messages(1, 3), 4, [ana]);
    expect(seqs(history)).toEqual([1, 2, 3, 4]);
  });

  it('asks for the newest again after being away where not everybody may see all', async () => {
    const { history, asked } = historyWith(
      [
        page(messages(1, 2)),
        ok({ messages: [], people: [], seq: 3, isComplete: true }),
        page(messages(1, 3)),
      ],
      true,
    );
    history.window([message(1)], 3, [ana]);
    await settled();
    history.lost();
    history.window([message(1)], 3, [ana]);
    await settled();
    expect(asked).toEqual([null, { since: 0 }, null]);
    expect(seqs(history)).toEqual([1, 2, 3]);
  });

  it('asks once who the people are that messages speak of', async () => {
    const { history, asked } = historyWith([
      ok({ messages: [], people: [person('ben-0001')], hasMore: true }),
    ]);
    const window = [
      message(1, { mentions: [playerId('ben-0001')] }),
      message(2, { author: playerId('gone-001') }),
    ];
    history.window(window, 2, [ana]);
    await settled();
    history.window(window, 3, [ana]);
    await settled();
    expect([asked, [...history.people.value.keys()]]).toEqual([[null], ['ana-0001', 'ben-0001']]);
  });

  it('loads older pages one at a time, until a message is there', async () => {
    const { history, asked } = historyWith([page(messages(5, 6), true), page(messages(3, 4), true)]);
    history.window(messages(7, 8), 8, [ana]);
    expect(await history.loadAround(4)).toEqual(ok(undefined));
    expect(asked).toEqual([{ before: 7 }, { before: 5 }]);
    expect([seqs(history), history.hasOlder.value]).toEqual([[3, 4, 5, 6, 7, 8], true]);
  });

  it('refuses to go to a message that is nowhere', async () => {
    const { history } = historyWith([page(messages(1, 1))]);
    history.window(messages(3, 4), 4, [ana]);
    expect(await history.loadAround(2)).toMatchObject({ ok: false, error: { code: 'no_message' } });
  });
});
