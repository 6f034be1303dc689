import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leftTalks } from '../../../server/rooms/chat/forgetting/left-talks.ts';
import { oldTables } from '../../../server/rooms/chat/forgetting/old-tables.ts';
import { NO_HEAD } from '../../../server/rooms/chat/records/head.ts';
import { chatRecords, ownerOf } from '../../../server/rooms/chat/records/records.ts';
import { expiring, Sweeper } from '../../../server/storage/sweep.ts';
import type { Storage } from '../../../server/storage/types.ts';
import { ok } from '../../../shared/core/result.ts';
import { fakeLog } from '../../harness/fakes.ts';
import { document, entry, type OpenedStorage } from './opened.ts';

/** What the sweep takes away. */
export function describeExpired(name: string, open: () => Promise<OpenedStorage>): void {
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
}
