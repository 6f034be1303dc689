import type { GameView, PlayerView } from '../../../../shared/games/color-clues/types.ts';
import { isBotPlayed } from '../../../../shared/table/types.ts';
import type { MySeat } from '../../../store/faces.ts';
import type { View } from './view.ts';

/** Objecting to a clue before the first marker is placed. */
export interface Challenge {
  readonly votes: number;
  readonly needed: number;
  readonly isMine: boolean;
}

/** Who was there when the round began. In Classic the queue forgets those who were passed. */
const guessersOf = ({ preset, giver, queue, players }: GameView): readonly PlayerView[] =>
  players.filter(({ seat }) => (preset === 'party' ? queue.includes(seat) : seat !== giver));

/**
 * What a guesser can do about a clue; null when nothing can be done: for others, after the first marker, when the clue
 * was upheld, and for somebody who is alone with bots.
 */
export function challenge(view: View, me: MySeat): Challenge | null {
  const { game } = view;
  if (game?.stage !== 'place' || game.isCondemned || game.placed > 0 || me === null || me === game.giver)
    return null;
  const guessers = guessersOf(game);
  // Nobody objects to the clue of somebody they play with.
  const own = game.players.find((player) => player.seat === game.giver)?.team ?? null;
  const isRival = ({ team }: PlayerView) => own === null || team !== own;
  const mine = guessers.filter(isRival).find((player) => player.seat === me);
  if (!mine || guessers.some((player) => player.markers[game.pass - 1] !== null)) return null;
  const here = new Set(view.seats.filter((seat) => seat.awaySince === null).map((seat) => seat.id));
  if (guessers.some(({ seat }) => here.has(seat) && !game.queue.includes(seat))) return null;
  const people = view.seats.filter((seat) => !isBotPlayed(seat)).map((seat) => seat.id);
  if (people.length < 2) return null;
  const judges = guessers.filter(isRival).filter(({ seat }) => people.includes(seat) && here.has(seat));
  return {
    votes: guessers.filter((player) => player.isChallenging).length,
    needed: Math.max(1, Math.ceil(judges.length / 2)),
    isMine: mine.isChallenging,
  };
}
