import { describe, expect, it, vi } from 'vitest';
import { seatId } from '../../shared/core/ids.ts';
import { ok } from '../../shared/core/result.ts';
import { MAX_WAITING } from '../../shared/engine/mailbox.ts';
import type { StopReason } from '../../shared/engine/match.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import { replay } from '../../shared/engine/replay.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand, TableEvent } from '../../shared/table/types.ts';
import { FakeClock, fakeLog, faultyJournal, seededEntropy, unreadableJournal } from '../harness/fakes.ts';
import { memoryJournal } from '../harness/memory-journal.ts';
import { TOY_TURN_MS, type ToyCommand, type ToyEvent, toyGame } from '../harness/toy-game.ts';
import {
  fresh,
  opening,
  openToy,
  playingToy,
  seat,
  sit,
  system,
  TOY_MATCH,
  take,
  toyTable,
} from '../harness/toy-match.ts';

describe('the mailbox', () => {
  it('runs a game that knows nothing of colors to its end', async () => {
    const { match, say } = await playingToy();
    for (const [who, coins] of [
      [1, 3],
      [2, 3],
      [1, 3],
      [2, 1],
    ] as const) {
      expect(await say(seat(who), take(coins))).toMatchObject({ ok: true });
    }
    expect(match.state.phase).toBe('over');
    expect(match.state.game?.winner).toBe(seatId(2));
  });

  it('carries a command out once, however often it is sent', async () => {
    const { match, say } = await playingToy();
    const once = fresh();
    const [first, again] = await Promise.all([say(seat(1), take(2), once), say(seat(1), take(2), once)]);
    expect(again).toEqual(first);
    expect(await say(seat(1), take(2), once)).toEqual(first);
    expect(match.state.game?.coins).toBe(8);
  });

  it('knows the answer to a command that it accepted before it was reopened', async () => {
    const first = await playingToy();
    const once = fresh();
    const receipt = await first.say(seat(1), take(2), once);
    const second = await openToy({ journal: first.journal });
    expect(await second.say(seat(1), take(2), once)).toEqual(receipt);
    expect(second.match.state).toEqual(first.match.state);
  });

  it('gives a second sending the answer that is on its way', async () => {
    const journal = faultyJournal(memoryJournal<TableEvent<ToyEvent>>());
    const { match, say } = await playingToy({ journal });
    journal.hold();
    const once = fresh();
    const answers = Array.from({ length: 2 * MAX_WAITING }, () => say(seat(1), take(2), once));
    journal.release();
    const [first, ...others] = await Promise.all(answers);
    expect(first).toMatchObject({ ok: true });
    expect(others.every((answer) => answer === first)).toBe(true);
    expect(match.state.game?.coins).toBe(8);
  });

  it('stores before it shows, and shows before it acknowledges', async () => {
    const journal = faultyJournal(memoryJournal<TableEvent<ToyEvent>>());
    const { match, say, shown } = await playingToy({ journal });
    const before = shown.length;
    journal.hold();
    let isAcknowledged = false;
    const answer = say(seat(1), take(2)).then((result) => {
      isAcknowledged = true;
      expect(shown).toHaveLength(before + 1);
      return result;
    });
    await Promise.resolve();
    expect([isAcknowledged, shown.length, match.state.game?.coins]).toEqual([false, before, 10]);
    journal.release();
    expect(await answer).toMatchObject({ ok: true });
  });

  it('applies a fact once, when it is decided', async () => {
    let applied = 0;
    const rules = tableFor({
      ...toyGame,
      evolve(state, event) {
        applied++;
        return toyGame.evolve(state, event);
      },
    });
    const { match, say } = await playingToy({ rules });
    applied = 0;
    await say(seat(1), take(2));
    expect([applied, match.state.game?.coins]).toEqual([1, 8]);
  });

  it('changes nothing when the journal is away, and goes on when it is back', async () => {
    const journal = faultyJournal(memoryJournal<TableEvent<ToyEvent>>());
    const { match, say, shown } = await playingToy({ journal });
    const before = { state: match.state, shown: shown.length };
    journal.failNext({ kind: 'unavailable' });
    const once = fresh();
    expect(await say(seat(1), take(2), once)).toEqual({ ok: false, error: { code: 'unavailable' } });
    expect({ state: match.state, shown: shown.length }).toEqual(before);
    expect(await say(seat(1), take(2), once)).toMatchObject({ ok: true });
  });

  it('gives up a match that another owner has written to', async () => {
    const one = await playingToy();
    const two = await openToy({ journal: one.journal });
    expect(await two.say(seat(1), take(1))).toMatchObject({ ok: true });
    expect(await one.say(seat(1), take(2))).toEqual({ ok: false, error: { code: 'moved' } });
    expect(one.stops).toEqual(['moved']);
    expect(one.match.state.game?.coins).toBe(10);
    expect(await one.say(seat(1), take(2))).toEqual({ ok: false, error: { code: 'moved' } });
  });

  it('refuses what does not fit into the queue, and what comes after closing', async () => {
    const journal = faultyJournal(memoryJournal<TableEvent<ToyEvent>>());
    const { match, say } = await playingToy({ journal });
    journal.hold();
    const waiting = Array.from({ length: MAX_WAITING + 1 }, () => say(seat(1), take(1)));
    expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'busy' } });
    match.close();
    journal.release();
    const answers = await Promise.all(waiting);
    expect(answers.slice(1).every((answer) => !answer.ok && answer.error.code === 'gone')).toBe(true);
    expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'gone' } });
  });

  it('wakes the game at its deadline, and not before', async () => {
    const { match, clock } = await playingToy();
    await clock.advance(TOY_TURN_MS - 1);
    expect(match.state.game?.coins).toBe(10);
    await clock.advance(1);
    expect(match.state.game?.coins).toBe(9);
    await clock.advance(3 * TOY_TURN_MS);
    expect(match.state.game?.coins).toBe(6);
  });

  it('sets no timer when a deadline moves on, and keeps it to the millisecond all the same', async () => {
    const { match, clock, say } = await playingToy();
    const timers = vi.spyOn(clock, 'setTimer');
    for (const who of [1, 2, 1]) {
      await clock.advance(TOY_TURN_MS / 4);
      await say(seat(who), take(1));
    }
    expect(timers).not.toHaveBeenCalled();
    await clock.advance(TOY_TURN_MS - 1);
    expect(match.state.game?.coins).toBe(7);
    await clock.advance(1);
    expect(match.state.game?.coins).toBe(6);
  });

  it.each([
    ['was an hour away', 4_600_000],
    ['has a clock an hour behind', -2_600_000],
  ])('loses no time of a turn when its next owner %s', async (_, later) => {
    const before = await playingToy({ clock: new FakeClock(5_000_000) });
    await before.clock.advance(TOY_TURN_MS / 2);
    await before.say(system, sit('cleo'));
    before.match.close();
    const { match, clock } = await openToy({
      journal: before.journal,
      clock: new FakeClock(5_000_000 + later),
    });
    expect(match.now()).toBe(5_000_000 + TOY_TURN_MS / 2);
    await clock.advance(TOY_TURN_MS / 2 - 1);
    expect(match.state.game?.coins).toBe(10);
    await clock.advance(1);
    expect(match.state.game?.coins).toBe(9);
    await clock.advance(2 * TOY_TURN_MS);
    expect(match.state.game?.coins).toBe(7);
  });

  it('tries the deadline again when the journal was away', async () => {
    const journal = faultyJournal(memoryJournal<TableEvent<ToyEvent>>());
    const { match, clock } = await playingToy({ journal });
    journal.failNext({ kind: 'unavailable' });
    await clock.advance(TOY_TURN_MS);
    expect(match.state.game?.coins).toBe(10);
    await clock.advance(2_000);
    expect(match.state.game?.coins).toBe(9);
  });

  it('arms no timer after it was closed', async () => {
    const { match, clock } = await playingToy();
    expect(clock.armed).toBe(1);
    match.close();
    expect(clock.armed).toBe(0);
  });

  it('survives rules that throw: the command is refused, the match goes on', async () => {
    const broken = {
      ...toyTable,
      decide: (...args: Parameters<typeof toyTable.decide>) => {
        if (args[2].type === 'skipTurn') throw new Error('bug');
        return toyTable.decide(...args);
      },
    };
    const log = fakeLog();
    const opened = await openMatch(
      broken,
      TOY_MATCH,
      {
        journal: memoryJournal<TableEvent<ToyEvent>>(),
        clock: new FakeClock(),
        entropy: seededEntropy(1),
        log,
      },
      { onCommit: () => {}, onStop: () => {} },
    );
    if (!opened.ok) throw new Error('not opened');
    const say = (command: TableCommand<ToyCommand>) =>
      opened.value.dispatch({ commandId: fresh(), by: system, command });
    expect(await say({ type: 'skipTurn' })).toEqual({ ok: false, error: { code: 'internal' } });
    expect(log.lines).toEqual(['decide threw']);
    expect(await say(opening)).toMatchObject({ ok: true });
  });

  it('stops a match whose facts cannot be applied, keeping the journal', async () => {
    const journal = memoryJournal<TableEvent<ToyEvent>>();
    const broken: typeof toyTable = {
      ...toyTable,
      // It does not say the state after its facts, as its own decisions do.
      decide(...args) {
        const decided = toyTable.decide(...args);
        return decided.ok ? ok(decided.value) : decided;
      },
      evolve: (...args: Parameters<typeof toyTable.evolve>) => {
        if (args[1].type === 'seatTaken') throw new Error('bug');
        return toyTable.evolve(...args);
      },
    };
    const stops: StopReason[] = [];
    const opened = await openMatch(
      broken,
      TOY_MATCH,
      { journal, clock: new FakeClock(), entropy: seededEntropy(1), log: fakeLog() },
      { onCommit: () => {}, onStop: (reason) => stops.push(reason) },
    );
    if (!opened.ok) throw new Error('not opened');
    await opened.value.dispatch({ commandId: fresh(), by: system, command: opening });
    const answer = await opened.value.dispatch({ commandId: fresh(), by: system, command: sit('ana') });
    expect(answer).toEqual({ ok: false, error: { code: 'internal' } });
    expect(stops).toEqual(['broken']);
    const entries = await journal.read(TOY_MATCH, 0);
    expect(entries.ok && entries.value.length).toBe(2);
  });

  it('is given away between two commands: what waits is done, and its time goes on where it was', async () => {
    const { match, journal, clock, say, stops } = await playingToy();
    const answers = [say(seat(1), take(1)), say(seat(2), take(1))];
    await match.idle();
    await clock.advance(TOY_TURN_MS / 2);
    const leftAt = match.now();
    match.close('moved');
    expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await say(seat(1), take(1))).toEqual({ ok: false, error: { code: 'moved' } });
    expect(stops).toEqual(['moved']);
    await clock.advance(10 * TOY_TURN_MS);
    const next = await openToy({ journal, clock, leftAt });
    expect(next.match.now()).toBe(leftAt);
    expect(next.match.state).toEqual(match.state);
    await clock.advance(TOY_TURN_MS / 2 - 1);
    expect(next.match.seq).toBe(match.seq);
    await clock.advance(1);
    expect(next.match.seq).toBe(match.seq + 1);
  });

  it('does not open while the journal cannot be read', async () => {
    const opened = await openMatch(
      toyTable,
      TOY_MATCH,
      { journal: unreadableJournal(), clock: new FakeClock(), entropy: seededEntropy(1), log: fakeLog() },
      { onCommit: () => {}, onStop: () => {} },
    );
    expect(opened).toEqual({ ok: false, error: { code: 'unavailable' } });
  });

  it('replays to any entry', async () => {
    const { match, journal, say } = await playingToy();
    await say(seat(1), take(2));
    await say(seat(2), take(3));
    const entries = await journal.read(TOY_MATCH, 0);
    if (!entries.ok) throw new Error('unreadable');
    expect(replay(toyTable, entries.value)).toEqual(match.state);
    expect(replay(toyTable, entries.value, match.seq - 1).game?.coins).toBe(8);
    expect(replay(toyTable, entries.value, 0)).toEqual(toyTable.initial);
  });
});
