import { describe, expect, it } from 'vitest';
import { colorTable, ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { BOT_LEVELS } from '../../core/bot-level.ts';
import { playerId, seatId } from '../../core/ids.ts';
import { STAND_IN_MS } from '../../table/wake-up.ts';
import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';

const ALLOWED: GameOptions = { ...DEFAULT_OPTIONS, standIn: 'on' };
const GONE = seatId(2);
const PLAYER = playerId('p2');

const seatOf = (table: ScriptedTable) => table.state.seats.find(({ id }) => id === GONE)!;
const playerOf = (table: ScriptedTable) => table.game.players.find(({ seat }) => seat === GONE)!;

/** A table where somebody is away in the first round, not as its giver. */
function left(options: GameOptions, people = 4): ScriptedTable {
  let seed = 1;
  for (;;) {
    const table = ScriptedTable.playing(seed++, people, undefined, options);
    if (table.game.round?.giver === GONE) continue;
    table.now += 1_000;
    table.tell({ type: 'goAway', player: PLAYER });
    return table;
  }
}

/** Those who are there play, until it is so or nothing happens for a long time. */
function playUntil(table: ScriptedTable, isSo: () => boolean, forMs = 300_000): void {
  const end = table.now + forMs;
  while (!isSo() && table.now < end && table.state.phase === 'playing') {
    const here = table.legal.filter(({ seat, move }) => seat !== GONE && move.type !== 'challengeClue');
    const [next] = here;
    if (!next || table.play(next.seat, next.move) !== null) table.wake();
    table.now += 1_000;
  }
}

describe('Somebody is away for long (rule 6.11)', () => {
  it('a bot plays for them after a minute, when the host allows it', () => {
    const table = left({ ...ALLOWED, preset: 'party' });
    const since = table.now;
    playUntil(table, () => seatOf(table).isStoodIn);
    expect(seatOf(table)).toMatchObject({ isStoodIn: true, kind: 'human', awaySince: since });
    expect(table.now - since).toBeGreaterThanOrEqual(STAND_IN_MS);
    expect(table.now - since).toBeLessThan(STAND_IN_MS + 2_000);
    // To the game they are there: nobody passes them.
    expect(playerOf(table).awaySince).toBeNull();
  });

  it('or as soon as two turns of theirs were passed', () => {
    const table = left(ALLOWED);
    const since = table.now;
    playUntil(table, () => seatOf(table).isStoodIn);
    expect(seatOf(table).isStoodIn).toBe(true);
    expect(table.now - since).toBeLessThan(STAND_IN_MS);
    expect(table.state.passes).toEqual([GONE, GONE]);
  });

  it('who comes back has the seat at once, with its points', () => {
    const table = left(ALLOWED);
    playUntil(table, () => seatOf(table).isStoodIn);
    playUntil(table, () => table.game.phase.name === 'reveal');
    const { score } = playerOf(table);
    expect(table.tell({ type: 'comeBack', player: PLAYER })).toBeNull();
    expect(seatOf(table)).toMatchObject({ isStoodIn: false, awaySince: null, person: { id: PLAYER } });
    expect(playerOf(table)).toMatchObject({ score, awaySince: null });
    // Away once more, they have all their time again.
    table.tell({ type: 'goAway', player: PLAYER });
    expect(seatOf(table).isStoodIn).toBe(false);
    expect(table.state.passes).toEqual([]);
  });

  it('and moves by themselves from then on: what the bot was about to do is refused', () => {
    const table = left({ ...ALLOWED, preset: 'party' });
    const move = () =>
      table.legal.find(({ seat, move }) => seat === GONE && move.type === 'placeMarker')?.move;
    playUntil(table, () => seatOf(table).isStoodIn && move() !== undefined);
    const command = { type: 'play', move: move()!, asBot: true } as const;
    const back = new ScriptedTable(1);
    Object.assign(back, { state: table.state, now: table.now });
    expect(table.as(GONE, command)).toBeNull();
    back.tell({ type: 'comeBack', player: PLAYER });
    expect(back.as(GONE, command)).toBe('not_your_turn');
    expect(back.game.round!.markers.some(({ seat }) => seat === GONE)).toBe(false);
    expect(back.play(GONE, command.move)).toBeNull();
  });

  it('a game that lacked somebody goes on', () => {
    const table = left(ALLOWED, 3);
    playUntil(table, () => table.game.phase.name === 'paused');
    expect(table.game.phase.name).toBe('paused');
    playUntil(table, () => table.game.phase.name !== 'paused');
    expect([table.state.phase, seatOf(table).isStoodIn]).toEqual(['playing', true]);
  });

  it('nobody does by default, nor while nobody is there to play with', () => {
    const unasked = left(DEFAULT_OPTIONS);
    playUntil(unasked, () => seatOf(unasked).isStoodIn, 120_000);
    expect(seatOf(unasked).isStoodIn).toBe(false);

    const empty = left(ALLOWED);
    for (const id of [1, 3, 4]) empty.tell({ type: 'goAway', player: playerId(`p${id}`) });
    for (let wakes = 0; wakes < 40 && empty.state.phase !== 'closed'; wakes++) empty.wake();
    expect(empty.state.seats.some(({ isStoodIn }) => isStoodIn)).toBe(false);
    expect(empty.state.phase).toBe('closed');
  });
});

describe('Bots at a table', () => {
  const open = (options: GameOptions, bots = 0): ScriptedTable => {
    const table = new ScriptedTable(1);
    table.tell({ type: 'open', name: 'Test', visibility: 'public', options, bots });
    table.tell({ type: 'sit', person: { id: playerId('ana'), name: 'Ana', marker: 0 } });
    return table;
  };
  const levels = (table: ScriptedTable) => table.state.seats.map(({ level }) => level);

  it('are of the level the host asks for, or each of another', () => {
    const table = open(DEFAULT_OPTIONS);
    const host = table.state.host!;
    expect(table.as(host, { type: 'addBot', level: 5 })).toBeNull();
    expect(levels(table)).toEqual([null, 5]);
    for (let bot = 0; bot < 4; bot++) table.as(host, { type: 'addBot' });
    expect(levels(table).slice(1).sort()).toEqual(BOT_LEVELS);
  });

  it('give a full table to who comes: in Party from the next reveal on (rule 6.5)', () => {
    const table = open({ ...DEFAULT_OPTIONS, preset: 'party' });
    const host = table.state.host!;
    while (table.as(host, { type: 'addBot' }) === null);
    expect(table.state.seats.length).toBe(16);
    table.as(host, { type: 'start' });
    const ben = { id: playerId('ben'), name: 'Ben', marker: 1 };
    expect(table.tell({ type: 'sit', person: ben })).toBeNull();
    expect(table.state.queue).toEqual([ben]);
    while (table.game.phase.name !== 'reveal') {
      const clue = table.legal.find(({ move }) => move.type === 'giveClue');
      if (clue) table.play(clue.seat, clue.move);
      else table.wake();
    }
    const seat = table.state.seats.find(({ person }) => person.id === ben.id);
    expect(seat).toMatchObject({ kind: 'human', level: null });
    expect([table.state.seats.length, table.state.queue]).toEqual([16, []]);
  });

  it('of a journal from before there were levels are of the middle one', () => {
    const seatTaken = { type: 'seatTaken', seat: 1, person: { id: 'x', name: 'X', marker: 0 }, at: 1 };
    expect(colorTable.upcast({ ...seatTaken, kind: 'bot' }, 4)).toMatchObject({ level: 3 });
    expect(colorTable.upcast({ ...seatTaken, kind: 'human' }, 4)).toMatchObject({ level: null });
    const options = { timers: 'off', preset: 'party' };
    const started = { type: 'gameStarted', options, order: [1, 2], rounds: 4 };
    expect(colorTable.upcast({ type: 'gameEvent', event: started }, 4)).toMatchObject({
      event: { options: { ...DEFAULT_OPTIONS, ...options } },
    });
  });
});
