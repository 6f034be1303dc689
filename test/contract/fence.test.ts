import { describe, expect, it } from 'vitest';
import { commandId, playerId } from '../../shared/core/ids.ts';
import type { TableEvent } from '../../shared/table/types.ts';
import { FakeClock } from '../harness/fakes.ts';
import { memoryJournal } from '../harness/memory-journal.ts';
import { TOY_TURN_MS, type ToyEvent } from '../harness/toy-game.ts';
import {
  fresh,
  openToy,
  playingToy,
  seat,
  system,
  TOY_MATCH,
  type ToyJournal,
  take,
} from '../harness/toy-match.ts';

/** One journal and two owners who both think that the match is theirs, in the middle of a game. */
async function twoOwners() {
  const inner = memoryJournal<TableEvent<ToyEvent>>();
  let appends = 0;
  const journal: ToyJournal = {
    ...inner,
    append: (entry) => {
      appends++;
      return inner.append(entry);
    },
  };
  const clock = new FakeClock();
  const one = await playingToy({ journal, clock });
  const two = await openToy({ journal, clock });
  const entries = async () => {
    const read = await journal.read(TOY_MATCH, 0);
    return read.ok ? read.value.length : Number.NaN;
  };
  return { one, two, clock, entries, appends: () => appends };
}

type Owner = Awaited<ReturnType<typeof openToy>>;

/** The second sending of a person's command, here to two owners. */
const retried = commandId('ana:1');
const KINDS: Readonly<Record<string, (owner: Owner) => Promise<unknown>>> = {
  'what a person sent to both': ({ say }) => say(seat(1), take(1), retried),
  'what two people sent': ({ say }) => say(seat(1), take(1)),
  'a fact of the room': ({ say, match }) =>
    say(
      system,
      { type: 'rename', person: { id: playerId('ana'), name: `Ana ${match.ownId('x')}`, marker: 0 } },
      match.ownId('rename'),
    ),
  'the same fact of the room': ({ say, match }) =>
    say(system, { type: 'goAway', player: playerId('ana') }, match.ownId('goAway')),
  'a move of a bot': ({ say, match }) => say(seat(1), take(2), match.ownId('bot-1')),
};

describe('two owners of one match', () => {
  it('at one deadline: one goes on, the other stops as moved, and nothing is tried without end', async () => {
    const { one, two, clock, entries, appends } = await twoOwners();
    const before = [await entries(), appends()];
    await clock.advance(TOY_TURN_MS);
    expect([...one.stops, ...two.stops]).toEqual(['moved']);
    expect([await entries(), appends()]).toEqual([before[0]! + 1, before[1]! + 2]);
    await clock.advance(TOY_TURN_MS);
    const winner = one.match.stopped ? two : one;
    expect([winner.match.stopped, winner.match.state.game?.coins]).toEqual([null, 8]);
  });

  it.each(Object.entries(KINDS))('find out by %s', async (_kind, act) => {
    const { one, two, clock, entries, appends } = await twoOwners();
    const before = [await entries(), appends()];
    expect(await act(one)).toMatchObject({ ok: true });
    expect(await act(two)).toEqual({ ok: false, error: { code: 'moved' } });
    expect([one.stops, two.stops]).toEqual([[], ['moved']]);
    expect([await entries(), appends()]).toEqual([before[0]! + 1, before[1]! + 2]);
    expect(two.match.seq).toBe(one.match.seq - 1);
    await clock.advance(100 * TOY_TURN_MS);
    expect(two.stops).toEqual(['moved']);
  });

  it('find out by a refusal, too, when the other one accepted the same command', async () => {
    const { one, two } = await twoOwners();
    // More than is remembered, so that the stream is asked about old commands.
    for (let i = 0; i < 1_100; i++) {
      const [gone, back] = ['goAway', 'comeBack'] as const;
      await one.say(system, { type: i % 2 === 0 ? gone : back, player: playerId('ben') });
    }
    const late = await openToy({ journal: one.journal, clock: one.clock });
    const id = fresh();
    expect(await one.say(seat(1), take(3), id)).toMatchObject({ ok: true });
    await late.match.dispatch({ commandId: id, by: seat(2), command: take(3) });
    expect([late.stops, two.stops]).toEqual([['moved'], []]);
  });

  it('never name a command of their own alike', async () => {
    const { one, two } = await twoOwners();
    const ids = [one, two].flatMap(({ match }) => [match.ownId('timeUp'), match.ownId('timeUp')]);
    expect(new Set(ids).size).toBe(4);
  });
});

/** A journal whose next append is answered by `twist`. */
function twisted(
  twist: (append: () => ReturnType<ToyJournal['append']>) => ReturnType<ToyJournal['append']>,
) {
  const inner = memoryJournal<TableEvent<ToyEvent>>();
  let isOn = false;
  const journal: ToyJournal = {
    ...inner,
    append: (entry) => {
      if (!isOn) return inner.append(entry);
      isOn = false;
      return twist(() => inner.append(entry));
    },
  };
  return {
    journal,
    twistNext: () => {
      isOn = true;
    },
  };
}

describe('an append with an unclear answer', () => {
  it('moves the match, losing nothing, when the store calls a new command a duplicate', async () => {
    const { journal, twistNext } = twisted(async (append) => {
      await append();
      return append();
    });
    const { say, stops } = await playingToy({ journal });
    twistNext();
    const once = fresh();
    expect(await say(seat(1), take(2), once)).toEqual({ ok: false, error: { code: 'moved' } });
    expect(stops).toEqual(['moved']);
    const again = await openToy({ journal });
    expect(await again.say(seat(1), take(2), once)).toEqual({ ok: true, value: { seq: again.match.seq } });
    expect(again.match.state.game?.coins).toBe(8);
  });

  it('is ours when it was stored before the store threw', async () => {
    const { journal, twistNext } = twisted(async (append) => {
      await append();
      throw new Error('lost');
    });
    const { match, say, stops } = await playingToy({ journal });
    twistNext();
    expect(await say(seat(1), take(2))).toEqual({ ok: true, value: { seq: match.seq } });
    expect([match.state.game?.coins, stops]).toEqual([8, []]);
  });

  it('is refused, and the match goes on, when nothing is stored', async () => {
    const { journal, twistNext } = twisted(() => Promise.reject(new Error('lost')));
    const { match, say, stops } = await playingToy({ journal });
    twistNext();
    const once = fresh();
    expect(await say(seat(1), take(2), once)).toEqual({ ok: false, error: { code: 'internal' } });
    expect([match.state.game?.coins, stops]).toEqual([10, []]);
    expect(await say(seat(1), take(2), once)).toMatchObject({ ok: true });
  });

  it('stops the match when the entry comes after it was looked for', async () => {
    let late: () => Promise<unknown> = async () => {};
    const { journal, twistNext } = twisted((append) => {
      late = append;
      return Promise.reject(new Error('slow'));
    });
    const { say, stops } = await playingToy({ journal });
    twistNext();
    await say(seat(1), take(2));
    await late();
    expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'moved' } });
    expect(stops).toEqual(['moved']);
  });

  it('stops the match when nobody can tell what is stored', async () => {
    const { journal, twistNext } = twisted(() => Promise.reject(new Error('lost')));
    const { say, stops } = await playingToy({ journal });
    twistNext();
    journal.read = async () => ({ ok: false, error: { kind: 'unavailable' } });
    expect(await say(seat(1), take(2))).toEqual({ ok: false, error: { code: 'internal' } });
    expect(stops).toEqual(['broken']);
    // Opened again it can tell, so whoever asks is sent on.
    expect(await say(seat(1), take(2))).toEqual({ ok: false, error: { code: 'moved' } });
  });
});
