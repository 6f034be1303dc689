import { describe, expect, it } from 'vitest';
import { type SeatId, seatId } from '../core/ids.ts';
import { seededRng } from '../core/seeded-rng.ts';
import { type TurnGame, turnGame } from './turn-game.ts';

type Side = 'heads' | 'tails';
interface Call {
  readonly type: 'call';
  readonly side: Side;
}

/** A toss of a coin after the other: who calls it right has a point, and three of them win. */
const coinToss: TurnGame<
  { order: readonly SeatId[]; fell: readonly Side[]; points: number[] },
  Call,
  object,
  Side
> = {
  name: 'coin-toss',
  version: 1,
  minSeats: 2,
  maxSeats: 2,
  options: () => ({}),
  turnMs: () => 10_000,
  start: (order) => ({ order, fell: [], points: [0, 0] }),
  turn: ({ order, fell }) => order[fell.length % 2]!,
  moves: () => [
    { type: 'call', side: 'heads' },
    { type: 'call', side: 'tails' },
  ],
  refuse: () => null,
  draw: (_position, _move, rng) => rng.pick(['heads', 'tails'] as const),
  play({ order, fell, points }, { side }, drawn) {
    const winner = drawn === side ? fell.length % 2 : 1 - (fell.length % 2);
    return { order, fell: [...fell, drawn], points: points.with(winner, points[winner]! + 1) };
  },
  result({ order, points }) {
    if (!points.includes(3)) return null;
    return {
      ranking: order.map((seat, i) => ({ seat, place: points[i] === 3 ? 1 : 2, points: points[i]! })),
    };
  },
};
const game = turnGame(coinToss);
type Event = NonNullable<ReturnType<typeof game.upcast>>;

/** A game to its end, in which every other turn runs out of time: its facts. */
function playedOut(seed: number): Event[] {
  const rng = seededRng(seed);
  let now = 0;
  const begun = game.setup([seatId(1), seatId(2)], null, { now, rng }, null);
  if (!begun.ok) throw new Error(begun.error.code);
  const facts = begun.value;
  for (let state = facts.reduce(game.evolve, game.initial); game.outcome(state) === null; ) {
    const { turn, until } = game.view(state, { kind: 'spectator' });
    const isLate = now % 20_000 === 0;
    now = until!;
    const done = isLate
      ? game.decide(state, { kind: 'system' }, { type: 'timeUp' }, { now, rng })
      : game.decide(state, { kind: 'seat', seat: turn! }, { type: 'call', side: 'heads' }, { now, rng });
    if (!done.ok) throw new Error(done.error.code);
    facts.push(...done.value);
    state = done.value.reduce(game.evolve, state);
  }
  return facts;
}

describe('chance in a game of turns', () => {
  const games = Array.from({ length: 40 }, (_, seed) => playedOut(seed));
  it.each([false, true])('comes from the engine, for a move that time made: %s', (isForced) => {
    const drawn = games
      .flat()
      .flatMap((event) => (event.type === 'moved' && event.isForced === isForced ? [event.drawn] : []));
    expect(new Set(drawn)).toEqual(new Set(['heads', 'tails']));
  });

  it('is kept with the facts: played again from a journal, the game is the same', () => {
    for (const facts of games) {
      const stored = JSON.parse(JSON.stringify(facts)) as typeof facts;
      const again = stored.reduce(game.evolve, game.initial);
      const fell = facts.flatMap((event) => (event.type === 'moved' ? [event.drawn] : []));
      expect(again.running?.position.fell).toEqual(fell);
      expect(game.outcome(again)?.ranking.map(({ points }) => points)).toContain(3);
    }
  });
});
