import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';
import type { Bot } from '../rooms/bots.ts';

const WORDS = [
  'moss',
  'brick',
  'lagoon',
  'ember',
  'velvet',
  'pebble',
  'lantern',
  'orchard',
  'harbor',
  'willow',
  'tundra',
  'copper',
  'saddle',
  'ribbon',
  'meadow',
  'canyon',
  'marble',
  'feather',
];

/** PROVISIONAL. */
export const colorCluesBot = (): Bot<GameCommand, GameView> => ({
  isWaitedFor: (view, me) =>
    view.stage === 'clue' || view.stage === 'clue2'
      ? view.giver === me
      : view.stage === 'place'
        ? view.queue[0] === me
        : view.stage === 'reveal' && !view.players.some((player) => player.seat === me && player.isReady),
  delayMs: (_view, _me, rng) => 1500 + rng.int(3000),
  move(view, _me, rng) {
    if (view.stage === 'clue' && view.secret)
      return { type: 'giveClue', cell: view.secret.card[0], text: rng.pick(WORDS) };
    if (view.stage === 'clue2') return { type: 'skipSecondClue' };
    if (view.stage === 'place') return { type: 'placeMarker', cell: rng.int(480) };
    return view.stage === 'reveal' ? { type: 'ready' } : null;
  },
});
