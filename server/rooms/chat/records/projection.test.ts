import { describe, expect, it } from 'vitest';
import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent } from '../../../../shared/chat/types.ts';
import { commandId, matchId, playerId } from '../../../../shared/core/ids.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { fakeLog, settled } from '../../../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../../../test/harness/memory-documents.ts';
import type { EntryStore } from '../../../storage/types.ts';
import { History } from './history.ts';
import { Projection } from './projection.ts';
import { chatRecords, LEFT } from './records.ts';

const ID = 'group-hues';
/** Promises that resolve one after the other between the last look of a run and its end. */
const MOST_TURNS = 24;

/** An empty conversation; `onHead` is called whenever it is noted how far the records go. */
async function openEmpty(onHead: () => Promise<void>) {
  const entries = { after: async () => [], about: async () => [] } as Partial<EntryStore> as EntryStore;
  const records = chatRecords(new MemoryDocuments());
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
