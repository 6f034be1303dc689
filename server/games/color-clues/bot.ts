import { botDelayMs, botMove, botThinks, isBotWaitedFor } from '../../../shared/games/color-clues/bot.ts';
import { newMind } from '../../../shared/games/color-clues/bot-mind.ts';
import { anyTaste, tasteOf } from '../../../shared/games/color-clues/bot-taste.ts';
import { Thoughts } from '../../../shared/games/color-clues/bot-thoughts.ts';
import lists from '../../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import words from '../../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../../../shared/games/color-clues/lexicon.ts';
import { botReaction, isRevealed } from '../../../shared/games/color-clues/reactions.ts';
import type { GameCommand, GameView } from '../../../shared/games/color-clues/types.ts';
import type { Bot } from '../../rooms/tables/bots.ts';

/** What bots know. */
export const lexicon = decodeLexicon(words, lists);

/** The bot of Color Clues with its words. */
export const bot: Bot<GameCommand, GameView> = {
  isWaitedFor: isBotWaitedFor,
  stillAwaited: ({ preset, stage, placed, expected }) =>
    preset === 'party' && stage === 'place' ? expected - placed : null,
  newMind(rng, { name, level }) {
    const mind = newMind(lexicon, rng, { level, taste: tasteOf(name) ?? anyTaste(rng) });
    const thoughts = new Thoughts(mind);
    return {
      think: (view, me) => botThinks(view, me, thoughts),
      move: (view, me, chance) => botMove(view, me, mind, chance, thoughts),
    };
  },
  delayMs: botDelayMs,
  reacts: { isMoment: isRevealed, react: botReaction },
};
