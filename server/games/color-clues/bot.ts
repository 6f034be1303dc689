import { botDelayMs, botMove, isBotWaitedFor } from '../../../shared/games/color-clues/bot.ts';
import { newMind } from '../../../shared/games/color-clues/bot-mind.ts';
import json from '../../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../../../shared/games/color-clues/lexicon.ts';
import type { GameCommand, GameView } from '../../../shared/games/color-clues/types.ts';
import type { Bot } from '../../rooms/tables/bots.ts';

/** The bot of Color Clues with its words. `pace` 1 is as slow as people are, 0 does not think at all. */
export function colorCluesBot(pace: number): Bot<GameCommand, GameView> {
  const lexicon = decodeLexicon(json);
  return {
    isWaitedFor: isBotWaitedFor,
    newMind(rng) {
      const mind = newMind(lexicon, rng);
      return { move: (view, me, chance) => botMove(view, me, mind, chance) };
    },
    delayMs: (view, me, rng) => pace * botDelayMs(view, me, rng),
  };
}
