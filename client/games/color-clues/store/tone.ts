import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { Tone } from '../../../dom/effects/tones.ts';

interface At {
  readonly game: GameView;
}

/** What has happened between two views, as a sound; null when nothing that sounds. */
export function tone(before: At, after: At): Tone | null {
  if (before.game.stage !== 'over' && after.game.stage === 'over') return 'win';
  if (before.game.stage !== 'reveal' && after.game.stage === 'reveal') return 'news';
  return markersOn(after) > markersOn(before) ? 'move' : null;
}

const markersOn = ({ game }: At): number =>
  game.players.flatMap((player) => player.markers).filter((cell) => cell !== null).length;
