import { describe, expect, it, vi } from 'vitest';
import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent } from '../../../../shared/chat/types.ts';
import { commandId, matchId, playerId } from '../../../../shared/core/ids.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { fakeLog, settled } from '../../../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../../../test/harness/memory-documents.ts';
import type { EntryStore, StoredDocument } from '../../../storage/types.ts';
import { History } from './history.ts';
import { Projection } from './projection.ts';
import { chatRecords, LEFT } from './records.ts';

const ID = 'group-hues';
/** Promises that resolve one after the other between the last look of a run and its end. */
const MOST_TURNS = 24;

/** An empty conversation; `onHead` is called whenever it is noted how far the records go. */
async function openEmpty(onHead: () => Promise<void>, documents = new MemoryDocuments()) {
  const entries = { after: async () => [], about: async () => [] } as Partial<EntryStore> as EntryStore;
  const records = chatRecords(documents);
  const projection = await Projection.open(ID, conversation.initial, {
    entries,
    history: new History(entries),
    records,
    log: fakeLog(),
    notify: onHead,
  });
  return { projection, records };
}

function entry(seq: number): Entry<ConversationEvent> {
  const member = { id: playerId('ana'), standing: 'active', role: 'member' } as const;
  const events = [{ type: 'memberChanged', member, by: 'ana' }] as unknown as ConversationEvent[];
  const by = { kind: 'system' } as const;
  return { matchId: matchId(ID), seq, commandId: commandId(`c${seq}`), by, at: 1, version: 1, events };
}

describe('what is written about a conversation', () => {
  it.each(Array.from({ length: MOST_TURNS }, (_, turns) => [turns]))(
    'misses no entry that comes %i turns after the last one was done',
    async (turns) => {
      let hasSecond = false;
      const { projection } = await openEmpty(async () => {
        if (hasSecond) return;
        hasSecond = true;
        for (let i = 0; i < turns; i++) await null;
        projection.add(entry(2), conversation.initial);
      });
      let isWritten = false;
      projection.add(entry(1), conversation.initial);
      void projection.written(2).then(() => {
        isWritten = true;
      });
      for (let i = 0; i < 10 && !isWritten; i++) await settled();
      expect(isWritten).toBe(true);
      await projection.settled();
      projection.close();
    },
  );

  it('shows nothing of what was taken back from when that is said to be done, whatever happens next', async () => {
    const message = {
      no: 1,
      at: 1,
      author: 'ana',
      text: 'kanarie',
      card: null,
      audience: 'all',
      mentions: [],
    };
    const posted = { ...entry(1), events: [{ type: 'posted', message }] as never };
    const deleted = { ...entry(2), events: [{ type: 'deleted', target: 1, by: 'ana' }] as never };
    const { projection, records } = await openEmpty(async () => {});
    projection.add(posted, conversation.initial);
    await projection.settled();
    expect((await records.heads.get(ID))?.preview).toBe('kanarie');
    projection.add(deleted, conversation.initial);
    await projection.written(2);
    expect(await records.heads.get(ID)).toMatchObject({ seq: 2, preview: '' });
    projection.close();
  });

  describe('of a lobby', () => {
    /** What is written, in this order, a list for each time. */
    class Written extends MemoryDocuments {
      readonly times: string[][] = [];
      override async putInOrder(rows: readonly StoredDocument[]): Promise<void> {
        this.times.push(rows.map(({ kind, id }) => `${kind} ${id}`));
        await super.putInOrder(rows);
      }
      override async remove(kind: string, id: string): Promise<boolean> {
        this.times.push([`no ${kind} ${id}`]);
        return super.remove(kind, id);
      }
    }

    const memberOf = (id: string, standing = 'active') =>
      ({ id: playerId(id), standing, role: 'member', joinedAt: 0, mutedUntil: 0 }) as const;
    const people = ['ana', 'ben', 'cleo'].map((id) => memberOf(id));
    const lobby = {
      ...conversation.initial,
      kind: 'public',
      members: new Map(people.map((each) => [each.id, each])),
    } as unknown as typeof conversation.initial;
    const posted = (seq: number, author: string) => {
      const words = { text: 'hello', card: null, audience: 'all', mentions: [] };
      const events = [{ type: 'posted', message: { no: seq, at: 1, author, ...words } }];
      return { ...entry(seq), events: events as never };
    };
    const writer = (person: string) => `writer ${ID}:${person}`;
    const head = `head ${ID}`;

    it('is written in one go: who wrote for the first time, and how far it is', async () => {
      const documents = new Written();
      const { projection } = await openEmpty(async () => {}, documents);
      projection.add(posted(1, 'ana'), lobby);
      await expect.poll(() => documents.times).toEqual([[writer('ana'), head]]);
      for (const [seq, author] of [
        [2, 'ben'],
        [3, 'ana'],
        [4, 'cleo'],
      ] as const)
        projection.add(posted(seq, author), lobby);
      for (let i = 0; i < 5; i++) await settled();
      expect(documents.times).toHaveLength(1);
      await projection.settled();
      expect(documents.times.slice(1)).toEqual([[writer('ben'), writer('cleo'), head]]);
      projection.close();
    });

    it('says who wrote before they are no member any more, and at once of who is none', async () => {
      const documents = new Written();
      const { projection } = await openEmpty(async () => {}, documents);
      projection.add(posted(1, 'ana'), lobby);
      await expect.poll(() => documents.times).toHaveLength(1);
      projection.add(posted(2, 'ben'), lobby);
      const left = [{ type: 'memberChanged', member: memberOf('ben', 'left'), by: 'ben' }];
      projection.add({ ...entry(3), events: left as never }, lobby);
      projection.add(posted(4, 'somebody'), lobby);
      await expect.poll(() => documents.times).toContainEqual([writer('somebody')]);
      const [, first, ...then] = documents.times;
      expect(first).toEqual([writer('ben')]);
      expect(then).toContainEqual([`no member ${ID}:ben`]);
      await projection.settled();
      projection.close();
    });

    it('forgets nobody who wrote while the store was away', async () => {
      const documents = new Written();
      const { projection, records } = await openEmpty(async () => {}, documents);
      const put = vi.spyOn(documents, 'putInOrder').mockRejectedValueOnce(new Error('away'));
      projection.add(posted(1, 'ana'), lobby);
      await expect.poll(() => put.mock.calls).toHaveLength(1);
      projection.add(posted(2, 'ben'), lobby);
      await projection.settled();
      expect([...(await records.writers.getMany([`${ID}:ana`, `${ID}:ben`])).keys()]).toHaveLength(2);
      projection.close();
    });
  });

  it('notes when the last one has left a talk among few, and when somebody is back', async () => {
    const { projection, records } = await openEmpty(async () => {});
    const settings = { title: '', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: false };
    const setup = { kind: 'group' as const, members: [], trusted: [], settings, createdAt: 1 };
    await records.conversations.insert(ID, setup, { owner: '', rank: 1 });
    const stateWith = (standing: 'active' | 'left') => {
      const ana = { id: playerId('ana'), standing, role: 'member', joinedAt: 0, mutedUntil: 0 } as const;
      const members = new Map([[ana.id, ana]]);
      return { ...conversation.initial, kind: 'group', members } as unknown as typeof conversation.initial;
    };
    const isListed = async () => (await records.conversations.list(LEFT, { limit: 9 })).has(ID);
    for (const [seq, standing] of [
      [1, 'left'],
      [2, 'active'],
    ] as const) {
      projection.add(entry(seq), stateWith(standing));
      await projection.written(seq);
      expect(await isListed()).toBe(standing === 'left');
    }
    await projection.settled();
    projection.close();
  });
});
