import type { GameView, PlayerView } from '../../shared/games/color-clues/types.ts';
import { labelOf, pointsAt } from './cells.ts';
import { awaitedSeats, type Face, faceOf, type MySeat, passedAt, type View } from './faces.ts';

/** A line of the list of players. */
export interface SeatRow {
  readonly face: Face;
  readonly score: number;
  /** Points of this round once revealed. */
  readonly gain: number | null;
  readonly isAwaited: boolean;
  readonly status: string;
  /** Absent and waited for: passed over at this time, epoch ms. */
  readonly passedAt: number | null;
}

/** Everybody in the game, in seat order, with what they do right now. */
export function seatRows(view: View, me: MySeat): readonly SeatRow[] {
  const { game } = view;
  if (!game) return [];
  const awaited = awaitedSeats(game);
  const passed = passedAt(view);
  return game.players.map((player) => {
    const face = faceOf(view, player.seat, me);
    const isAwaited = awaited.includes(player.seat);
    return {
      face,
      score: player.score,
      gain: game.stage === 'reveal' ? player.gain : null,
      isAwaited,
      status: status(game, player, face),
      passedAt: isAwaited && face.awaySince !== null ? passed : null,
    };
  });
}

function status(game: GameView, player: PlayerView, face: Face): string {
  if (game.stage === 'reveal') return gains(game, player);
  if (face.isGone) return 'left';
  if (face.awaySince !== null) return 'away';
  if (player.seat === game.giver) {
    if (game.stage === 'clue') return face.isMine ? 'your clue' : 'choosing a clue';
    return game.stage === 'clue2' ? 'second clue?' : 'gives the clue';
  }
  if (game.stage === 'place') return placing(game, player);
  return game.stage === 'paused' ? 'here' : 'waiting';
}

function placing(game: GameView, player: PlayerView): string {
  if (player.isChallenging) return 'objects to the clue';
  const cell = player.markers[game.pass - 1] ?? null;
  if (cell !== null) return `placed ${labelOf(cell)}`;
  const at = game.queue.indexOf(player.seat);
  if (at < 0) return 'passed';
  if (at === 0) return 'placing now';
  return at === 1 ? 'next' : `in ${at} turns`;
}

/** `+3 +1`, `+4 for the clue`. */
function gains(game: GameView, player: PlayerView): string {
  const { target } = game;
  if (player.gain === null || target === null) return 'no points';
  if (player.seat === game.giver) return `+${player.gain} for the clue`;
  const each = player.markers.filter((cell) => cell !== null).map((cell) => pointsAt(cell, target));
  const scoring = each.filter((points) => points > 0);
  if (each.length === 0) return 'no marker';
  return scoring.length === 0 ? '+0' : scoring.map((points) => `+${points}`).join(' ');
}
