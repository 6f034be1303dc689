import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from '../../../server/storage/types.ts';
import { err, ok } from '../../../shared/core/result.ts';
import { entry, inEach, message, type OpenedStorage, seqs } from './opened.ts';

/** Streams: order, the fence, reading, rewriting, dropping, setting aside. */
export function describeEntries(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`${name}: entries`, () => {
    const on = inEach(open);

    it('gives back what was appended, in order and unchanged', async () => {
      const all = [
        entry(1),
        entry(2, { kind: 'message', text: 'hello', target: null }),
        entry(3, { kind: 'reaction', target: 2 }),
      ];
      await on.fill(...all);
      await on.fill(entry(1, { stream: 'match:b' }));
      expect(await on.storage.entries.after('match:a', 0, 10)).toEqual(all);
      expect(await on.storage.entries.after('match:nobody', 0, 10)).toEqual([]);
    });

    it('takes writes that were not waited for in their order', async () => {
      const all = Array.from({ length: 100 }, (_, n) => entry(n + 1));
      expect(await Promise.all(all.map((each) => on.storage.entries.append(each)))).toEqual(
        all.map(() => ok(null)),
      );
      expect(await on.storage.entries.after('match:a', 0, 200)).toEqual(all);
    });

    it('refuses a seq that another entry has, as a conflict', async () => {
      await on.fill(entry(1), entry(2));
      const other = entry(2, { commandId: 'other', body: '{}' });
      expect(await on.storage.entries.append(other)).toEqual(err({ kind: 'conflict' }));
      expect(await on.storage.entries.after('match:a', 0, 10)).toEqual([entry(1), entry(2)]);
    });

    it('refuses a command that is stored, and says where', async () => {
      await on.fill(entry(1), entry(2));
      const again = entry(3, { commandId: 'c1', body: '{}' });
      expect(await on.storage.entries.append(again)).toEqual(err({ kind: 'duplicate', seq: 1 }));
      expect(await on.storage.entries.after('match:a', 0, 10)).toEqual([entry(1), entry(2)]);
    });

    it('calls it a duplicate when one entry has both keys', async () => {
      await on.fill(entry(1), entry(2));
      expect(await on.storage.entries.append(entry(2))).toEqual(err({ kind: 'duplicate', seq: 2 }));
    });

    it('calls it a duplicate when two entries have the keys', async () => {
      await on.fill(entry(1), entry(2));
      const mixed = entry(2, { commandId: 'c1' });
      expect(await on.storage.entries.append(mixed)).toEqual(err({ kind: 'duplicate', seq: 1 }));
    });

    it('keeps the keys of streams apart', async () => {
      await on.fill(entry(1), entry(1, { stream: 'match:A' }), entry(1, { stream: 'chat:a' }));
    });

    it('lets one refusal among writes touch no other', async () => {
      await on.fill(entry(1));
      const answers = await Promise.all(
        [entry(2), entry(2, { commandId: 'x' }), entry(3), entry(4, { commandId: 'c1' }), entry(4)].map(
          (each) => on.storage.entries.append(each),
        ),
      );
      expect(answers).toEqual([
        ok(null),
        err({ kind: 'conflict' }),
        ok(null),
        err({ kind: 'duplicate', seq: 1 }),
        ok(null),
      ]);
      expect(seqs(await on.storage.entries.after('match:a', 0, 10))).toEqual([1, 2, 3, 4]);
    });

    it('lets exactly one of two owners write a seq', async () => {
      const other = await on.reopen();
      for (let seq = 1; seq <= 30; seq++) {
        const answers = await Promise.all([
          on.storage.entries.append(entry(seq, { commandId: `one${seq}` })),
          other.entries.append(entry(seq, { commandId: `two${seq}` })),
        ]);
        expect(answers).toContainEqual(ok(null));
        expect(answers).toContainEqual(err({ kind: 'conflict' }));
        const winner = answers[0].ok ? `one${seq}` : `two${seq}`;
        const [stored] = await on.storage.entries.after('match:a', seq - 1, 1);
        expect(stored?.commandId).toBe(winner);
      }
    });

    it('lets exactly one of two owners store a command', async () => {
      const other = await on.reopen();
      for (let n = 1; n <= 30; n++) {
        const answers = await Promise.all([
          on.storage.entries.append(entry(2 * n, { commandId: `c${n}` })),
          other.entries.append(entry(2 * n + 1, { commandId: `c${n}` })),
        ]);
        const seq = answers[0].ok ? 2 * n : 2 * n + 1;
        expect(answers).toContainEqual(ok(null));
        expect(answers).toContainEqual(err({ kind: 'duplicate', seq }));
      }
    });

    it('reads after a seq, with a limit', async () => {
      await on.fill(...[1, 2, 3, 4, 5].map((seq) => entry(seq)));
      expect(seqs(await on.storage.entries.after('match:a', 2, 2))).toEqual([3, 4]);
      expect(seqs(await on.storage.entries.after('match:a', 5, 2))).toEqual([]);
    });

    it('reads the last before a seq, ascending, with a limit', async () => {
      await on.fill(...[1, 2, 3, 4, 5].map((seq) => entry(seq)));
      expect(seqs(await on.storage.entries.before('match:a', null, 2))).toEqual([4, 5]);
      expect(seqs(await on.storage.entries.before('match:a', 4, 2))).toEqual([2, 3]);
      expect(seqs(await on.storage.entries.before('match:a', 1, 2))).toEqual([]);
    });

    it('reads entries of one kind in both directions', async () => {
      await on.fill(...[1, 2, 3, 4, 5, 6].map((seq) => entry(seq, { kind: seq % 2 ? 'odd' : 'even' })));
      expect(seqs(await on.storage.entries.after('match:a', 1, 2, 'odd'))).toEqual([3, 5]);
      expect(seqs(await on.storage.entries.before('match:a', 6, 2, 'even'))).toEqual([2, 4]);
      expect(seqs(await on.storage.entries.before('match:a', null, 2, 'odd'))).toEqual([3, 5]);
      expect(await on.storage.entries.after('match:a', 0, 9, 'none')).toEqual([]);
      await on.fill(...[7, 8, 9].map((seq) => entry(seq, { kind: 'move' })));
      expect(seqs(await on.storage.entries.after('match:a', 1, 2, 'move'))).toEqual([7, 8]);
      expect(seqs(await on.storage.entries.before('match:a', null, 2, 'move'))).toEqual([8, 9]);
      expect(seqs(await on.storage.entries.before('match:a', null, 1, 'even'))).toEqual([6]);
    });

    it(`answers at most ${MAX_ROWS} rows`, async () => {
      const all = Array.from({ length: MAX_ROWS + 1 }, (_, n) => entry(n + 1));
      await Promise.all(all.map((each) => on.storage.entries.append(each)));
      expect(await on.storage.entries.after('match:a', 0, MAX_ROWS)).toEqual(all.slice(0, MAX_ROWS));
      expect(await on.storage.entries.before('match:a', null, MAX_ROWS)).toEqual(all.slice(1));
    });

    it('reads all entries about targets', async () => {
      await on.fill(
        entry(1),
        entry(2),
        entry(3, { target: 1 }),
        entry(4, { target: 2 }),
        entry(5, { target: 1 }),
        entry(1, { stream: 'match:b', target: 1 }),
      );
      expect(seqs(await on.storage.entries.about('match:a', [1]))).toEqual([3, 5]);
      expect(await on.storage.entries.about('match:a', [2, 1, 99])).toEqual([
        entry(3, { target: 1 }),
        entry(4, { target: 2 }),
        entry(5, { target: 1 }),
      ]);
      expect(await on.storage.entries.about('match:a', [])).toEqual([]);
    });

    it('reads what one author wrote, after a seq and with a limit', async () => {
      await on.fill(
        message(1, 'one', { author: 'ana' }),
        message(2, 'two', { author: 'ben' }),
        message(3, 'three', { author: 'ana' }),
        message(4, 'four'),
        message(5, 'five', { author: 'ana' }),
        message(1, 'elsewhere', { stream: 'chat:b', author: 'ana' }),
      );
      expect(seqs(await on.storage.entries.ofAuthor('chat:a', 'ana', 0, 2))).toEqual([1, 3]);
      expect(await on.storage.entries.ofAuthor('chat:a', 'ana', 3, 9)).toEqual([
        message(5, 'five', { author: 'ana' }),
      ]);
      expect(await on.storage.entries.ofAuthor('chat:a', 'Ana', 0, 9)).toEqual([]);
    });

    it('drops a stream in steps, the last entries first, with its words and what was set aside', async () => {
      await on.fill(...[1, 2, 3, 4, 5].map((seq) => message(seq, `word ${seq}`)), entry(1));
      await on.storage.entries.setAside('chat:a', 5, 'a reason');
      expect(await on.storage.entries.drop('chat:a', 3)).toBe(3);
      expect(seqs(await on.storage.entries.after('chat:a', 0, 9))).toEqual([1]);
      expect([await on.find('word'), await on.storage.entries.last('chat:a')]).toEqual([[1], 1]);
      expect([
        await on.storage.entries.drop('chat:a', 3),
        await on.storage.entries.drop('chat:a', 3),
      ]).toEqual([1, 0]);
      expect([await on.find('word'), await on.storage.entries.last('chat:a')]).toEqual([[], 0]);
      expect(seqs(await on.storage.entries.after('match:a', 0, 9))).toEqual([1]);
      await on.fill(message(1, 'a new word'));
      expect(await on.find('word')).toEqual([1]);
    });

    it('finds the entry of a command', async () => {
      await on.fill(entry(1), entry(2));
      expect(await on.storage.entries.find('match:a', 'c2')).toBe(2);
      expect(await on.storage.entries.find('match:a', 'C2')).toBeNull();
      expect(await on.storage.entries.find('match:b', 'c2')).toBeNull();
    });

    it('knows the last seq, 0 for a stream without entries', async () => {
      expect(await on.storage.entries.last('match:a')).toBe(0);
      await on.fill(entry(1), entry(2), entry(1, { stream: 'match:b' }));
      expect(await on.storage.entries.last('match:a')).toBe(2);
    });

    it('rewrites what must be forgotten, also for searches', async () => {
      await on.fill(message(1, 'a secret word'), message(2, 'another word'));
      const forgotten = { body: '{"gone":true}', text: null };
      expect(await on.storage.entries.rewrite('chat:a', 1, forgotten)).toBe(true);
      expect(await on.storage.entries.rewrite('chat:a', 1, forgotten)).toBe(true);
      expect(await on.storage.entries.rewrite('chat:a', 9, forgotten)).toBe(false);
      expect(await on.storage.entries.rewrite('chat:b', 1, forgotten)).toBe(false);
      expect(await on.storage.entries.after('chat:a', 0, 1)).toEqual([
        message(1, '', { text: null, body: forgotten.body }),
      ]);
      expect(await on.find('secret')).toEqual([]);
      expect(await on.find('word')).toEqual([2]);
    });

    it('moves entries aside so that the stream can go on', async () => {
      await on.fill(
        ...[1, 2, 3].map((seq) => message(seq, `word${seq}`)),
        message(2, 'word', { stream: 'chat:b' }),
      );
      expect(await on.storage.entries.setAside('chat:a', 2, 'cannot be read')).toBe(2);
      expect(await on.storage.entries.setAside('chat:a', 2, 'again')).toBe(0);
      expect(await on.storage.entries.last('chat:a')).toBe(1);
      expect(await on.storage.entries.last('chat:b')).toBe(2);
      expect(await on.storage.entries.find('chat:a', 'c2')).toBeNull();
      expect(await on.find('word2')).toEqual([]);
      await on.fill(message(2, 'new'), message(3, 'newer'));
      expect(await on.storage.entries.after('chat:a', 0, 10)).toEqual([
        message(1, 'word1'),
        message(2, 'new'),
        message(3, 'newer'),
      ]);
      expect(await on.storage.entries.setAside('chat:a', 2, 'once more')).toBe(2);
      await on.fill(message(2, 'third'));
      expect(await on.find('new')).toEqual([]);
      expect(await on.find('third')).toEqual([2]);
    });

    it('keeps every character of long and strange bodies', async () => {
      const bodies = [
        JSON.stringify('é e\u0301 \u{1f3a8} \u{10ffff} \u2028 \ufeff \0 "\\'),
        `"${'\u{1f3a8}'.repeat(50_000)}"`,
        `"${'x'.repeat(200_000)}"`,
        '',
      ];
      await on.fill(...bodies.map((body, index) => entry(index + 1, { body })));
      expect((await on.storage.entries.after('match:a', 0, 10)).map(({ body }) => body)).toEqual(bodies);
      const text = 'e\u0301 \u{1f3a8} \u{10ffff} \ufeff a\0b "\\\'';
      await on.fill(message(1, text));
      expect((await on.storage.entries.before('chat:a', null, 1))[0]?.text).toBe(text);
    });
  });
}
