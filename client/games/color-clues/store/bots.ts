import { BOT_LEVELS } from '../../../../shared/core/bot-level.ts';
import { botLanguage } from '../../../../shared/games/color-clues/bot-language.ts';
import { tasteOf } from '../../../../shared/games/color-clues/bot-taste.ts';
import type { BotWords } from '../../game.ts';
import { text } from '../messages/setup/index.ts';

/** What is said of the bots of Color Clues. */
export const bots = (): BotWords => ({
  levels: BOT_LEVELS.map((value) => ({ value, label: text.levels[value], help: text.near[value] })),
  about(name, level) {
    const taste = tasteOf(name);
    return text.bot(taste && (text.tastes[taste.name] ?? taste.name), level);
  },
  speech: (language) => (botLanguage(language) === language ? null : text.botsSpeakEnglish),
});
