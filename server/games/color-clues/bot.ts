import { botDelayMs, botMove, botThinks, isBotWaitedFor } from '../../../shared/games/color-clues/bot.ts';
import { GERMAN_SPEECH } from '../../../shared/games/color-clues/bot-german.ts';
import { type BotLanguage, botLanguage } from '../../../shared/games/color-clues/bot-language.ts';
import { newMind } from '../../../shared/games/color-clues/bot-mind.ts';
import { anyTaste, tasteOf } from '../../../shared/games/color-clues/bot-taste.ts';
import { Thoughts } from '../../../shared/games/color-clues/bot-thoughts.ts';
import germanCellNames from '../../../shared/games/color-clues/data/cell-names-de.json' with { type: 'json' };
import lists from '../../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import germanLists from '../../../shared/games/color-clues/data/clues-de.json' with { type: 'json' };
import words from '../../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import germanWords from '../../../shared/games/color-clues/data/lexicon-de.json' with { type: 'json' };
import { decodeLexicon, type Lexicon } from '../../../shared/games/color-clues/lexicon.ts';
import { botReaction, isRevealed } from '../../../shared/games/color-clues/reactions.ts';
import type { GameCommand, GameView } from '../../../shared/games/color-clues/types.ts';
import type { Bot } from '../../rooms/tables/bots.ts';

/** How the words of a language are read. Who speaks German understands English, too. */
const READ: Readonly<Record<BotLanguage, () => Lexicon>> = {
  en: () => decodeLexicon(words, lists),
  de: () =>
    decodeLexicon(germanWords, germanLists, {
      speech: GERMAN_SPEECH,
      foreign: lexiconOf('en'),
      cellNames: germanCellNames,
    }),
};
const lexicons: Partial<Record<BotLanguage, Lexicon>> = {};

/** What bots know, read when it is needed; in English also what a day is made of. */
export function lexiconOf(language: BotLanguage): Lexicon {
  lexicons[language] ??= READ[language]();
  return lexicons[language];
}

type Clue = Extract<GameCommand, { readonly text: string }>;

const isClue = (move: GameCommand): move is Clue =>
  move.type === 'giveClue' || move.type === 'giveSecondClue';

/** A clue to ask about: its words are refused whatever cell they are for. */
const clueIn = (stage: GameView['stage'], text: string): Clue =>
  stage === 'clue2' ? { type: 'giveSecondClue', text } : { type: 'giveClue', cell: 0, text };

/** The bot of Color Clues with its words. */
export const bot: Bot<GameCommand, GameView> = {
  isWaitedFor: isBotWaitedFor,
  stillAwaited: ({ preset, stage, placed, expected }) =>
    preset === 'party' && stage === 'place' ? expected - placed : null,
  newMind(rng, { name, level, language }) {
    const mind = newMind(lexiconOf(botLanguage(language)), rng, {
      level,
      taste: tasteOf(name) ?? anyTaste(rng),
    });
    const thoughts = new Thoughts(mind);
    const refused = new Set<string>();
    const without =
      ({ stage }: GameView, isRefused: (move: GameCommand) => boolean) =>
      (text: string) =>
        refused.has(text) || isRefused(clueIn(stage, text));
    return {
      think: (view, me, isRefused) => botThinks(view, me, thoughts, without(view, isRefused)),
      move: (view, me, chance, isRefused) =>
        botMove(view, me, mind, chance, thoughts, without(view, isRefused)),
      refused(move) {
        if (isClue(move)) refused.add(move.text);
      },
    };
  },
  delayMs: botDelayMs,
  reacts: { isMoment: isRevealed, react: botReaction },
};
