import { botDelayMs, botMove, isBotWaitedFor } from '../../shared/games/color-clues/bot.ts';
import json from '../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../../shared/games/color-clues/lexicon.ts';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import type { Bot } from './bots.ts';

/** The bot of Color Clues with its words. `pace` 1 is as slow as people are, 0 does not think at all. */
export function colorCluesBot(pace: number): Bot<GameCommand, GameView> {
  const lexicon = decodeLexicon(json);
  return {
    isWaitedFor: isBotWaitedFor,
    move: (view, me, rng) => botMove(view, me, lexicon, rng),
    delayMs: (view, me, rng) => pace * botDelayMs(view, me, rng),
  };
}
