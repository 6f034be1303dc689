import { describe, expect, it } from 'vitest';
import { HOSTED_GAMES } from '../../server/games/index.ts';
import { tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { playerId, type SeatId, seatId } from '../../shared/core/ids.ts';
import type { Actor } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { GAMES } from '../../shared/games/index.ts';
import { WireRig } from '../../test/harness/wire.ts';
import { nextTurn } from '../tables/next-turn.ts';
import { SecretGuard } from '../tables/secret-guard.ts';
import { PLAYED_GAMES } from './index.ts';

const hosted = tableGames(HOSTED_GAMES);
/** More than a game has turns. */
const TURNS = 400;

it('every game of the server is played', () => {
  expect([...new Set(PLAYED_GAMES.map(({ name }) => name))]).toEqual(GAMES.map(({ name }) => name));
});

describe.each(PLAYED_GAMES)('$name with $seats seats', (played) => {
  const game = hosted.get(played.name)!;
  const { table } = game;
  const rng = seededRng(5);
  let state = table.initial;
  let now = 1_000;
  const decide = (by: Actor, command: Parameters<typeof table.decide>[2]) => {
    const decided = table.decide(state, by, command, { now: ++now, rng });
    if (decided.ok) state = decided.value.reduce(table.evolve, state);
    return decided.ok ? 'done' : decided.error.code;
  };
  const viewOf = (seat: SeatId | null) =>
    table.view(state, seat === null ? { kind: 'spectator' } : { kind: 'seat', seat });

  it('is played to its end and again: legal turns, each seen by everybody, and no secret by the wrong ones', () => {
    decide({ kind: 'system' }, { type: 'open', name: 'T', visibility: 'private', options: null, bots: 0 });
    for (let n = 1; n <= played.seats; n++)
      decide(
        { kind: 'system' },
        { type: 'sit', person: { id: playerId(`p${n}`), name: `P ${n}`, marker: n } },
      );
    const rig = new WireRig<unknown, unknown>({ game, readGame: () => null }, now);
    rig.show(viewOf);
    const everybody = [null, ...state.seats.map(({ id }) => id)].map((seat) => ({
      seat,
      seen: rig.join(seat, viewOf),
      guard: new SecretGuard(played.secrets),
    }));
    for (let turns = 0; turns < TURNS; turns++) {
      const seenBy = (seat: number) => everybody.find((each) => each.seat === seat)!.seen.wire;
      const turn = nextTurn(played, everybody[0]!.seen.wire, seenBy, rng)!;
      for (const { seen } of everybody) expect(turn.isShownIn(seen.wire)).toBe(false);
      expect(decide({ kind: 'seat', seat: seatId(turn.seat) }, turn.command as never)).toBe('done');
      rig.show(viewOf);
      for (const { seat, seen, guard } of everybody) {
        expect(turn.isShownIn(seen.wire)).toBe(true);
        if (seen.wire.game !== undefined) expect(guard.isLeakedIn(seen.wire.game, seat)).toBe(false);
      }
    }
    expect(state.gameNumber).toBeGreaterThan(1);
  });
});
