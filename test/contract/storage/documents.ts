import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_ROWS, type Storage, type StoredDocument } from '../../../server/storage/types.ts';
import { document, ids, type OpenedStorage } from './opened.ts';

/** Documents: inserting, putting, lists. */
export function describeDocuments(name: string, open: () => Promise<OpenedStorage>): void {
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

    it('puts several, of which the last with one id counts', async () => {
      const rows = [document('a'), document('b'), document('a', { rank: 7 })];
      await storage.documents.putInOrder(rows);
      await storage.documents.putInOrder([]);
      expect(await storage.documents.get('member', 'a')).toEqual(rows[2]);
      expect(await storage.documents.get('member', 'b')).toEqual(rows[1]);
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
}
