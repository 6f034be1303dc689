import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from '../../../server/storage/types.ts';
import { inEach, message, type OpenedStorage } from './opened.ts';

/** What is found by its words, and what no longer is. */
export function describeWords(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`${name}: words`, () => {
    const on = inEach(open);

    it('finds a rewritten text by its new words only', async () => {
      await on.fill(message(1, 'green apple'));
      await on.storage.entries.rewrite('chat:a', 1, { body: '{}', text: 'red apple' });
      expect([await on.find('green'), await on.find('red'), await on.find('apple')]).toEqual([[], [1], [1]]);
    });

    it('finds rewritten texts by the words they keep, however many are rewritten at once', async () => {
      const all = Array.from({ length: 300 }, (_, n) => n + 1);
      await Promise.all(all.map((seq) => on.storage.entries.append(message(seq, `an apple ${seq}, green`))));
      const rewritten = all.map((seq) => ({ body: '{}', text: `an apple ${seq}, red` }));
      await Promise.all(rewritten.map((to, index) => on.storage.entries.rewrite('chat:a', index + 1, to)));
      expect(await on.find('apple', ['chat:a'], MAX_ROWS)).toHaveLength(300);
      expect(await on.find('red', ['chat:a'], MAX_ROWS)).toHaveLength(300);
      expect(await on.find('green', ['chat:a'], MAX_ROWS)).toEqual([]);
    });

    it('searches without regard to case and accents, newest first', async () => {
      await on.fill(message(1, 'Crème brûlée'), message(2, 'nothing'), message(3, 'CREME fraiche'));
      expect(await on.find('creme')).toEqual([3, 1]);
      expect(await on.find('CRÈME')).toEqual([3, 1]);
      expect(await on.find('bru\u0302le\u0301e')).toEqual([1]);
      expect(await on.find('creme', ['chat:a'], 1)).toEqual([3]);
      expect(await on.storage.entries.search(['chat:a'], 'brulee', 10)).toEqual([
        { stream: 'chat:a', seq: 1, at: message(1, '').at, text: 'Crème brûlée' },
      ]);
    });

    it('searches for beginnings of words, all of which must match', async () => {
      await on.fill(message(1, 'blue-green sea'), message(2, 'a green field, 2026'), message(3, 'evergreen'));
      expect(await on.find('gre')).toEqual([2, 1]);
      expect(await on.find('sea gre')).toEqual([1]);
      expect(await on.find('gre sea field')).toEqual([]);
      expect(await on.find('een')).toEqual([]);
      expect(await on.find('20')).toEqual([2]);
      expect(await on.find('  green\n\tfield ')).toEqual([2]);
    });

    it('searches in scripts besides the Latin', async () => {
      await on.fill(message(1, 'Привет всем'), message(2, 'ΚΑΛΗΜΕΡΑ'));
      expect(await on.find('привет')).toEqual([1]);
      expect(await on.find('καλη')).toEqual([2]);
    });

    it.each([
      ['Chinese', '我们明天去上海看看', '上海', '海上'],
      ['Japanese', '明日は東京タワーへ行きます', '東京タワー', '京東'],
      ['Thai', 'ผมชอบกินข้าวผัดมาก', 'ข้าวผัด', 'ข้าวต้ม'],
      ['Lao', 'ຂ້ອຍມັກກິນເຂົ້າ', 'ມັກກິນ', 'ກິນມັກ'],
      ['Khmer', 'ខ្ញុំចូលចិត្តភាសាខ្មែរ', 'ភាសា', 'សាភា'],
      ['Burmese', 'ကျွန်တော်မြန်မာစကားပြောတယ်', 'မြန်မာ', 'မာမြန်'],
    ])('finds words inside of %s, which has no spaces', async (_, said, inside, absent) => {
      await on.fill(message(1, said), message(2, 'something else'), message(3, `${said}!`));
      expect(await on.find(inside)).toEqual([3, 1]);
      expect(await on.find(absent)).toEqual([]);
      expect(await on.find(said.slice(0, 1))).toEqual([3, 1]);
      const graphemes = [...new Intl.Segmenter().segment(said)];
      expect(await on.find(graphemes.at(-1)!.segment)).toEqual([3, 1]);
    });

    it('finds words of two scripts in one piece, each by itself and all together', async () => {
      await on.fill(message(1, '我用iPhone手机打电话'), message(2, 'iPhone'), message(3, '上海，海南'));
      expect(await on.find('手机')).toEqual([1]);
      expect(await on.find('iphone')).toEqual([2, 1]);
      expect(await on.find('IPHONE手机')).toEqual([1]);
      expect(await on.find('电话 iph')).toEqual([1]);
      expect(await on.find('ﾃﾚﾋﾞ')).toEqual([]);
      expect(await on.find('上海海')).toEqual([]);
      await on.storage.entries.rewrite('chat:a', 1, { body: '{}', text: '我用テレビ' });
      expect(await on.find('手机')).toEqual([]);
      expect(await on.find('ﾃﾚﾋﾞ')).toEqual([1]);
    });

    it('never finds anything of other streams', async () => {
      await on.fill(
        message(1, 'green', { at: 1 }),
        message(1, 'green', { stream: 'chat:b', at: 3 }),
        message(1, 'green', { stream: 'chat:A', at: 2 }),
        message(1, 'green', { stream: 'chat:a:b', at: 4 }),
        message(1, 'green', { stream: 'chat:á', at: 5 }),
      );
      const found = await on.storage.entries.search(['chat:a', 'chat:b', 'chat:c'], 'green', 10);
      expect(found.map(({ stream }) => stream)).toEqual(['chat:b', 'chat:a']);
      expect(await on.storage.entries.search([], 'green', 10)).toEqual([]);
      expect(await on.find('chat')).toEqual([]);
    });

    it('calls that newest which happened last, in whatever order it was written', async () => {
      await on.fill(
        message(1, 'green', { at: 20 }),
        message(2, 'green', { at: 40 }),
        message(1, 'green', { stream: 'chat:b', at: 30 }),
        message(2, 'green', { stream: 'chat:b', at: 10 }),
      );
      const found = await on.storage.entries.search(['chat:a', 'chat:b'], 'green', 3);
      expect(found.map(({ at }) => at)).toEqual([40, 30, 20]);
    });

    it('searches in many streams at once', async () => {
      const streams = Array.from({ length: MAX_ROWS }, (_, n) => `chat:${n}`);
      await on.fill(
        message(1, 'green', { stream: 'chat:7' }),
        message(2, 'green', { stream: `chat:${MAX_ROWS - 1}` }),
      );
      expect(await on.find('green', streams)).toEqual([2, 1]);
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
        await on.fill(message(1, 'a green leaf'));
        expect(await on.find(query)).toEqual([]);
        expect(await on.find('green')).toEqual([1]);
      },
    );
  });
}
