import { SchemaSerializer } from '@colyseus/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CopyingSerializer } from '../../server/infra/colyseus/copying-serializer.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import { ScriptedTable } from '../harness/scripted-table.ts';
import { WireRig, wiredColorClues } from '../harness/wire.ts';

it('everybody gets the frames that the framework would send, byte for byte and in its order', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 3, max: 6 }),
      fc.constantFrom('classic', 'party'),
      (seed, people, preset) => {
        const table = ScriptedTable.playing(seed, people, undefined, { preset });
        const viewOf = (seat: SeatId | null) => table.view(seat);
        const rigs = [new SchemaSerializer(), new CopyingSerializer()].map(
          (serializer) => new WireRig(wiredColorClues, table.now, serializer),
        );
        const join = (seat: SeatId | null) => rigs.forEach((rig) => void rig.join(seat, viewOf));
        const show = () => rigs.forEach((rig) => void rig.show(viewOf));
        show();
        // Nobody is there yet: what changes now comes with the first whole state.
        show();
        for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) join(seat);
        for (let step = 0; step < 60; step++) {
          const { legal, rng } = table;
          if (legal.length === 0) table.wake();
          else {
            const { seat, move } = rng.pick(legal);
            table.play(seat, move);
          }
          show();
          if (step % 13 === 0) join(table.state.seats[0]?.id ?? null);
        }
        const [theirs, ours] = rigs.map(({ receivers }) => receivers.map(({ frames }) => frames));
        expect(ours).toEqual(theirs);
      },
    ),
    { numRuns: 20 },
  );
});
