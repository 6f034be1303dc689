import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostedFour } from '../../server/games/four-in-a-row/hosted.ts';
import { playerId, type SeatId } from '../../shared/core/ids.ts';
import { openColumns } from '../../shared/games/four-in-a-row/board.ts';
import { readFour } from '../../shared/games/four-in-a-row/wire.ts';
import { FourScript } from '../harness/four-script.ts';
import { WireRig, wire } from '../harness/wire.ts';

const wired = wire(hostedFour, readFour);

/** One random thing that happens at a table: a disc, a rematch, somebody who goes or comes, time. */
function happen(script: FourScript): void {
  const { rng, state } = script;
  script.now += 1 + rng.int(9_000);
  const name = rng.pick(['ana', 'ben', 'cleo']);
  const dice = rng.int(10);
  const host = state.seats.find(({ id }) => id === state.host)?.person.name;
  const isOver = state.phase !== 'playing';
  if (!isOver && dice < 6) script.drop(script.game.turn, rng.pick(openColumns(script.game.position.cells)));
  else if (dice < 6 && host !== undefined) script.as(host, { type: 'start' });
  else if (dice === 6) script.tell({ type: 'goAway', player: playerId(name) });
  else if (dice === 7) script.tell({ type: 'comeBack', player: playerId(name) });
  else if (dice === 8) script.sit(name);
  else script.tell({ type: 'timeUp' });
}

describe('Four in a Row on the wire', () => {
  it('is read back as it was written, at every step, whenever somebody came', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const script = FourScript.playing({ seed }, 'ana', 'ben');
        const rig = new WireRig(wired, script.now - 1);
        const viewOf = (seat: SeatId | null) => script.view(seat);
        rig.show(viewOf);
        for (let step = 0; step < 80 && script.state.phase !== 'closed'; step++) {
          if (step % 11 === 0) rig.join(script.state.seats[0]?.id ?? null, viewOf);
          happen(script);
          rig.show(viewOf);
          for (const receiver of rig.receivers) expect(receiver.decoded).toEqual(viewOf(receiver.seat));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('costs a few bytes for each move', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const rig = new WireRig(wired, script.now - 1);
    rig.show((seat) => script.view(seat));
    const spectator = rig.join(null, (seat) => script.view(seat));
    const sizes = [3, 3, 2, 4, 4, 0].map((column) => {
      script.now += 2_000;
      expect(script.drop(script.game.turn, column)).toBe('ok');
      rig.show((seat) => script.view(seat));
      return spectator.frames.at(-1)!.length;
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
  });
});
