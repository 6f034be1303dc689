import type { GameWords, Played, PlayerLine } from '../games/game.ts';
import { table } from '../i18n/table/index.ts';
import { type Face, faceOf, type MySeat } from './faces.ts';
import { passedAt } from './turns.ts';

/** A line of the list of players. */
export interface SeatRow extends PlayerLine {
  readonly face: Face;
  readonly gain: number | null;
  readonly isAwaited: boolean;
  /** Absent and waited for: passed over at this time, epoch ms. */
  readonly passedAt: number | null;
}

/** Everybody in the game with what they do right now. Of somebody who is not there, that is what is said. */
export function seatRows(game: GameWords, view: Played, me: MySeat): readonly SeatRow[] {
  const { seats, isShared } = game.wait(view);
  const awaited = view.phase !== 'playing' ? [] : isShared ? seats.filter((seat) => seat === me) : seats;
  const passed = passedAt(game, view);
  return game.players(view, me).map((line) => {
    const face = faceOf(view, line.seat, me);
    const isAwaited = awaited.includes(line.seat);
    const gain = line.gain ?? null;
    return {
      ...line,
      face,
      gain,
      isAwaited,
      status: gain === null ? (absence(face) ?? line.status) : line.status,
      passedAt: isAwaited && face.awaySince !== null && !face.isStoodIn ? passed : null,
    };
  });
}

function absence(face: Face): string | null {
  if (face.isGone) return table.left;
  if (face.isStoodIn) return table.awayBotPlays;
  return face.awaySince === null ? null : table.away;
}

/** What a bot is besides its name, `bot · regular`; empty for a person. */
export function botTag({ bots }: GameWords, { isBot, level }: Face): string {
  const name = level === null ? undefined : bots?.levels.find(({ value }) => value === level)?.label;
  return isBot ? table.bot(name) : '';
}
