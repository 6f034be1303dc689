import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { err, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { Mailbox } from '../../shared/engine/mailbox.ts';
import type { Receipt } from '../../shared/engine/match.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import type { AppendFailure } from '../../shared/engine/ports.ts';
import { RecentIds } from '../../shared/engine/recent-ids.ts';
import { replay } from '../../shared/engine/replay.ts';
import type { TableEvent } from '../../shared/table/types.ts';
import { FakeClock, fakeLog, seededEntropy, settled } from '../harness/fakes.ts';
import { memoryJournal } from '../harness/memory-journal.ts';
import { TOY_TURN_MS, type ToyEvent } from '../harness/toy-game.ts';
import { fresh, playingToy, seat, TOY_MATCH, type ToyJournal, take, toyTable } from '../harness/toy-match.ts';

/** What one call of the store does: works, fails before or after its effect, or answers something. */
const FAULTS = [
  'works',
  'throws',
  'rejects',
  'throwsAfter',
  'unavailable',
  'unknown',
  'unknownAfter',
  'conflict',
] as const;
type Fault = (typeof FAULTS)[number] | 'duplicateAhead';

async function spoilt<T>(
  fault: Fault,
  act: () => Promise<Result<T, AppendFailure>>,
): Promise<Result<T, AppendFailure>> {
  switch (fault) {
    case 'works':
      return act();
    case 'rejects':
      await settled();
      throw new Error('rejects');
    case 'throwsAfter':
      await act();
      throw new Error('throws');
    case 'unknownAfter':
      await act();
      return err({ kind: 'unknown' });
    case 'duplicateAhead':
      return err({ kind: 'duplicate', seq: 1_000_000 });
    default:
      return err({ kind: fault === 'throws' ? 'unknown' : fault });
  }
}

/** A journal that spoils its calls in turn, once it is told to. */
function spoiltJournal(faults: readonly Fault[]) {
  const inner = memoryJournal<TableEvent<ToyEvent>>();
  let left: readonly Fault[] = [];
  const spoil = <T>(act: () => Promise<Result<T, AppendFailure>>) => {
    const [fault = 'works', ...others] = left;
    left = others;
    if (fault === 'throws') throw new Error('throws');
    return spoilt(fault, act);
  };
  const journal = {
    append: (entry) => spoil(() => inner.append(entry)),
    read: (id, after) => spoil(() => inner.read(id, after) as never) as ReturnType<ToyJournal['read']>,
    find: (id, command) => spoil(() => inner.find(id, command)) as ReturnType<ToyJournal['find']>,
  } satisfies ToyJournal;
  return {
    inner,
    journal,
    begin: () => {
      left = faults;
    },
    end: () => {
      left = [];
    },
  };
}

const CODES = ['internal', 'unavailable', 'moved', 'gone', 'not_your_turn', 'too_many', 'no_game'];

it('answers every command, whatever the store does at whatever moment, and never shows what is not stored', async () => {
  const faults = fc.array(fc.constantFrom<Fault[]>(...FAULTS, 'duplicateAhead'), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(faults, async (plan) => {
      const store = spoiltJournal(plan);
      const { match, say, shown, stops, clock } = await playingToy({ journal: store.journal });
      store.begin();
      const answers: Result<Receipt, Rejection>[] = [];
      for (let i = 0; i < 8; i++) {
        const [mine, theirs] = [say(seat(1), take(1)), say(seat(2), take(1))];
        if (i % 3 === 2) await clock.advance(TOY_TURN_MS);
        answers.push(await mine, await theirs);
      }
      store.end();
      await clock.advance(2_000);
      const codes = answers.filter((answer) => !answer.ok).map(({ error }) => error.code);
      expect(codes.filter((code) => !CODES.includes(code))).toEqual([]);
      expect(stops.length).toBe(match.stopped === null ? 0 : 1);
      const stored = await store.inner.read(TOY_MATCH, 0);
      if (!stored.ok) throw new Error('unreadable');
      const receipts = answers.filter((answer) => answer.ok).map(({ value }) => value.seq);
      expect(receipts.filter((seq) => seq > stored.value.length)).toEqual([]);
      expect(shown).toEqual(stored.value.slice(0, shown.length));
      expect(match.state).toEqual(replay(toyTable, stored.value, match.seq));
      if (match.stopped !== null) return;
      // It went on: then nothing is stored that it does not know, and it still can be played or is over.
      expect(stored.value).toHaveLength(match.seq);
      const now = match.state.game?.coins ?? 0;
      await clock.advance(TOY_TURN_MS);
      expect(match.state.phase === 'over' || (match.state.game?.coins ?? 0) < now).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it.each(['load', 'read', 'deadline', 'evolve'] as const)(
  'does not open, and arms nothing, when %s throws',
  async (part) => {
    const fail = () => {
      throw new Error('bug');
    };
    const store = memoryJournal<TableEvent<ToyEvent>>();
    await playingToy({ journal: store });
    const clock = new FakeClock();
    const opened = await openMatch(
      {
        ...toyTable,
        ...(part === 'deadline' && { deadline: fail }),
        ...(part === 'evolve' && { evolve: fail }),
      },
      TOY_MATCH,
      {
        journal: part === 'read' ? { ...store, read: fail } : store,
        snapshots: { load: part === 'load' ? fail : async () => null, save: async () => {} },
        clock,
        entropy: seededEntropy(1),
        log: fakeLog(),
      },
      { onCommit: () => {}, onStop: () => {} },
    );
    expect(opened).toEqual({ ok: false, error: { code: 'internal' } });
    expect(clock.armed).toBe(0);
  },
);

it.each([-1, 0, 1, 7])('goes by the stream when a snapshot is %i entries ahead of it', async (ahead) => {
  const journal = memoryJournal<TableEvent<ToyEvent>>();
  const { match } = await playingToy({ journal });
  const ports = { journal, clock: new FakeClock(), entropy: seededEntropy(1), log: fakeLog() };
  const state = { ...match.state, name: 'kept' };
  const snapshots = { load: async () => ({ seq: match.seq + ahead, state }), save: async () => {} };
  const hooks = { onCommit: () => {}, onStop: () => {} };
  const opened = await openMatch(toyTable, TOY_MATCH, { ...ports, snapshots }, hooks);
  if (!opened.ok) throw new Error(opened.error.code);
  expect([opened.value.seq, opened.value.state.name === 'kept']).toEqual([match.seq, ahead <= 0]);
});

it('answers, and stops, when the next deadline cannot be told', async () => {
  let isBroken = false;
  const deadline: typeof toyTable.deadline = (state) => {
    if (isBroken) throw new Error('bug');
    return toyTable.deadline(state);
  };
  const { say, stops, clock } = await playingToy({ rules: { ...toyTable, deadline } });
  isBroken = true;
  expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'internal' } });
  expect([stops, clock.armed]).toEqual([['broken'], 0]);
  expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'moved' } });
});

it('shows nothing any more after it was closed in the middle of a command, and still says that it is stored', async () => {
  const { match, say, shown } = await playingToy();
  const before = shown.length;
  const answer = say(seat(1), take(1));
  match.close();
  expect(await answer).toMatchObject({ ok: true });
  expect(shown).toHaveLength(before);
});

it('answers the next command, too, when a rule throws and the log as well', async () => {
  const log = () => {
    throw new Error('the log');
  };
  let isSpoilt = false;
  const rules: typeof toyTable = {
    ...toyTable,
    decide(...about) {
      if (isSpoilt) throw new Error('bug');
      return toyTable.decide(...about);
    },
  };
  const { say, match } = await playingToy({ rules, log: { debug: log, info: log, warn: log, error: log } });
  isSpoilt = true;
  expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'internal' } });
  isSpoilt = false;
  expect(await say(seat(1), take(1))).toMatchObject({ ok: true });
  await match.idle();
});

it('comes to rest when what it remembers throws before anything is awaited', async () => {
  const recent = new RecentIds();
  vi.spyOn(recent, 'seqOf').mockImplementation(() => {
    throw new Error('bug');
  });
  const ports = {
    journal: memoryJournal<TableEvent<ToyEvent>>(),
    clock: new FakeClock(),
    entropy: seededEntropy(1),
    log: fakeLog(),
  };
  const hooks = { onCommit: () => {}, onStop: () => {} };
  const match = new Mailbox(toyTable, TOY_MATCH, ports, hooks, { seq: 0, state: toyTable.initial }, recent);
  const ask = () => match.dispatch({ commandId: fresh(), by: seat(1), command: take(1) });
  expect(await ask()).toEqual({ ok: false, error: { code: 'internal' } });
  expect(await Promise.race([match.idle().then(() => 'idle'), settled().then(() => 'busy')])).toBe('idle');
  expect(await ask()).toEqual({ ok: false, error: { code: 'moved' } });
});
