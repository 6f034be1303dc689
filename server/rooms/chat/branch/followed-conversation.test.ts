import { expect, it } from 'vitest';
import { conversation } from '../../../../shared/chat/conversation.ts';
import type { ConversationEvent } from '../../../../shared/chat/types.ts';
import { commandId, matchId, playerId } from '../../../../shared/core/ids.ts';
import { err, ok } from '../../../../shared/core/result.ts';
import { seededRng } from '../../../../shared/core/seeded-rng.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { FollowedConversation, NewerEntries } from './followed-conversation.ts';

const ID = 'lobby-test';

const entry = (seq: number): Entry<ConversationEvent> => ({
  matchId: matchId(ID),
  seq,
  commandId: commandId(`c${seq}`),
  by: { kind: 'system' },
  at: seq,
  version: conversation.version,
  events: [{ type: 'memberErased', person: playerId(`p${seq}`) }],
});

/** A conversation that is followed, with a store in which so many entries are. */
async function followed(stored: number) {
  const shown: number[] = [];
  const store = { last: stored, isAway: false, isNewer: false, reads: 0, events: [] as unknown[] };
  const it = await FollowedConversation.open(ID, {
    snapshots: { load: async () => null },
    journal: {
      read: async (_, after) => {
        store.reads++;
        if (store.isAway) return err({ kind: 'unavailable' });
        if (store.isNewer) return err({ kind: 'newer' });
        return ok([after + 1, after + 2].filter((seq) => seq <= store.last).map(entry));
      },
    },
    onEntry: ({ seq, events }) => {
      shown.push(seq);
      store.events.push(events);
    },
  });
  return { it, shown, store };
}

it('begins with what is stored, which is no news', async () => {
  const { it: lobby, shown } = await followed(5);
  expect([lobby.seq, shown]).toEqual([5, []]);
});

it('takes entries in their order without reading, each once', async () => {
  const { it: lobby, shown, store } = await followed(0);
  store.last = 3;
  const { reads } = store;
  for (const seq of [1, 1, 2, 1, 3, 2]) lobby.take(entry(seq));
  expect([shown, store.reads]).toEqual([[1, 2, 3], reads]);
});

it('reads what did not come, before anything after it', async () => {
  const { it: lobby, shown, store } = await followed(0);
  store.last = 6;
  lobby.take(entry(6));
  expect(shown).toEqual([]);
  await lobby.reach(6);
  expect(shown).toEqual([1, 2, 3, 4, 5, 6]);
});

it('keeps what came too early while the store is away', async () => {
  const { it: lobby, shown, store } = await followed(0);
  store.isAway = true;
  store.last = 3;
  lobby.take(entry(2));
  lobby.take(entry(3));
  await expect(lobby.reach(3)).rejects.toThrow('cannot be read');
  expect(shown).toEqual([]);
  lobby.take(entry(1));
  await expect.poll(() => shown).toEqual([1, 2, 3]);
});

it('reads what another version wrote from the store, which knows how to', async () => {
  const { it: lobby, shown, store } = await followed(0);
  store.last = 2;
  const older = { ...entry(1), version: conversation.version - 1, events: [] };
  lobby.take(older);
  lobby.take(entry(2));
  expect(shown).toEqual([]);
  await expect.poll(() => shown).toEqual([1, 2]);
  expect(store.events).toEqual([entry(1).events, entry(2).events]);
});

it('takes nothing that a newer program wrote, nor anything after it', async () => {
  const { it: lobby, shown, store } = await followed(2);
  store.isNewer = true;
  lobby.take({ ...entry(3), version: conversation.version + 1 });
  await expect(lobby.reach(3)).rejects.toThrow(NewerEntries);
  lobby.take(entry(4));
  await expect(lobby.reach(4)).rejects.toThrow(NewerEntries);
  expect([lobby.seq, shown]).toEqual([2, []]);
});

it('is in the order of the store, whatever is lost, doubled or late', async () => {
  const COUNT = 200;
  for (let seed = 1; seed <= 20; seed++) {
    const rng = seededRng(seed);
    const { it: lobby, shown, store } = await followed(0);
    const late: number[] = [];
    for (let seq = 1; seq <= COUNT; seq++) {
      store.last = seq;
      store.isAway = rng.int(10) === 0;
      const fate = rng.int(10);
      if (fate > 2) lobby.take(entry(seq));
      if (fate === 9) lobby.take(entry(seq));
      if (fate === 1) late.push(seq);
      if (rng.int(4) === 0) for (const each of late.splice(0)) lobby.take(entry(each));
      if (rng.int(3) === 0) await Promise.resolve();
    }
    store.isAway = false;
    await expect
      .poll(() =>
        lobby.reach(COUNT).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    expect(shown, `seed ${seed}`).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
  }
});
