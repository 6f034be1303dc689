import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { leftTalks } from '../../server/rooms/chat/forgetting/left-talks.ts';
import { oldTables } from '../../server/rooms/chat/forgetting/old-tables.ts';
import { NO_HEAD } from '../../server/rooms/chat/records/head.ts';
import { chatRecords, ownerOf } from '../../server/rooms/chat/records/records.ts';
import { expiring, Sweeper } from '../../server/storage/sweep.ts';
import { MAX_ROWS, type Storage, type StoredDocument, type StoredEntry } from '../../server/storage/types.ts';
import { err, ok } from '../../shared/core/result.ts';
import { fakeLog } from '../harness/fakes.ts';
import { entry as entryOf } from '../harness/storage-entries.ts';
import { carryOut, modelStorage, steps } from './storage-model.ts';

/** A store with data of its own. */
export interface OpenedStorage {
  readonly storage: Storage;
  /** Opens the same data once more, whether or not it is open; `destroy` closes this one too. */
  reopen(): Promise<Storage>;
  /** Closes what is open and deletes the data. */
  destroy(): Promise<void>;
}

const entry = (seq: number, more?: Partial<StoredEntry>) => entryOf('match:a', seq, more);

const message = (seq: number, text: string, more: Partial<StoredEntry> = {}): StoredEntry =>
  entry(seq, { stream: 'chat:a', kind: 'message', text, body: JSON.stringify({ text }), ...more });

const document = (id: string, more: Partial<StoredDocument> = {}): StoredDocument => ({
  kind: 'member',
  id,
  owner: 'ana',
  rank: 1,
  body: `{"id":"${id}"}`,
  ...more,
});

const seqs = (entries: readonly { readonly seq: number }[]) => entries.map(({ seq }) => seq);
const ids = (documents: readonly { readonly id: string }[]) => documents.map(({ id }) => id);

/** What every backend must do: each sentence of `server/storage/types.ts` as a test. */
export function describeStorage(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`${name}: entries`, () => {
    let opened: OpenedStorage;
    let storage: Storage;
    const fill = async (...all: StoredEntry[]) => {
      for (const each of all) expect(await storage.entries.append(each)).toEqual(ok(null));
    };
    const find = async (query: string, streams = ['chat:a'], limit = 10) =>
      seqs(await storage.entries.search(streams, query, limit));

    beforeEach(async () => {
      opened = await open();
      storage = opened.storage;
    });
    afterEach(() => opened.destroy());

    it('gives back what was appended, in order and unchanged', async () => {
      const all = [
        entry(1),
        entry(2, { kind: 'message', text: 'hello', target: null }),
        entry(3, { kind: 'reaction', target: 2 }),
      ];
      await fill(...all);
      await fill(entry(1, { stream: 'match:b' }));
      expect(await storage.entries.after('match:a', 0, 10)).toEqual(all);
      expect(await storage.entries.after('match:nobody', 0, 10)).toEqual([]);
    });

    it('takes writes that were not waited for in their order', async () => {
      const all = Array.from({ length: 100 }, (_, n) => entry(n + 1));
      expect(await Promise.all(all.map((each) => storage.entries.append(each)))).toEqual(
        all.map(() => ok(null)),
      );
      expect(await storage.entries.after('match:a', 0, 200)).toEqual(all);
    });

    it('refuses a seq that another entry has, as a conflict', async () => {
      await fill(entry(1), entry(2));
      const other = entry(2, { commandId: 'other', body: '{}' });
      expect(await storage.entries.append(other)).toEqual(err({ kind: 'conflict' }));
      expect(await storage.entries.after('match:a', 0, 10)).toEqual([entry(1), entry(2)]);
    });

    it('refuses a command that is stored, and says where', async () => {
      await fill(entry(1), entry(2));
      const again = entry(3, { commandId: 'c1', body: '{}' });
      expect(await storage.entries.append(again)).toEqual(err({ kind: 'duplicate', seq: 1 }));
      expect(await storage.entries.after('match:a', 0, 10)).toEqual([entry(1), entry(2)]);
    });

    it('calls it a duplicate when one entry has both keys', async () => {
      await fill(entry(1), entry(2));
      expect(await storage.entries.append(entry(2))).toEqual(err({ kind: 'duplicate', seq: 2 }));
    });

    it('calls it a duplicate when two entries have the keys', async () => {
      await fill(entry(1), entry(2));
      const mixed = entry(2, { commandId: 'c1' });
      expect(await storage.entries.append(mixed)).toEqual(err({ kind: 'duplicate', seq: 1 }));
    });

    it('keeps the keys of streams apart', async () => {
      await fill(entry(1), entry(1, { stream: 'match:A' }), entry(1, { stream: 'chat:a' }));
    });

    it('lets one refusal among writes touch no other', async () => {
      await fill(entry(1));
      const answers = await Promise.all(
        [entry(2), entry(2, { commandId: 'x' }), entry(3), entry(4, { commandId: 'c1' }), entry(4)].map(
          (each) => storage.entries.append(each),
        ),
      );
      expect(answers).toEqual([
        ok(null),
        err({ kind: 'conflict' }),
        ok(null),
        err({ kind: 'duplicate', seq: 1 }),
        ok(null),
      ]);
      expect(seqs(await storage.entries.after('match:a', 0, 10))).toEqual([1, 2, 3, 4]);
    });

    it('lets exactly one of two owners write a seq', async () => {
      const other = await opened.reopen();
      for (let seq = 1; seq <= 30; seq++) {
        const answers = await Promise.all([
          storage.entries.append(entry(seq, { commandId: `one${seq}` })),
          other.entries.append(entry(seq, { commandId: `two${seq}` })),
        ]);
        expect(answers).toContainEqual(ok(null));
        expect(answers).toContainEqual(err({ kind: 'conflict' }));
        const winner = answers[0].ok ? `one${seq}` : `two${seq}`;
        const [stored] = await storage.entries.after('match:a', seq - 1, 1);
        expect(stored?.commandId).toBe(winner);
      }
    });

    it('lets exactly one of two owners store a command', async () => {
      const other = await opened.reopen();
      for (let n = 1; n <= 30; n++) {
        const answers = await Promise.all([
          storage.entries.append(entry(2 * n, { commandId: `c${n}` })),
          other.entries.append(entry(2 * n + 1, { commandId: `c${n}` })),
        ]);
        const seq = answers[0].ok ? 2 * n : 2 * n + 1;
        expect(answers).toContainEqual(ok(null));
        expect(answers).toContainEqual(err({ kind: 'duplicate', seq }));
      }
    });

    it('reads after a seq, with a limit', async () => {
      await fill(...[1, 2, 3, 4, 5].map((seq) => entry(seq)));
      expect(seqs(await storage.entries.after('match:a', 2, 2))).toEqual([3, 4]);
      expect(seqs(await storage.entries.after('match:a', 5, 2))).toEqual([]);
    });

    it('reads the last before a seq, ascending, with a limit', async () => {
      await fill(...[1, 2, 3, 4, 5].map((seq) => entry(seq)));
      expect(seqs(await storage.entries.before('match:a', null, 2))).toEqual([4, 5]);
      expect(seqs(await storage.entries.before('match:a', 4, 2))).toEqual([2, 3]);
      expect(seqs(await storage.entries.before('match:a', 1, 2))).toEqual([]);
    });

    it('reads entries of one kind in both directions', async () => {
      await fill(...[1, 2, 3, 4, 5, 6].map((seq) => entry(seq, { kind: seq % 2 ? 'odd' : 'even' })));
      expect(seqs(await storage.entries.after('match:a', 1, 2, 'odd'))).toEqual([3, 5]);
      expect(seqs(await storage.entries.before('match:a', 6, 2, 'even'))).toEqual([2, 4]);
      expect(seqs(await storage.entries.before('match:a', null, 2, 'odd'))).toEqual([3, 5]);
      expect(await storage.entries.after('match:a', 0, 9, 'none')).toEqual([]);
      await fill(...[7, 8, 9].map((seq) => entry(seq, { kind: 'move' })));
      expect(seqs(await storage.entries.after('match:a', 1, 2, 'move'))).toEqual([7, 8]);
      expect(seqs(await storage.entries.before('match:a', null, 2, 'move'))).toEqual([8, 9]);
      expect(seqs(await storage.entries.before('match:a', null, 1, 'even'))).toEqual([6]);
    });

    it(`answers at most ${MAX_ROWS} rows`, async () => {
      const all = Array.from({ length: MAX_ROWS + 1 }, (_, n) => entry(n + 1));
      await Promise.all(all.map((each) => storage.entries.append(each)));
      expect(await storage.entries.after('match:a', 0, MAX_ROWS)).toEqual(all.slice(0, MAX_ROWS));
      expect(await storage.entries.before('match:a', null, MAX_ROWS)).toEqual(all.slice(1));
    });

    it('reads all entries about targets', async () => {
      await fill(
        entry(1),
        entry(2),
        entry(3, { target: 1 }),
        entry(4, { target: 2 }),
        entry(5, { target: 1 }),
        entry(1, { stream: 'match:b', target: 1 }),
      );
      expect(seqs(await storage.entries.about('match:a', [1]))).toEqual([3, 5]);
      expect(await storage.entries.about('match:a', [2, 1, 99])).toEqual([
        entry(3, { target: 1 }),
        entry(4, { target: 2 }),
        entry(5, { target: 1 }),
      ]);
      expect(await storage.entries.about('match:a', [])).toEqual([]);
    });

    it('reads what one author wrote, after a seq and with a limit', async () => {
      await fill(
        message(1, 'one', { author: 'ana' }),
        message(2, 'two', { author: 'ben' }),
        message(3, 'three', { author: 'ana' }),
        message(4, 'four'),
        message(5, 'five', { author: 'ana' }),
        message(1, 'elsewhere', { stream: 'chat:b', author: 'ana' }),
      );
      expect(seqs(await storage.entries.ofAuthor('chat:a', 'ana', 0, 2))).toEqual([1, 3]);
      expect(await storage.entries.ofAuthor('chat:a', 'ana', 3, 9)).toEqual([
        message(5, 'five', { author: 'ana' }),
      ]);
      expect(await storage.entries.ofAuthor('chat:a', 'Ana', 0, 9)).toEqual([]);
    });

    it('drops a stream in steps, the last entries first, with its words and what was set aside', async () => {
      await fill(...[1, 2, 3, 4, 5].map((seq) => message(seq, `word ${seq}`)), entry(1));
      await storage.entries.setAside('chat:a', 5, 'a reason');
      expect(await storage.entries.drop('chat:a', 3)).toBe(3);
      expect(seqs(await storage.entries.after('chat:a', 0, 9))).toEqual([1]);
      expect([await find('word'), await storage.entries.last('chat:a')]).toEqual([[1], 1]);
      expect([await storage.entries.drop('chat:a', 3), await storage.entries.drop('chat:a', 3)]).toEqual([
        1, 0,
      ]);
      expect([await find('word'), await storage.entries.last('chat:a')]).toEqual([[], 0]);
      expect(seqs(await storage.entries.after('match:a', 0, 9))).toEqual([1]);
      await fill(message(1, 'a new word'));
      expect(await find('word')).toEqual([1]);
    });

    it('finds the entry of a command', async () => {
      await fill(entry(1), entry(2));
      expect(await storage.entries.find('match:a', 'c2')).toBe(2);
      expect(await storage.entries.find('match:a', 'C2')).toBeNull();
      expect(await storage.entries.find('match:b', 'c2')).toBeNull();
    });

    it('knows the last seq, 0 for a stream without entries', async () => {
      expect(await storage.entries.last('match:a')).toBe(0);
      await fill(entry(1), entry(2), entry(1, { stream: 'match:b' }));
      expect(await storage.entries.last('match:a')).toBe(2);
    });

    it('rewrites what must be forgotten, also for searches', async () => {
      await fill(message(1, 'a secret word'), message(2, 'another word'));
      const forgotten = { body: '{"gone":true}', text: null };
      expect(await storage.entries.rewrite('chat:a', 1, forgotten)).toBe(true);
      expect(await storage.entries.rewrite('chat:a', 1, forgotten)).toBe(true);
      expect(await storage.entries.rewrite('chat:a', 9, forgotten)).toBe(false);
      expect(await storage.entries.rewrite('chat:b', 1, forgotten)).toBe(false);
      expect(await storage.entries.after('chat:a', 0, 1)).toEqual([
        message(1, '', { text: null, body: forgotten.body }),
      ]);
      expect(await find('secret')).toEqual([]);
      expect(await find('word')).toEqual([2]);
    });

    it('finds a rewritten text by its new words only', async () => {
      await fill(message(1, 'green apple'));
      await storage.entries.rewrite('chat:a', 1, { body: '{}', text: 'red apple' });
      expect([await find('green'), await find('red'), await find('apple')]).toEqual([[], [1], [1]]);
    });

    it('finds rewritten texts by the words they keep, however many are rewritten at once', async () => {
      const all = Array.from({ length: 300 }, (_, n) => n + 1);
      await Promise.all(all.map((seq) => storage.entries.append(message(seq, `an apple ${seq}, green`))));
      const rewritten = all.map((seq) => ({ body: '{}', text: `an apple ${seq}, red` }));
      await Promise.all(rewritten.map((to, index) => storage.entries.rewrite('chat:a', index + 1, to)));
      expect(await find('apple', ['chat:a'], MAX_ROWS)).toHaveLength(300);
      expect(await find('red', ['chat:a'], MAX_ROWS)).toHaveLength(300);
      expect(await find('green', ['chat:a'], MAX_ROWS)).toEqual([]);
    });

    it('searches without regard to case and accents, newest first', async () => {
      await fill(message(1, 'Crème brûlée'), message(2, 'nothing'), message(3, 'CREME fraiche'));
      expect(await find('creme')).toEqual([3, 1]);
      expect(await find('CRÈME')).toEqual([3, 1]);
      expect(await find('bru\u0302le\u0301e')).toEqual([1]);
      expect(await find('creme', ['chat:a'], 1)).toEqual([3]);
      expect(await storage.entries.search(['chat:a'], 'brulee', 10)).toEqual([
        { stream: 'chat:a', seq: 1, at: message(1, '').at, text: 'Crème brûlée' },
      ]);
    });

    it('searches for beginnings of words, all of which must match', async () => {
      await fill(message(1, 'blue-green sea'), message(2, 'a green field, 2026'), message(3, 'evergreen'));
      expect(await find('gre')).toEqual([2, 1]);
      expect(await find('sea gre')).toEqual([1]);
      expect(await find('gre sea field')).toEqual([]);
      expect(await find('een')).toEqual([]);
      expect(await find('20')).toEqual([2]);
      expect(await find('  green\n\tfield ')).toEqual([2]);
    });

    it('searches in scripts besides the Latin', async () => {
      await fill(message(1, 'Привет всем'), message(2, 'ΚΑΛΗΜΕΡΑ'));
      expect(await find('привет')).toEqual([1]);
      expect(await find('καλη')).toEqual([2]);
    });

    it.each([
      ['Chinese', '我们明天去上海看看', '上海', '海上'],
      ['Japanese', '明日は東京タワーへ行きます', '東京タワー', '京東'],
      ['Thai', 'ผมชอบกินข้าวผัดมาก', 'ข้าวผัด', 'ข้าวต้ม'],
      ['Lao', 'ຂ້ອຍມັກກິນເຂົ້າ', 'ມັກກິນ', 'ກິນມັກ'],
      ['Khmer', 'ខ្ញុំចូលចិត្តភាសាខ្មែរ', 'ភាសា', 'សាភា'],
      ['Burmese', 'ကျွန်တော်မြန်မာစကားပြောတယ်', 'မြန်မာ', 'မာမြန်'],
    ])('finds words inside of %s, which has no spaces', async (_, said, inside, absent) => {
      await fill(message(1, said), message(2, 'something else'), message(3, `${said}!`));
      expect(await find(inside)).toEqual([3, 1]);
      expect(await find(absent)).toEqual([]);
      expect(await find(said.slice(0, 1))).toEqual([3, 1]);
      const graphemes = [...new Intl.Segmenter().segment(said)];
      expect(await find(graphemes.at(-1)!.segment)).toEqual([3, 1]);
    });

    it('finds words of two scripts in one piece, each by itself and all together', async () => {
      await fill(message(1, '我用iPhone手机打电话'), message(2, 'iPhone'), message(3, '上海，海南'));
      expect(await find('手机')).toEqual([1]);
      expect(await find('iphone')).toEqual([2, 1]);
      expect(await find('IPHONE手机')).toEqual([1]);
      expect(await find('电话 iph')).toEqual([1]);
      expect(await find('ﾃﾚﾋﾞ')).toEqual([]);
      expect(await find('上海海')).toEqual([]);
      await storage.entries.rewrite('chat:a', 1, { body: '{}', text: '我用テレビ' });
      expect(await find('手机')).toEqual([]);
      expect(await find('ﾃﾚﾋﾞ')).toEqual([1]);
    });

    it('never finds anything of other streams', async () => {
      await fill(
        message(1, 'green', { at: 1 }),
        message(1, 'green', { stream: 'chat:b', at: 3 }),
        message(1, 'green', { stream: 'chat:A', at: 2 }),
        message(1, 'green', { stream: 'chat:a:b', at: 4 }),
        message(1, 'green', { stream: 'chat:á', at: 5 }),
      );
      const found = await storage.entries.search(['chat:a', 'chat:b', 'chat:c'], 'green', 10);
      expect(found.map(({ stream }) => stream)).toEqual(['chat:b', 'chat:a']);
      expect(await storage.entries.search([], 'green', 10)).toEqual([]);
      expect(await find('chat')).toEqual([]);
    });

    it('calls that newest which happened last, in whatever order it was written', async () => {
      await fill(
        message(1, 'green', { at: 20 }),
        message(2, 'green', { at: 40 }),
        message(1, 'green', { stream: 'chat:b', at: 30 }),
        message(2, 'green', { stream: 'chat:b', at: 10 }),
      );
      const found = await storage.entries.search(['chat:a', 'chat:b'], 'green', 3);
      expect(found.map(({ at }) => at)).toEqual([40, 30, 20]);
    });

    it('searches in many streams at once', async () => {
      const streams = Array.from({ length: MAX_ROWS }, (_, n) => `chat:${n}`);
      await fill(
        message(1, 'green', { stream: 'chat:7' }),
        message(2, 'green', { stream: `chat:${MAX_ROWS - 1}` }),
      );
      expect(await find('green', streams)).toEqual([2, 1]);
    });

    const HOSTILE = [
      '',
      ' ',
      '"',
      '" OR * NEAR( \' -',
      '*',
      'text:green',
      'stream:chat',
      'NOT green',
      'green OR red',
      'NEAR(a b)',
      '^red',
      '{a b} : c',
      '$where',
      '.*',
      '(((((',
      '\\',
      '\0',
      'a\0b',
      '\u0301',
      '\ud800',
      '😀',
      '%_%',
      'x'.repeat(100_000),
      'x '.repeat(20_000),
      '"x" '.repeat(2_000),
    ];

    it.each(HOSTILE.map((query) => [JSON.stringify(query.slice(0, 20)), query]))(
      'takes %s for words and nothing else',
      async (_, query) => {
        await fill(message(1, 'a green leaf'));
        expect(await find(query)).toEqual([]);
        expect(await find('green')).toEqual([1]);
      },
    );

    it('moves entries aside so that the stream can go on', async () => {
      await fill(
        ...[1, 2, 3].map((seq) => message(seq, `word${seq}`)),
        message(2, 'word', { stream: 'chat:b' }),
      );
      expect(await storage.entries.setAside('chat:a', 2, 'cannot be read')).toBe(2);
      expect(await storage.entries.setAside('chat:a', 2, 'again')).toBe(0);
      expect(await storage.entries.last('chat:a')).toBe(1);
      expect(await storage.entries.last('chat:b')).toBe(2);
      expect(await storage.entries.find('chat:a', 'c2')).toBeNull();
      expect(await find('word2')).toEqual([]);
      await fill(message(2, 'new'), message(3, 'newer'));
      expect(await storage.entries.after('chat:a', 0, 10)).toEqual([
        message(1, 'word1'),
        message(2, 'new'),
        message(3, 'newer'),
      ]);
      expect(await storage.entries.setAside('chat:a', 2, 'once more')).toBe(2);
      await fill(message(2, 'third'));
      expect(await find('new')).toEqual([]);
      expect(await find('third')).toEqual([2]);
    });

    it('keeps every character of long and strange bodies', async () => {
      const bodies = [
        JSON.stringify('é e\u0301 \u{1f3a8} \u{10ffff} \u2028 \ufeff \0 "\\'),
        `"${'\u{1f3a8}'.repeat(50_000)}"`,
        `"${'x'.repeat(200_000)}"`,
        '',
      ];
      await fill(...bodies.map((body, index) => entry(index + 1, { body })));
      expect((await storage.entries.after('match:a', 0, 10)).map(({ body }) => body)).toEqual(bodies);
      const text = 'e\u0301 \u{1f3a8} \u{10ffff} \ufeff a\0b "\\\'';
      await fill(message(1, text));
      expect((await storage.entries.before('chat:a', null, 1))[0]?.text).toBe(text);
    });

    it('still has everything when it is opened again', async () => {
      await fill(entry(1), message(1, 'green'));
      await storage.documents.put(document('a'));
      await storage.close();
      const again = await opened.reopen();
      expect(await again.entries.after('match:a', 0, 10)).toEqual([entry(1)]);
      expect(seqs(await again.entries.search(['chat:a'], 'green', 1))).toEqual([1]);
      expect(await again.documents.get('member', 'a')).toEqual(document('a'));
    });

    it('puts several, of which the last with one id counts', async () => {
      const rows = [document('a'), document('b'), document('a', { rank: 7 })];
      await storage.documents.putInOrder(rows);
      await storage.documents.putInOrder([]);
      expect(await storage.documents.get('member', 'a')).toEqual(rows[2]);
      expect(await storage.documents.get('member', 'b')).toEqual(rows[1]);
    });

    it('shows another owner of the data what was resolved', async () => {
      const other = await opened.reopen();
      await fill(entry(1));
      expect(await other.entries.last('match:a')).toBe(1);
      await other.documents.put(document('a'));
      expect(await storage.documents.get('member', 'a')).toEqual(document('a'));
    });
  });

  describe(`${name}: what has expired`, () => {
    let opened: OpenedStorage;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.destroy());

    /** A table of so long ago, with its talk and everything that is kept about either. */
    async function table({ entries, documents }: Storage, match: string, at: number): Promise<void> {
      const records = chatRecords(documents);
      const talk = `talk-${match}`;
      const settings = { title: '', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: true };
      const setup = {
        kind: 'table' as const,
        members: [],
        trusted: [],
        settings,
        createdAt: at,
        table: match,
      };
      await records.conversations.insert(talk, setup, { owner: ownerOf('table'), rank: at });
      await records.heads.put(talk, NO_HEAD);
      const own = { id: `${talk}:ana`, body: JSON.stringify({ conversation: talk, no: 1 }) };
      for (const kind of ['reading', 'quiet', 'writer'])
        await documents.put(document(own.id, { ...own, kind }));
      for (let seq = 1; seq <= 3; seq++) await entries.append(entry(seq, { stream: `match:${match}` }));
      const member = { id: 'ana', standing: 'active', role: 'member', joinedAt: at, mutedUntil: 0 };
      const events = [{ type: 'memberChanged', member, by: '' }];
      const body = JSON.stringify({ by: { kind: 'system' }, version: 1, events });
      await entries.append(entry(1, { stream: `chat:${talk}`, body, text: 'zither' }));
    }

    it('goes with everything about it; what is in use or young stays', async () => {
      const { storage } = opened;
      for (const [match, at] of [
        ['old', 10],
        ['used', 20],
        ['young', 90],
      ] as const)
        await table(storage, match, at);
      const rule = oldTables({
        storage,
        records: chatRecords(storage.documents),
        before: () => 50,
        now: () => 100,
        isInUse: async (match) => match === 'used',
        dropGames: async () => {},
      });
      await new Sweeper({ note: async () => {} }, [rule], fakeLog()).run();
      const left = async (match: string) => {
        const kinds = ['conversation', 'head', 'reading', 'quiet', 'writer'];
        const keys = [`talk-${match}`, `talk-${match}:ana`];
        const rows = await Promise.all(kinds.map((kind) => storage.documents.getMany(kind, keys)));
        const streams = [`match:${match}`, `chat:talk-${match}`];
        const last = await Promise.all(streams.map((stream) => storage.entries.last(stream)));
        return [rows.flat().length, ...last, (await storage.entries.search(streams, 'zither', 9)).length];
      };
      expect(await left('old')).toEqual([0, 0, 0, 0]);
      for (const match of ['used', 'young']) expect(await left(match)).toEqual([5, 3, 1, 1]);
    });

    it('of talks that everybody left goes, and may begin anew; one that is open stays', async () => {
      const { storage } = opened;
      const records = chatRecords(storage.documents);
      const settings = { title: '', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: false };
      const setup = { kind: 'direct' as const, members: [], trusted: [], settings, createdAt: 1 };
      for (const [id, owner, rank] of [
        ['direct-left', 'left', 10],
        ['direct-open', 'left', 20],
        ['direct-young', 'left', 90],
        ['direct-used', '', 10],
      ] as const) {
        await records.conversations.insert(id, setup, { owner, rank });
        await records.heads.put(id, NO_HEAD);
        for (let seq = 1; seq <= 3; seq++) await storage.entries.append(entry(seq, { stream: `chat:${id}` }));
      }
      const rule = leftTalks({
        storage,
        records,
        before: () => 50,
        now: () => 100,
        isInUse: async (id) => id === 'direct-open',
      });
      await new Sweeper({ note: async () => {} }, [rule], fakeLog()).run();
      const ids = ['direct-left', 'direct-open', 'direct-young', 'direct-used'];
      expect([...(await records.conversations.getMany(ids)).keys()].sort()).toEqual(ids.slice(1).sort());
      expect(await Promise.all(ids.map((id) => storage.entries.last(`chat:${id}`)))).toEqual([0, 3, 3, 3]);
      expect(await storage.entries.append(entry(1, { stream: 'chat:direct-left' }))).toEqual(ok(null));
    });

    it('of other records goes by its age, more than one step of it, and nothing else', async () => {
      const { documents } = opened.storage;
      for (let i = 0; i < 120; i++) await documents.put(document(`m${i}`, { kind: 'mention', rank: i }));
      await documents.put(document('a', { kind: 'audit', rank: 1 }));
      const failing = { name: 'broken', step: () => Promise.reject(new Error('away')) };
      const log = fakeLog();
      const rules = [failing, expiring(documents, 'mention', () => 110)];
      const lost = { note: () => Promise.reject(new Error('away')) };
      await new Sweeper(lost, rules, log).run();
      expect((await documents.below('mention', 1_000, 500)).length).toBe(120);
      await new Sweeper({ note: async () => {} }, rules, log).run();
      expect((await documents.below('mention', 1_000, 500)).map(({ rank }) => rank)).toEqual([
        110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
      ]);
      expect(await documents.get('audit', 'a')).not.toBeNull();
      expect(log.lines).toEqual(Array(2).fill('what has expired could not be taken away'));
    });
  });

  describe(`${name}: documents`, () => {
    let opened: OpenedStorage;
    let storage: Storage;
    const put = async (...all: StoredDocument[]) => {
      await Promise.all(all.map((each) => storage.documents.put(each)));
    };

    beforeEach(async () => {
      opened = await open();
      storage = opened.storage;
    });
    afterEach(() => opened.destroy());

    it('inserts once', async () => {
      expect(await storage.documents.insert(document('a'))).toBe(true);
      expect(await storage.documents.insert(document('a', { body: '{}', owner: 'ben' }))).toBe(false);
      expect(await storage.documents.insert(document('a'))).toBe(false);
      expect(await storage.documents.get('member', 'a')).toEqual(document('a'));
    });

    it('lets exactly one of two owners insert', async () => {
      const other = await opened.reopen();
      for (let n = 0; n < 30; n++) {
        const answers = await Promise.all([
          storage.documents.insert(document(`d${n}`, { owner: 'ana' })),
          other.documents.insert(document(`d${n}`, { owner: 'ben' })),
        ]);
        expect([...answers].sort()).toEqual([false, true]);
        const stored = await storage.documents.get('member', `d${n}`);
        expect(stored?.owner).toBe(answers[0] ? 'ana' : 'ben');
      }
    });

    it('replaces with put; the last one wins', async () => {
      await storage.documents.put(document('a'));
      const changed = document('a', { owner: 'ben', rank: 7.5, body: '{"é":"\u{1f3a8}"}' });
      await storage.documents.put(changed);
      expect(await storage.documents.get('member', 'a')).toEqual(changed);
      expect(await storage.documents.list('member', 'ana', { limit: 9 })).toEqual([]);
      expect(await storage.documents.list('member', 'ben', { limit: 9 })).toEqual([changed]);
    });

    it('gives another place in lists to one that is there, and makes none', async () => {
      await put(document('a', { rank: 1 }), document('b', { rank: 2 }));
      expect(await storage.documents.rerank('member', 'a', 7.5)).toBe(true);
      expect(await storage.documents.rerank('member', 'nobody', 9)).toBe(false);
      expect(await storage.documents.list('member', 'ana', { limit: 9 })).toEqual([
        document('a', { rank: 7.5 }),
        document('b', { rank: 2 }),
      ]);
      expect((await storage.documents.below('member', 7, 9)).map(({ id }) => id)).toEqual(['b']);
    });

    it('keeps every character of long bodies', async () => {
      const long = document('a', { body: `"${'\u{1f3a8}é'.repeat(40_000)}"` });
      await storage.documents.put(long);
      expect(await storage.documents.get('member', 'a')).toEqual(long);
    });

    it('removes, and says whether there was one', async () => {
      await put(document('a'), document('a', { kind: 'session' }));
      expect(await storage.documents.remove('member', 'a')).toBe(true);
      expect(await storage.documents.remove('member', 'a')).toBe(false);
      expect(await storage.documents.get('member', 'a')).toBeNull();
      expect(await storage.documents.get('session', 'a')).not.toBeNull();
      expect(await storage.documents.insert(document('a'))).toBe(true);
    });

    it('gets those of many that exist', async () => {
      await put(document('a'), document('b'), document('A'), document('c', { kind: 'session' }));
      const found = await storage.documents.getMany('member', ['b', 'a', 'c', 'nobody', 'a']);
      expect([...found].sort((one, two) => (one.id < two.id ? -1 : 1))).toEqual([
        document('a'),
        document('b'),
      ]);
      expect(await storage.documents.getMany('member', [])).toEqual([]);
      const names = Array.from({ length: MAX_ROWS }, (_, n) => `n${n}`);
      await put(...names.map((id) => document(id)));
      expect(await storage.documents.getMany('member', names)).toHaveLength(MAX_ROWS);
    });

    it('lists the highest rank first, ties by id in the order of their characters', async () => {
      await put(
        ...['b', 'B', 'a', '_', '-', 'a1', 'a0'].map((id) => document(id, { rank: 5 })),
        document('low', { rank: -1 }),
        document('high', { rank: 1_700_000_000_000 }),
        document('other', { owner: 'ben' }),
        document('else', { kind: 'session' }),
      );
      const listed = ids(await storage.documents.list('member', 'ana', { limit: 20 }));
      expect(listed).toEqual(['high', '-', 'B', '_', 'a', 'a0', 'a1', 'b', 'low']);
    });

    it('lists page after page without gap or repetition, through ties', async () => {
      const all = Array.from({ length: 23 }, (_, n) => document(`id${n}`, { rank: Math.floor(n / 5) }));
      await put(...all);
      const whole = await storage.documents.list('member', 'ana', { limit: 100 });
      const pages: StoredDocument[] = [];
      for (;;) {
        const after = pages.at(-1);
        const page = await storage.documents.list(
          'member',
          'ana',
          after ? { limit: 3, after } : { limit: 3 },
        );
        if (page.length === 0) break;
        pages.push(...page);
      }
      expect(pages).toEqual(whole);
      expect(whole).toHaveLength(23);
    });

    it('lists documents that belong to nobody', async () => {
      await put(document('a', { owner: '' }), document('b'));
      expect(ids(await storage.documents.list('member', '', { limit: 5 }))).toEqual(['a']);
    });

    it('lists what is below a rank, of any owner, the lowest first', async () => {
      await put(
        document('c', { rank: 3 }),
        document('a', { rank: 1, owner: 'ben' }),
        document('b', { rank: 2 }),
        document('x', { rank: 0, kind: 'session' }),
      );
      expect(ids(await storage.documents.below('member', 3, 10))).toEqual(['a', 'b']);
      expect(ids(await storage.documents.below('member', 4, 2))).toEqual(['a', 'b']);
      expect(await storage.documents.below('member', 1, 10)).toEqual([]);
    });
  });

  describe(`${name}: the store`, () => {
    it('answers every call as the model does', async () => {
      const { storage, destroy } = await open();
      onTestFinished(destroy);
      let run = 0;
      const property = fc.asyncProperty(steps, async (all) => {
        const model = modelStorage();
        const apart = `run${++run}`;
        for (const [index, step] of all.entries()) {
          // A moment of its own for each, but not in the order of writing.
          const moment = { apart, at: (index * 61) % 1_009 };
          expect(await carryOut(storage, step, moment)).toEqual(await carryOut(model, step, moment));
        }
      });
      await fc.assert(property, { numRuns: 60 });
    });

    it('is up when it was opened, and has nothing that waits', async () => {
      const { storage, destroy } = await open();
      onTestFinished(destroy);
      expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
      const writing = storage.entries.append(entry(1));
      expect(storage.health().waiting).toBe(1);
      await writing;
      expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
    });

    it('writes what waits before it closes, and refuses what comes later', async () => {
      const { storage, reopen, destroy } = await open();
      onTestFinished(destroy);
      const writing = Promise.all([1, 2, 3].map((seq) => storage.entries.append(entry(seq))));
      await storage.close();
      expect(await writing).toEqual([ok(null), ok(null), ok(null)]);
      await expect(storage.entries.append(entry(4))).rejects.toMatchObject({ name: 'Unavailable' });
      await expect(storage.entries.last('match:a')).rejects.toMatchObject({ name: 'Unavailable' });
      const again = await reopen();
      expect(await again.entries.last('match:a')).toBe(3);
    });
  });
}
