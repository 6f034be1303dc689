import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seatId } from '../../shared/core/ids.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { Entropy } from '../../shared/engine/ports.ts';
import { botDelayMs, botMove } from '../../shared/games/color-clues/bot.ts';
import { newMind } from '../../shared/games/color-clues/bot-mind.ts';
import lists from '../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import json from '../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../../shared/games/color-clues/lexicon.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import { tableFor } from '../../shared/table/table.ts';
import { makeGuestName } from '../identity/guest-names.ts';
import { makeCode } from '../rooms/tables/table-names.ts';
import { systemEntropy } from './entropy.ts';

const lexicon = decodeLexicon(json, lists);
const SEATS = [1, 2, 3, 4, 5].map(seatId);

/** Stands for the system: gives these bytes, and counts them. It never runs dry: it begins again. */
function system(bytes: Uint8Array) {
  let at = 0;
  const fill = (target: Uint8Array) => {
    for (let i = 0; i < target.length; i++) target[i] = bytes[at++ % bytes.length]!;
  };
  return systemEntropy(fill);
}

const table = tableFor(colorClues);

/** Everything that must not be foretold, and how it is drawn. */
const HIDDEN: Readonly<Record<string, (entropy: Entropy) => unknown>> = {
  'the first giver and the order of the cards': (entropy) => {
    const opened = colorClues.setup(SEATS, null, { now: 0, rng: entropy.rng() }, null);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value.slice(0, 2);
  },
  'the code of a table': (entropy) => Array.from({ length: 12 }, () => makeCode(3, entropy.rng())),
  'the name of a guest': (entropy) => Array.from({ length: 16 }, () => makeGuestName(entropy.rng())),
  'the persons of bots': (entropy) => {
    const opened = table.decide(
      table.initial,
      { kind: 'system' },
      { type: 'open', name: 'Test', visibility: 'public', options: null, bots: 8 },
      { now: 0, rng: entropy.rng() },
    );
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value.map(
      (event) => event.type === 'seatTaken' && [event.person.name, event.person.marker],
    );
  },
  'what bots say, where they look, how long they think': (entropy) => {
    const opened = colorClues.setup(SEATS, null, { now: 0, rng: seededRng(1) }, null);
    if (!opened.ok) throw new Error(opened.error.code);
    const state = opened.value.reduce(colorClues.evolve, colorClues.initial);
    const view = colorClues.view(state, { kind: 'seat', seat: state.round!.giver });
    const guesser = { ...view, stage: 'place', queue: [seatId(99)], clues: ['moss'], secret: null } as const;
    return Array.from({ length: 12 }, () => [
      botMove(view, view.giver, newMind(lexicon, entropy.rng()), entropy.rng()),
      botMove(guesser, seatId(99), newMind(lexicon, entropy.rng()), entropy.rng()),
      botDelayMs(view, view.giver, entropy.rng()),
    ]);
  },
};

describe('what nobody may foretell', () => {
  it('cannot be had from a seed: the source takes the bytes of the system and nothing else', () => {
    expect(() =>
      systemEntropy(1 as never)
        .rng()
        .next(),
    ).toThrow(TypeError);
    expect(systemEntropy().rng().next()).not.toBe(systemEntropy().rng().next());
  });

  it.each(Object.entries(HIDDEN))(
    '%s: comes from fresh bytes of the system, and only from them',
    (_what, draw) => {
      const bytes = randomFillSync(new Uint8Array(1 << 16));
      const drawnFrom = (source: Uint8Array) => JSON.stringify(draw(system(source)));
      const drawn = drawnFrom(bytes);
      expect(drawnFrom(bytes)).toBe(drawn);
      // Whoever knew the first 128 bits, and had a fast machine, would still know nothing about the rest.
      const sameStart = randomFillSync(bytes.slice(), 16);
      expect(drawnFrom(sameStart)).not.toBe(drawn);
      // The first draws count as well; one of them alone may change nothing that can be seen.
      expect(drawnFrom(randomFillSync(bytes.slice(), 0, 256))).not.toBe(drawn);
    },
  );
});

describe('numbers from the system', () => {
  it('are used once: no byte serves two draws, and two sources share none', () => {
    let asked = 0;
    const entropy = systemEntropy((target) => {
      asked += target.length;
      randomFillSync(target);
    });
    for (let i = 0; i < 10_000; i++) entropy.rng().int(7);
    expect(asked).toBeGreaterThanOrEqual(40_000);
    const draw = (rng = systemEntropy().rng()) => Array.from({ length: 8 }, () => rng.int(2 ** 32)).join();
    expect(new Set(Array.from({ length: 1_000 }, () => draw())).size).toBe(1_000);
  });

  it('cost a decision that draws nothing nothing', () => {
    let asked = 0;
    const entropy = systemEntropy((target) => {
      asked += target.length;
    });
    for (let i = 0; i < 1_000; i++) entropy.rng();
    expect(asked).toBe(0);
    expect(entropy.rng()).toBe(entropy.rng());
  });

  it('favor none: what would is thrown away', () => {
    const drawn = [0xff_ff_ff_ff, 0xff_ff_ff_fc, 0xff_ff_ff_fb, 4];
    const bytes = Uint8Array.from(
      drawn.flatMap((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]),
    );
    const rng = system(bytes).rng();
    // 2³² is 4 more than a multiple of 7 and of 12 less: 0xfffffffc is the first that is too many.
    expect([rng.int(7), rng.int(7)]).toEqual([0xff_ff_ff_fb % 7, 4]);
    expect(() => rng.int(0)).toThrow(RangeError);
    expect(() => rng.int(2 ** 32 + 1)).toThrow(RangeError);
    expect(() => rng.int(1.5)).toThrow(RangeError);
  });

  it('are spread evenly', () => {
    const rng = systemEntropy().rng();
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(rng.next() * 10)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(700);
  });
});
