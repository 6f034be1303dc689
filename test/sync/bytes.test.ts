import { expect, it } from 'vitest';
import { colorClues as played } from '../../loadtest/games/color-clues.ts';
import type { PlayedGame } from '../../loadtest/games/played-game.ts';
import { nextTurn } from '../../loadtest/tables/next-turn.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameEvent } from '../../shared/games/color-clues/types.ts';
import { ScriptedTable } from '../harness/scripted-table.ts';
import { WireRig, wiredColorClues } from '../harness/wire.ts';

const PEOPLE = 6;
/** Between two moves, ms, as where the load test compares. */
const PACE_MS = 200;
/** How long the table has been open when the game begins, ms: times are as long as they are in a real one. */
const OPEN_MS = 60_000;

/** What one move was to one player: its facts, the bytes of its patch, those of the same facts as JSON, written by hand. */
interface Heard {
  readonly kind: string;
  readonly bytes: number;
  readonly jsonBytes: number;
}

/** A whole game of six, as the load test plays it; the same each time. */
function heardInAGame(): Heard[] {
  const events: GameEvent[] = [];
  const table = ScriptedTable.playing(1, PEOPLE, (event) => {
    events.push(event);
    return event;
  });
  const rig = new WireRig(wiredColorClues, table.now - OPEN_MS);
  const viewOf = (seat: SeatId | null) => table.view(seat);
  rig.show(viewOf);
  const players = table.state.seats.map(({ id }) => rig.join(id, viewOf));
  const seenBy = (seat: number) => players.find((player) => player.seat === seat)!.wire;
  const rng = seededRng(2);
  const heard: Heard[] = [];
  for (let seq = 1; table.state.phase === 'playing'; seq++) {
    const turn = nextTurn(played as PlayedGame<unknown>, players[0]!.wire, seenBy, rng)!;
    const frames = players.map((player) => player.frames.length);
    events.length = 0;
    table.now += PACE_MS;
    expect(table.as(turn.seat as SeatId, turn.command as never)).toBeNull();
    rig.show(viewOf);
    const kind = events.map(({ type }) => type).join(' + ');
    for (const [index, player] of players.entries()) {
      const viewer = { kind: 'seat', seat: player.seat! } as const;
      const told = events.map((event) => ({ type: 'gameEvent', event: colorClues.redact(event, viewer) }));
      heard.push({
        kind,
        // One byte alone is an empty patch, which no socket is sent.
        bytes: player.frames
          .slice(frames[index])
          .filter(({ length }) => length > 1)
          .reduce((sum, { length }) => sum + length, 0),
        jsonBytes: JSON.stringify({ type: 'change', seq, events: told }).length,
      });
    }
  }
  return heard;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

it('what a move is for each who sees it, in bytes: no kind of move has grown, and a mean one is 0.16 of JSON (promise 11)', () => {
  const heard = heardInAGame();
  const kinds = Map.groupBy(heard, ({ kind }) => kind);
  const means = [...kinds].map(([kind, each]) => [kind, Math.ceil(mean(each.map(({ bytes }) => bytes)))]);
  // Whoever makes one of them smaller writes it here and into the table in docs/performance.md.
  expect(Object.fromEntries(means)).toEqual({
    clueGiven: 40,
    markerPlaced: 17,
    'markerPlaced + roundRevealed': 132,
    playerReady: 5,
    'playerReady + roundStarted': 81,
    'playerReady + gameEnded': 43,
  });
  const ratio = mean(heard.map(({ bytes }) => bytes)) / mean(heard.map(({ jsonBytes }) => jsonBytes));
  expect(ratio).toBeLessThan(0.16);
});
