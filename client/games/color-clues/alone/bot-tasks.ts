import type { Rng } from '../../../../shared/core/rng.ts';
import { newMind } from '../../../../shared/games/color-clues/bot-mind.ts';
import { Thoughts } from '../../../../shared/games/color-clues/bot-thoughts.ts';
import { CARDS } from '../../../../shared/games/color-clues/cards.ts';
import lists from '../../../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import words from '../../../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../../../../shared/games/color-clues/lexicon.ts';
import { TASKS, type Task } from './practice.ts';

/** Ten clues of one bot, each about the cell of a card that is easiest to say. The words of bots are loaded with this file. */
export function tenClues(rng: Rng): readonly Task[] {
  const lexicon = decodeLexicon(words, lists);
  const thoughts = new Thoughts(newMind(lexicon, rng));
  const said = new Set<string>();
  return rng
    .shuffle(CARDS)
    .slice(0, TASKS)
    .map((card) => {
      const ideas = card.flatMap((target) =>
        lexicon.clues[target]!.filter((clue) => !said.has(clue)).map((clue) => ({
          target,
          clue,
          chance: thoughts.chanceOf(target, clue, []),
        })),
      );
      const { target, clue } = ideas.reduce((best, idea) => (idea.chance > best.chance ? idea : best));
      said.add(clue);
      return { target, clue, placed: null };
    });
}
