import { BOT_LEVELS } from '../../../../shared/core/bot-level.ts';
import { LEVEL_NAMES } from '../../../../shared/games/color-clues/bot-skill.ts';
import { tasteOf } from '../../../../shared/games/color-clues/bot-taste.ts';
import type { BotWords } from '../../game.ts';

/** What a bot of a level is. */
const WHO = {
  1: 'a first-timer',
  2: 'a beginner',
  3: 'a regular',
  4: 'an expert',
  5: 'a sage',
} as const;

/** What they manage, measured in `docs/bots.md`. */
const HELP = {
  1: 'one marker in six within a step',
  2: 'one marker in four within a step',
  3: 'three markers in ten within a step',
  4: 'one marker in three within a step',
  5: 'nearly every second marker within a step',
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is said of the bots of Color Clues. */
export const bots: BotWords = {
  levels: BOT_LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value], help: HELP[value] })),
  about(name, level) {
    const taste = tasteOf(name);
    const who = taste ? `${taste.name}, and as a bot ` : 'as a bot ';
    return `${capital(who)}${WHO[level]}: ${HELP[level]}.`;
  },
};
