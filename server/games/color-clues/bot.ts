import { botDelayMs, botMove, botThinks, isBotWaitedFor } from '../../../shared/games/color-clues/bot.ts';
import { GERMAN_SPEECH } from '../../../shared/games/color-clues/bot-german.ts';
import { type BotLanguage, botLanguage } from '../../../shared/games/color-clues/bot-language.ts';
import { newMind } from '../../../shared/games/color-clues/bot-mind.ts';
import { anyTaste, tasteOf } from '../../../shared/games/color-clues/bot-taste.ts';
import { Thoughts } from '../../../shared/games/color-clues/bot-thoughts.ts';
import lists from '../../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import germanLists from '../../../shared/games/color-clues/data/clues-de.json' with { type: 'json' };
import words from '../../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import germanWords from '../../../shared/games/color-clues/data/lexicon-de.json' with { type: 'json' };
import { decodeLexicon, type Lexicon } from '../../../shared/games/color-clues/lexicon.ts';
import { botReaction, isRevealed } from '../../../shared/games/color-clues/reactions.ts';
import type { GameCommand, GameView } from '../../../shared/games/color-clues/types.ts';
import type { Bot } from '../../rooms/tables/bots.ts';

/** What bots know; in English also what a day is made of. */
export const lexicon = decodeLexicon(words, lists);

/** By what is spoken. Who speaks German understands English, too. */
const LEXICONS: Readonly<Record<BotLanguage, Lexicon>> = {
  en: lexicon,
  de: decodeLexicon(germanWords, germanLists, { speech: GERMAN_SPEECH, foreign: lexicon }),
};

/** The bot of Color Clues with its words. */
export const bot: Bot<GameCommand, GameView> = {
  isWaitedFor: isBotWaitedFor,
  stillAwaited: ({ preset, stage, placed, expected }) =>
    preset === 'party' && stage === 'place' ? expected - placed : null,
  newMind(rng, { name, level, language }) {
    const mind = newMind(LEXICONS[botLanguage(language)], rng, {
      level,
      taste: tasteOf(name) ?? anyTaste(rng),
    });
    const thoughts = new Thoughts(mind);
    return {
      think: (view, me) => botThinks(view, me, thoughts),
      move: (view, me, chance) => botMove(view, me, mind, chance, thoughts),
    };
  },
  delayMs: botDelayMs,
  reacts: { isMoment: isRevealed, react: botReaction },
};
