import type { SeatId } from '../../shared/core/ids.ts';
import type { Rng } from '../../shared/core/rng.ts';
import { CELLS } from '../../shared/games/color-clues/board.ts';
import type { GameCommand, GameView } from '../../shared/games/color-clues/types.ts';

/** People at a table; the game is started when all are there. */
export const PLAYERS = 4;

const SOUNDS = ['ba', 'do', 'fi', 'ku', 'le', 'mo', 'ni', 'pa', 'ru', 'ti', 'va', 'zo'];

/** A word that is in no dictionary, so that no check knows it. */
const word = (rng: Rng): string => Array.from({ length: 5 }, () => rng.pick(SOUNDS)).join('');

/** Some legal move of a seat, by nothing but what it sees; null when it has nothing to do. */
export function someMove(view: GameView, me: SeatId, rng: Rng): GameCommand | null {
  const isGiver = view.giver === me;
  switch (view.stage) {
    case 'clue': {
      if (!isGiver || !view.secret) return null;
      return { type: 'giveClue', cell: view.secret.target ?? rng.pick(view.secret.card), text: word(rng) };
    }
    case 'clue2':
      if (!isGiver) return null;
      return rng.int(2) === 0 ? { type: 'skipSecondClue' } : { type: 'giveSecondClue', text: word(rng) };
    case 'place': {
      if (view.queue[0] !== me) return null;
      const taken = new Set(view.players.flatMap(({ markers }) => markers));
      const free = Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => !taken.has(cell));
      return { type: 'placeMarker', cell: rng.pick(free) };
    }
    case 'reveal':
      return view.players.some(({ seat, isReady }) => seat === me && !isReady) ? { type: 'ready' } : null;
    case 'paused':
    case 'over':
      return null;
  }
}

/** A move that makes no sense now, or hardly ever. */
export const senselessMove = (view: GameView, rng: Rng): GameCommand =>
  view.stage === 'place'
    ? { type: 'giveSecondClue', text: word(rng) }
    : { type: 'placeMarker', cell: rng.int(CELLS) };
