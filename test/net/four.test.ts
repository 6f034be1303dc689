import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandId, playerId } from '../../shared/core/ids.ts';
import { ABOUT } from '../../shared/games/four-in-a-row/about.ts';
import type { FourView } from '../../shared/games/four-in-a-row/rules.ts';
import { readFour, type WireFour } from '../../shared/games/four-in-a-row/wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import { AWAY_TURN_MS } from '../../shared/turns/turn-game.ts';
import { tablesHere } from '../harness/tables.ts';
import { until } from '../harness/until.ts';

const TURN_MS = 30_000;

let here: Awaited<ReturnType<typeof tablesHere>>;
beforeAll(async () => {
  here = await tablesHere({ games: [ABOUT] });
});
afterAll(() => here.stop());

type Room = Awaited<ReturnType<typeof here.enter>>['room'];
let serial = 0;

/** Somebody at a table, over a socket. */
class Sitter {
  readonly name: string;
  readonly room: Room;

  private constructor(name: string, room: Room) {
    this.name = name;
    this.room = room;
  }

  static async enter(name: string, code: string): Promise<Sitter> {
    return new Sitter(name, (await here.enter(name, code)).room);
  }

  get table(): TableView<FourView> {
    return readTable(this.room.state as WireTable<WireFour>, null, readFour);
  }

  get game(): FourView {
    return this.table.game!;
  }

  get seat() {
    return this.table.seats.find(({ person }) => person.id === playerId(`p-${this.name}`))!.id;
  }

  get discs(): number {
    return this.game.position.cells.replaceAll('.', '').length;
  }

  /** The code of a refusal, or null. */
  async say(command: object): Promise<string | null> {
    try {
      await this.room.request('command', { id: commandId(`four-test-${++serial}`), command });
      return null;
    } catch (error) {
      return (error as { reason?: { code?: string } }).reason?.code ?? String(error);
    }
  }

  drop = (column: number) => this.say({ type: 'play', move: { type: 'drop', column } });
}

/** Two people in a game that has just begun; who is to move comes first. */
async function playing(): Promise<{ code: string; first: Sitter; second: Sitter }> {
  const made = await here.tables.create(here.visitor(`owner-${++serial}`).person, { visibility: 'private' });
  if (!made.ok) throw new Error(made.error.code);
  const { code } = made.value;
  const [ana, ben] = [await Sitter.enter('ana', code), await Sitter.enter('ben', code)];
  expect(await ana.say({ type: 'start' })).toBeNull();
  for (const each of [ana, ben]) await until(() => each.table.phase === 'playing', 'the game');
  return ana.game.turn === ana.seat ? { code, first: ana, second: ben } : { code, first: ben, second: ana };
}

describe('a room of Four in a Row', () => {
  it('takes discs in turn, and says why not', async () => {
    const { first, second } = await playing();
    expect(await second.drop(3)).toBe('not_your_turn');
    expect(await first.drop(7)).toBe('bad_message');
    for (const each of [first, second, first, second, first, second]) expect(await each.drop(3)).toBeNull();
    expect(await first.drop(3)).toBe('column_full');
    expect(await first.drop(2)).toBeNull();
    await until(() => second.discs === 7, 'the last disc');
    expect(second.game.position.cells).toBe(first.game.position.cells);
  });

  it('lets chance move when the time is up, and sooner for whoever is away', async () => {
    const { first, second } = await playing();
    await here.clock.advance(TURN_MS - 1);
    expect(first.discs).toBe(0);
    await here.clock.advance(1);
    await until(() => first.discs === 1, 'a disc by chance');
    const gone = first.game.turn === first.seat ? first : second;
    const stays = gone === first ? second : first;
    await gone.room.leave(false);
    await until(() => stays.table.seats.some(({ awaySince }) => awaySince !== null), 'the absence');
    expect(stays.game.until).toBe(here.clock.now() + AWAY_TURN_MS);
    await here.clock.advance(AWAY_TURN_MS);
    await until(() => stays.discs === 2, 'another disc by chance');
  });

  it('knows whoever left by name, until the next game', async () => {
    const { code, first, second } = await playing();
    const { seat } = second;
    expect(await second.say({ type: 'leave' })).toBeNull();
    await until(() => first.table.phase === 'over', 'the end');
    const left = [{ seat, person: expect.objectContaining({ name: second.name }) }];
    expect(first.table.leavers).toEqual(left);
    const late = await Sitter.enter('cleo', code);
    expect(late.table.leavers).toEqual(left);
    await until(() => late.table.seats.length === 2, 'the newcomer to sit');
    expect(await first.say({ type: 'start' })).toBeNull();
    await until(() => [first, late].every(({ table }) => table.leavers.length === 0), 'the next game');
  });

  it('comes back from its journal as it was', async () => {
    const { code, first, second } = await playing();
    for (const [sitter, column] of [
      [first, 3],
      [second, 3],
      [first, 2],
    ] as const)
      expect(await sitter.drop(column)).toBeNull();
    await until(() => second.discs === 3, 'three discs');
    const before = second.game;
    await here.forget(code);
    const [again] = [await Sitter.enter(second.name, code), await Sitter.enter(first.name, code)];
    await until(() => again.table.seats.every(({ awaySince }) => awaySince === null), 'both to be back');
    expect({ ...again.game, until: null }).toEqual({ ...before, until: null });
    expect(await again.drop(4)).toBeNull();
  });
});
