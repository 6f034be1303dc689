import { expect, it } from 'vitest';
import { seatId } from '../../core/ids.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { CELLS } from './board.ts';
import { botMove, botThinks } from './bot.ts';
import { newMind } from './bot-mind.ts';
import { Thoughts } from './bot-thoughts.ts';
import lists from './data/clues.json' with { type: 'json' };
import json from './data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from './lexicon.ts';
import { colorClues } from './rules.ts';
import type { GameView } from './types.ts';

/** A giver who is to give the first or the second clue. */
function giverAt(stage: 'clue' | 'clue2', seed: number): GameView {
  const order = [1, 2, 3].map(seatId);
  const opened = colorClues.setup(order, null, { now: 0, rng: seededRng(seed) }, null);
  if (!opened.ok) throw new Error(opened.error.code);
  const state = opened.value.reduce(colorClues.evolve, colorClues.initial);
  const { giver } = colorClues.view(state, { kind: 'spectator' });
  const view = colorClues.view(state, { kind: 'seat', seat: giver });
  if (stage === 'clue') return view;
  const { card, warning } = view.secret!;
  const [target] = card;
  // All are far off, so there is something to add.
  const players = view.players.map((player) => ({
    ...player,
    markers: [(target + CELLS / 2) % CELLS, null] as const,
  }));
  return { ...view, stage, pass: 2, clues: ['moss'], players, secret: { card, target, warning } };
}

/** What bots know, and how often they looked over the whole board with it: the work that takes time. */
function countedLexicon() {
  let looks = 0;
  const lexicon = decodeLexicon(json, lists);
  const { spacing } = lexicon;
  const get = () => {
    looks++;
    return spacing;
  };
  Object.defineProperty(lexicon, 'spacing', { get });
  const takeLooks = () => {
    const taken = looks;
    looks = 0;
    return taken;
  };
  return { lexicon, takeLooks };
}

it.each(['clue', 'clue2'] as const)(
  'a bot that thought about its %s looks no more and says the same',
  (stage) => {
    const { lexicon, takeLooks } = countedLexicon();
    for (let seed = 1; seed <= 10; seed++) {
      const view = giverAt(stage, seed);
      const mind = newMind(lexicon, seededRng(seed));
      const atOnce = botMove(view, view.giver, mind, seededRng(seed));
      const all = takeLooks();

      const thoughts = new Thoughts(mind);
      const steps: number[] = [];
      for (const _ of botThinks(view, view.giver, thoughts)) steps.push(takeLooks());
      expect(botMove(view, view.giver, mind, seededRng(seed), thoughts)).toEqual(atOnce);
      expect(takeLooks()).toBe(0);
      expect(steps.length).toBeGreaterThan(3);
      expect(Math.max(...steps)).toBeLessThan(all / 2);
    }
  },
);

it('a bot thinks of nothing but clues', () => {
  const thoughts = new Thoughts(newMind(decodeLexicon(json, lists), seededRng(1)));
  const view = giverAt('clue', 1);
  const other = view.players.find(({ seat }) => seat !== view.giver)!.seat;
  expect([...botThinks(view, other, thoughts)]).toEqual([]);
  expect([...botThinks({ ...view, stage: 'place', queue: [view.giver] }, view.giver, thoughts)]).toEqual([]);
});
