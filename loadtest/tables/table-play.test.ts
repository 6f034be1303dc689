import { expect, it, vi } from 'vitest';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import type { Connection, PlayingGuest } from '../client/connection.ts';
import { RefusedError } from '../client/http.ts';
import type { PlayedGame } from '../games/played-game.ts';
import { Recorder } from '../measure/recorder.ts';
import type { World } from '../scenarios/scenario.ts';
import { TablePlay } from './table-play.ts';

const MOVE_MS = 100;

/** A game of two in which the first always moves. */
const game: PlayedGame<unknown> = {
  name: 'any',
  seats: 2,
  secrets: null,
  next: () => ({ seat: 1, move: {}, lateCode: 'too_late', isShownIn: () => false }),
};

/** A server that says nothing after people have sat down, or refuses what they do; it has room for so many. */
class SilentServer {
  readonly recorder = new Recorder();
  readonly world: World;
  open = 0;
  /** How everything is refused. */
  refusal: string | null = null;
  #came = 0;

  constructor(room: number) {
    this.world = {
      recorder: this.recorder,
      pace: { moveMs: MOVE_MS, messageMs: 1, arrivalMs: 1 },
      patienceMs: 1_000,
      rng: { next: () => 0, int: () => 0 },
      nextNumber: () => ++this.#came,
      arrive: async (number: number) => this.#guest(number, room),
    } as unknown as World;
  }

  #guest(number: number, room: number): PlayingGuest {
    const sit = async () => {
      if (number > room) throw new RefusedError('full', 'a seat');
      this.open++;
      return this.#connection();
    };
    return { id: `p${number}`, makeTable: async () => 'ABCD', sit } as unknown as PlayingGuest;
  }

  #connection(): Connection<WireTable> {
    const seats = new Map(['p1', 'p2'].map((playerId, index) => [String(index + 1), { playerId }]));
    return {
      state: { phase: PHASES.indexOf('playing'), seats, game: {} } as unknown as WireTable,
      onState: () => {},
      onLost: () => {},
      ask: (_type, _payload, onAnswer) => {
        if (this.refusal !== null) onAnswer({ code: this.refusal, seq: 0 });
      },
      close: () => {
        this.open--;
      },
    };
  }
}

it('moves that were due and never begun count as answered, and as seen by each player, that late', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const { world, recorder } = new SilentServer(2);
    const table = new TablePlay(world, game);
    await table.open();
    table.play();
    // The first move of five is under way, and is given up after a second.
    await vi.advanceTimersByTimeAsync(4.5 * MOVE_MS);
    const resting = table.rest();
    const { tookUs, counts } = recorder.take();
    const lateMs = (name: string) =>
      [...tookUs[name]!].map((us) => Math.round(us / 10_000) * 10).sort((a, b) => a - b);
    expect(lateMs('move answered')).toEqual([50, 150, 250, 350]);
    expect(lateMs('move seen')).toEqual([50, 50, 150, 150, 250, 250, 350, 350]);
    expect(counts['never seen']).toBe(8);
    await vi.advanceTimersByTimeAsync(1_000);
    await resting;
    table.close();
  } finally {
    vi.useRealTimers();
  }
});

it('a table at which one cannot sit down does not open: nobody stays there, and nothing is compared', async () => {
  const server = new SilentServer(1);
  const table = new TablePlay(server.world, game);
  await expect(table.open()).rejects.toThrow('full');
  expect(server.open).toBe(0);
  await table.rest();
  await table.check();
  const { counts, faults } = server.recorder.take();
  expect({ counts, faults }).toEqual({ counts: {}, faults: [] });
});

it('a move that the clock of the game was quicker than is no error, any other refusal is one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const server = new SilentServer(2);
    const table = new TablePlay(server.world, game);
    await table.open();
    server.refusal = 'too_late';
    table.play();
    await vi.advanceTimersByTimeAsync(2.5 * MOVE_MS);
    const late = server.recorder.take();
    server.refusal = 'not_your_turn';
    await vi.advanceTimersByTimeAsync(MOVE_MS);
    await table.rest();
    expect([late.errors, late.counts['actions after the clock']]).toEqual([[], 3]);
    expect(server.recorder.take().errors.map(({ kind }) => kind)).toEqual(['refused: not_your_turn']);
    table.close();
  } finally {
    vi.useRealTimers();
  }
});
