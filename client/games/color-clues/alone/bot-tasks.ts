import type { Language } from '../../../../shared/core/languages.ts';
import type { Rng } from '../../../../shared/core/rng.ts';
import { botLanguage } from '../../../../shared/games/color-clues/bot-language.ts';
import { newMind } from '../../../../shared/games/color-clues/bot-mind.ts';
import { Thoughts } from '../../../../shared/games/color-clues/bot-thoughts.ts';
import { CARDS } from '../../../../shared/games/color-clues/cards.ts';
import { TASKS, type Task } from './practice.ts';

/** The words of bots, loaded when they are needed: English where German ones are wanted and cannot be loaded. */
const wordsFor = (language: Language) =>
  botLanguage(language) === 'de'
    ? import('./words-de.ts').catch(() => import('./words-en.ts'))
    : import('./words-en.ts');

/** Ten clues of one bot, each about the cell of a card that is easiest to say; in this language, if bots speak it. */
export async function tenClues(rng: Rng, language: Language): Promise<readonly Task[]> {
  const { lexicon } = await wordsFor(language);
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
