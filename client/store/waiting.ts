import type { GameAbout } from '../../shared/core/about.ts';
import { faceOf, type MySeat, manyWords, presentCount, type View } from './faces.ts';

/** What stands above a table before its first game. */
export function heading({ minSeats }: GameAbout, view: View, isHost: boolean): string {
  if (presentCount(view) < minSeats)
    return view.visibility === 'public' ? 'Waiting for players' : 'Waiting for friends';
  return isHost ? 'Ready when you are' : 'Ready to start';
}

/** Why a game cannot start yet, or who starts it. */
export function footnote(about: GameAbout, view: View, me: MySeat): string {
  const { minSeats, maxSeats } = about;
  const missing = minSeats - presentCount(view);
  const isHost = me !== null && me === view.host;
  if (missing > 0) {
    const who = missing === 1 ? 'one more' : `${missing} more`;
    const bots = isHost ? ' Bots can take the empty seats; they give them up when somebody comes.' : '';
    return `${manyWords(minSeats, maxSeats)} can play, so this needs ${who}.${bots}`;
  }
  const isFull = view.seats.filter(({ kind }) => kind === 'human').length >= maxSeats;
  const others = isFull ? 'Others may watch.' : 'Others may still join.';
  if (isHost) return `You can start now. ${others}`;
  return `${view.host === null ? 'The host' : faceOf(view, view.host, me).name} starts the game. ${others}`;
}
