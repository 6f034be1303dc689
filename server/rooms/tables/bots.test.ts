import { expect, it } from 'vitest';
import { commandId, matchId, playerId, type SeatId } from '../../../shared/core/ids.ts';
import { err } from '../../../shared/core/result.ts';
import type { Actor } from '../../../shared/core/rules.ts';
import type { Match } from '../../../shared/engine/match.ts';
import { openMatch } from '../../../shared/engine/open-match.ts';
import { legalCommands } from '../../../shared/games/color-clues/legal.ts';
import type { GameCommand, GameEvent, GameView } from '../../../shared/games/color-clues/types.ts';
import type { TableCommand, TableEvent } from '../../../shared/table/types.ts';
import { FakeClock, fakeLog, seededEntropy } from '../../../test/harness/fakes.ts';
import { memoryJournal } from '../../../test/harness/memory-journal.ts';
import { colorTable, ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { type Bot, BotDriver } from './bots.ts';

it('a bot that is refused is logged without what it wanted to do', async () => {
  const written: string[] = [];
  const write = (fields: Record<string, unknown>, message: string) => {
    written.push(JSON.stringify([message, fields]));
  };
  const clock = new FakeClock();
  const ports = { botPace: 1, clock, entropy: seededEntropy(1), log: { ...fakeLog(), warn: write } };
  const secret: GameCommand = { type: 'giveClue', cell: 217, text: 'hushed' };
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: () => true,
    newMind: () => ({ move: () => secret }),
    delayMs: () => 10,
  };
  const table = new ScriptedTable(1);
  table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  table.tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
  const match = {
    id: matchId('bots'),
    state: table.state,
    ownId: (label: string) => commandId(label),
    dispatch: async () => err({ code: 'clue_word_used' }),
  } as unknown as Match<typeof table.state, TableCommand<GameCommand>>;
  const driver = new BotDriver(colorTable, bot, ports);
  driver.update(match);
  await clock.advance(10);
  driver.stop();
  expect(written.length).toBeGreaterThan(0);
  expect(written.join()).toContain('clue_word_used');
  expect(written.join()).not.toMatch(/hushed|217/);
});

it('every bot at a table has one mind, from its first move on', async () => {
  let made = 0;
  const used: { readonly mind: number; readonly seat: SeatId }[] = [];
  const moveOf = (seat: SeatId) =>
    legalCommands(match.state.game!, seat).find(({ type }) => type !== 'challengeClue') ?? null;
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: (_view, me) => moveOf(me) !== null,
    newMind() {
      const mind = ++made;
      return {
        move(_view, seat) {
          used.push({ mind, seat });
          return moveOf(seat);
        },
      };
    },
    delayMs: () => 10,
  };
  const ports = {
    journal: memoryJournal<TableEvent<GameEvent>>(),
    clock: new FakeClock(),
    entropy: seededEntropy(1),
    log: fakeLog(),
    botPace: 1,
  };
  const driver = new BotDriver(colorTable, bot, ports);
  const opened = await openMatch(colorTable, matchId('bots'), ports, {
    onCommit: () => driver.update(match),
    onStop: () => {},
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const match = opened.value;
  let serial = 0;
  const tell = (command: TableCommand<GameCommand>, by: Actor = { kind: 'system' }) =>
    match.dispatch({ commandId: commandId(`test-${++serial}`), by, command });
  await tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  await tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
  const { id: ana } = match.state.seats.find(({ kind }) => kind === 'human')!;
  for (let step = 0; step < 60; step++) {
    await ports.clock.advance(100);
    const move = moveOf(ana);
    if (move) await tell({ type: 'play', move }, { kind: 'seat', seat: ana });
  }
  expect(used.length).toBeGreaterThan(30);
  expect(new Set(used.map(({ seat }) => seat)).size).toBe(3);
  expect([new Set(used.map(({ mind, seat }) => `${mind} at ${seat}`)).size, made]).toEqual([3, 3]);
  driver.stop();
  match.close();
});

it('after a change each bot is asked once, with one view, and a table without bots is not looked at', () => {
  const views: string[] = [];
  const asked: SeatId[] = [];
  const looking = {
    ...colorTable,
    game: {
      ...colorTable.game,
      view(...[state, viewer]: Parameters<typeof colorTable.game.view>) {
        views.push(viewer.kind === 'seat' ? String(viewer.seat) : 'everybody');
        return colorTable.game.view(state, viewer);
      },
    },
  };
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: (_view, me) => {
      asked.push(me);
      return true;
    },
    newMind: () => ({ move: () => null }),
    delayMs: () => 10,
  };
  const ports = { botPace: 0, clock: new FakeClock(), entropy: seededEntropy(1), log: fakeLog() };
  const driver = new BotDriver(looking, bot, ports);
  const update = ({ state }: ScriptedTable) => driver.update({ state } as never);

  const table = new ScriptedTable(1);
  table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  table.tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
  update(table);
  views.length = asked.length = 0;
  update(table);
  const bots = table.state.seats.filter(({ kind }) => kind === 'bot').map(({ id }) => id);
  expect([asked, views]).toEqual([bots, bots.map(String)]);

  driver.stop();
  views.length = 0;
  update(ScriptedTable.playing(1, 3));
  expect(views).toEqual([]);
});

it('a bot thinks in steps while it waits, and not on when nobody waits for it any more', async () => {
  const done: string[] = [];
  let isWaitedFor = true;
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: (_view, me) => isWaitedFor && me === 2,
    newMind: () => ({
      *think() {
        for (let step = 1; step <= 5; step++) yield done.push(`step ${step}`);
      },
      move() {
        done.push('move');
        return null;
      },
    }),
    delayMs: () => 3_000,
  };
  const clock = new FakeClock();
  const ports = { botPace: 1, clock, entropy: seededEntropy(1), log: fakeLog() };
  const driver = new BotDriver(colorTable, bot, ports);
  const table = new ScriptedTable(1);
  table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  table.tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
  const update = () => driver.update({ state: table.state } as never);

  update();
  // Nothing at once: whoever made the change waits for its answer.
  expect(done).toEqual([]);
  await clock.advance(50);
  expect(done).toEqual(['step 1', 'step 2']);
  isWaitedFor = false;
  update();
  await clock.advance(5_000);
  expect([done.length, clock.armed]).toEqual([2, 0]);

  isWaitedFor = true;
  done.length = 0;
  update();
  await clock.advance(5_000);
  expect(done).toEqual(['step 1', 'step 2', 'step 3', 'step 4', 'step 5', 'move']);
});

it('a bot plays for somebody who is away, at the middle level, and no longer when they are back', async () => {
  const asked: string[] = [];
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: () => true,
    newMind: (_rng, { name, level }) => {
      asked.push(`${name} ${level}`);
      return { move: () => null };
    },
    delayMs: () => 10,
  };
  const clock = new FakeClock();
  const driver = new BotDriver(colorTable, bot, {
    botPace: 1,
    clock,
    entropy: seededEntropy(1),
    log: fakeLog(),
  });
  const table = ScriptedTable.playing(1, 3);
  const [seat] = table.state.seats;
  const update = (isStoodIn: boolean) => {
    const seats = table.state.seats.map((each) => (each === seat ? { ...each, isStoodIn } : each));
    driver.update({ state: { ...table.state, seats } } as never);
  };
  update(true);
  await clock.advance(10);
  expect(asked).toEqual(['Player 1 3']);
  update(true);
  update(false);
  await clock.advance(1_000);
  expect([asked.length, clock.armed]).toEqual([1, 0]);
});

it('a bot whose level is changed plays at the new one from then on', async () => {
  const asked: string[] = [];
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: () => true,
    newMind: (_rng, { level }) => {
      asked.push(String(level));
      return { move: () => null };
    },
    delayMs: () => 10,
  };
  const clock = new FakeClock();
  const ports = { botPace: 1, clock, entropy: seededEntropy(1), log: fakeLog() };
  const driver = new BotDriver(colorTable, bot, ports);
  const table = ScriptedTable.playing(1, 3);
  const [seat] = table.state.seats;
  for (const level of [2, 2, 5] as const) {
    const seats = table.state.seats.map((each) => (each === seat ? { ...each, kind: 'bot', level } : each));
    driver.update({ state: { ...table.state, seats } } as never);
    await clock.advance(10);
  }
  expect(asked).toEqual(['2', '5']);
});

it('a bot speaks what is spoken at the table, from the moment on when that is changed', async () => {
  const asked: string[] = [];
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: () => true,
    newMind: (_rng, { language }) => {
      asked.push(language);
      return { move: () => null };
    },
    delayMs: () => 10,
  };
  const clock = new FakeClock();
  const ports = { botPace: 1, clock, entropy: seededEntropy(1), log: fakeLog() };
  const driver = new BotDriver(colorTable, bot, ports);
  const table = ScriptedTable.playing(1, 3);
  const [seat] = table.state.seats;
  const seats = table.state.seats.map((each) => (each === seat ? { ...each, isStoodIn: true } : each));
  for (const language of ['en', 'en', 'de', 'de'] as const) {
    driver.update({ state: { ...table.state, seats, language } } as never);
    await clock.advance(10);
  }
  expect(asked).toEqual(['en', 'de']);
});

it('a move of a bot that waits behind the return of a person is not made, nor tried again', async () => {
  const secret: GameCommand = { type: 'giveClue', cell: 217, text: 'hushed' };
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: () => true,
    newMind: () => ({ move: () => secret }),
    delayMs: () => 10,
  };
  const clock = new FakeClock();
  const warned: string[] = [];
  const log = { ...fakeLog(), warn: (_fields: object, message: string) => void warned.push(message) };
  const driver = new BotDriver(colorTable, bot, { botPace: 1, clock, entropy: seededEntropy(1), log });
  const table = ScriptedTable.playing(1, 3);
  const [first, ...others] = table.state.seats;
  const asked: unknown[] = [];
  const match = {
    state: { ...table.state, seats: [{ ...first!, isStoodIn: true }, ...others] } as typeof table.state,
    ownId: (label: string) => commandId(label),
    async dispatch({ command }: { readonly command: unknown }) {
      asked.push(command);
      match.state = table.state;
      return err({ code: 'not_your_turn' });
    },
  };
  driver.update(match as never);
  await clock.advance(60_000);
  expect(asked).toEqual([{ type: 'play', move: secret, asBot: true }]);
  expect([warned, clock.armed]).toEqual([[], 0]);
});

it('bots that place together with people are done soon after them, and take their time with bots alone', async () => {
  const moved: number[] = [];
  let awaited = 4;
  const bot: Bot<GameCommand, GameView> = {
    isWaitedFor: (_view, me) => !moved.includes(me),
    stillAwaited: () => awaited,
    newMind: () => ({
      move(_view, me) {
        moved.push(me);
        return null;
      },
    }),
    delayMs: () => 6_000,
  };
  const clock = new FakeClock();
  const driver = new BotDriver(colorTable, bot, {
    botPace: 1,
    clock,
    entropy: seededEntropy(1),
    log: fakeLog(),
  });
  const table = new ScriptedTable(1);
  table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  table.tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
  const update = () => driver.update({ state: table.state } as never);

  // One person and three bots are waited for; then the person has moved.
  update();
  await clock.advance(1_000);
  awaited = 3;
  update();
  await clock.advance(400);
  expect(moved).toEqual([]);
  await clock.advance(1_200);
  expect(moved.length).toBe(3);

  // Only bots guess: nothing hurries them.
  moved.length = 0;
  update();
  await clock.advance(5_000);
  expect(moved).toEqual([]);
  await clock.advance(1_000);
  expect(moved.length).toBe(3);
});
