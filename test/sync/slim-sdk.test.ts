import { SchemaSerializer } from '@colyseus/core';
import { ArraySchema, type Decoder, Encoder, MapSchema, Reflection, schema, t } from '@colyseus/schema';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TableMirror } from '../../server/rooms/tables/table-mirror.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import { ScriptedTable } from '../harness/scripted-table.ts';
import { loadSlimSdk, plainState, type SlimSdk } from '../harness/slim-sdk.ts';
import { WireRig, wiredColorClues } from '../harness/wire.ts';

let slim: SlimSdk;
beforeAll(async () => {
  slim = await loadSlimSdk();
});

/** The package's own decoder and the one of the production build, which get the same bytes. */
class Twins {
  readonly #whole: Decoder;
  readonly #slim: Decoder;

  constructor(description: Uint8Array) {
    this.#whole = Reflection.decode(description);
    this.#slim = slim.Reflection.decode(description);
  }

  decode(bytes: Uint8Array, offset = 0): void {
    this.#whole.decode(bytes, { offset });
    this.#slim.decode(bytes, { offset });
    this.#expectSame();
  }

  /** A whole state over what is left of an older one. */
  resync(bytes: Uint8Array): void {
    this.#whole.decodeResync(bytes);
    this.#slim.decodeResync(bytes);
    this.#expectSame();
  }

  #expectSame(): void {
    expect(plainState(this.#slim.state)).toEqual(plainState(this.#whole.state));
    // What is not in use any more is forgotten alike.
    expect(this.#slim.root.refCount).toEqual(this.#whole.root.refCount);
    expect([...this.#slim.root.refs.keys()]).toEqual([...this.#whole.root.refs.keys()]);
  }
}

describe('the slim decoder', () => {
  it('makes the same of every frame of a table as the whole one', () => {
    const serializer = new SchemaSerializer();
    serializer.reset(new TableMirror(wiredColorClues.game, 0).state);
    const description = serializer.handshake();
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 6 }), (seed, people) => {
        const table = ScriptedTable.playing(seed, people);
        const rig = new WireRig(wiredColorClues, table.now);
        const viewOf = (seat: SeatId | null) => table.view(seat);
        rig.show(viewOf);
        for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) rig.join(seat, viewOf);
        for (let step = 0; step < 60; step++) {
          const { legal, rng } = table;
          table.now += rng.int(3_000);
          if (legal.length === 0 || rng.int(10) === 0) table.wake();
          else {
            const { seat, move } = rng.pick(legal);
            table.play(seat, move);
          }
          rig.show(viewOf);
        }
        for (const { frames } of rig.receivers) {
          expect(frames.length).toBeGreaterThan(10);
          const twins = new Twins(description);
          for (const frame of frames) twins.decode(frame, 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});

const Leaf = schema({ size: t.number(), name: t.string().default('') }, 'Leaf');
const Bud = Leaf.extend({ color: t.uint8() }, 'Bud');
const Branch = schema(
  {
    first: t.ref(Leaf).optional(),
    leaves: t.array(Leaf),
    byName: t.map(Leaf),
    words: t.array('string'),
    counts: t.map('uint32'),
  },
  'Branch',
);
const Plant = schema({ isOld: t.boolean() }, 'Plant');
const Tree = Plant.extend({ trunk: t.ref(Branch), branches: t.map(Branch) }, 'Tree');
type Grown = InstanceType<typeof Branch>;

const leaf = (size: number) => new Leaf({ size });
/** Everything that a server may do to what it shows; `n` is any small number. */
const CHANGES: Readonly<Record<string, (branch: Grown, n: number) => void>> = {
  grow: (branch, n) => branch.leaves.push(leaf(n)),
  growMany: (branch, n) => branch.leaves.push(leaf(n), leaf(n + 1), leaf(n + 2)),
  growInFront: (branch, n) => branch.leaves.unshift(leaf(n)),
  bud: (branch, n) => branch.leaves.push(new Bud({ size: n, color: n })),
  dropLast: (branch) => branch.leaves.pop(),
  dropFirst: (branch) => branch.leaves.shift(),
  cut: ({ leaves }, n) => {
    if (n < leaves.length) leaves.splice(n, 1);
  },
  clear: (branch) => branch.leaves.clear(),
  changeLeaf: (branch, n) => {
    const found = branch.leaves[n];
    if (found) found.size += 1;
  },
  replaceLeaf: (branch, n) => {
    if (n < branch.leaves.length) branch.leaves[n] = leaf(n);
  },
  replaceLeaves: (branch, n) => {
    branch.leaves = new ArraySchema(leaf(n));
  },
  swap: ({ leaves }, n) => {
    if (n + 1 < leaves.length) {
      leaves.move((all) => {
        [all[n], all[n + 1]] = [all[n + 1]!, all[n]!];
      });
    }
  },
  turn: (branch) => branch.leaves.reverse(),
  name: (branch, n) => branch.byName.set(`leaf ${n}`, leaf(n)),
  share: (branch, n) => {
    const found = branch.leaves[n];
    if (found) branch.byName.set('shared', found);
  },
  forget: (branch, n) => branch.byName.delete(`leaf ${n}`),
  forgetAll: (branch) => branch.byName.clear(),
  replaceNames: (branch, n) => {
    branch.byName = new MapSchema({ [`leaf ${n}`]: leaf(n) });
  },
  say: (branch, n) => branch.words.push(`word ${n} 🎨`),
  saySome: (branch, n) => {
    branch.words.clear();
    branch.words.push('a', 'b'.repeat(n * 50));
  },
  unsay: (branch) => branch.words.shift(),
  count: (branch, n) => branch.counts.set(`n${n}`, n * 70_000),
  uncount: (branch, n) => branch.counts.delete(`n${n}`),
  setFirst: (branch, n) => {
    branch.first = leaf(n);
  },
  unsetFirst: (branch) => {
    branch.first = undefined;
  },
};
const changes = fc.array(
  fc.record({
    change: fc.constantFrom(...Object.keys(CHANGES)),
    where: fc.nat(2),
    n: fc.nat(5),
    isSent: fc.boolean(),
    isLost: fc.nat(9).map((dice) => dice === 0),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('whatever a server does to a state', () => {
  it('the slim decoder follows like the whole one, also over a gap', () => {
    fc.assert(
      fc.property(changes, (steps) => {
        const tree = new Tree();
        const encoder = new Encoder(tree);
        const twins = new Twins(Reflection.encode(encoder));
        const whole = () => encoder.encodeAll().slice();
        twins.decode(whole());
        encoder.discardChanges();
        let isBehind = false;
        for (const { change, where, n, isSent, isLost } of steps) {
          if (where > 0 && !tree.branches.has(`${where}`)) tree.branches.set(`${where}`, new Branch());
          const branch = where > 0 ? tree.branches.get(`${where}`)! : tree.trunk;
          CHANGES[change]!(branch, n);
          if (n === 5 && where === 2) tree.branches.delete('1');
          if (!isSent) continue;
          isBehind ||= isLost;
          const patch = encoder.encode().slice();
          encoder.discardChanges();
          if (!isBehind) twins.decode(patch);
          else if (!isLost) {
            twins.resync(whole());
            isBehind = false;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
