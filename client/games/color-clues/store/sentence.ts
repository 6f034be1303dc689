import { assertNever } from '../../../../shared/core/result.ts';
import { PRESETS } from '../../../../shared/games/color-clues/presets.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import { faceOf, inWords, type MySeat, possessive, subject } from '../../../store/faces.ts';
import type { Sentence } from '../../game.ts';
import { describeCell } from './cells.ts';
import { laidBy, type View } from './view.ts';

const plain: Sentence = { now: '', about: '', large: '' };

/** The sentence for one viewer. */
export function sentence(view: View, me: MySeat): Sentence {
  const { game } = view;
  if (!game) return plain;
  const giver = faceOf(view, game.giver, me);
  const said = {
    said: game.clues,
    about: `${possessive(giver)} ${game.clues.length > 1 ? 'clues' : 'clue'}`,
  };
  switch (game.stage) {
    case 'clue':
      return thinking(view, game, me);
    case 'place': {
      if (game.preset === 'party') return { ...plain, ...said, now: placingTogether(game, me) };
      const next = game.queue[0];
      if (next === undefined) return { ...plain, ...said };
      const what = game.pass === 1 ? 'place a marker' : 'second marker';
      if (next === me) return { ...plain, ...said, now: `Your turn: ${what}` };
      const face = faceOf(view, next, me);
      return { ...plain, ...said, now: `${face.name} is ${face.awaySince === null ? 'placing' : 'away'}` };
    }
    case 'clue2':
      if (giver.isMine)
        return {
          ...plain,
          about: game.isRetry
            ? 'The others objected. Say it another way, or leave it.'
            : 'Add up to two words, or none.',
          large: 'A second clue?',
        };
      return { ...plain, ...said, now: `${giver.name} may add a clue` };
    case 'reveal': {
      const gain = game.players.find((player) => player.seat === me)?.gain ?? null;
      if (game.target === null) {
        return {
          ...plain,
          about: `${subject(giver)} gave no clue. Nobody scores.`,
          large: 'A round without a clue',
        };
      }
      return { ...plain, ...said, now: `It was ${describeCell(game.target)}`, gain };
    }
    case 'paused':
      return {
        ...plain,
        about: `It goes on as soon as ${inWords(PRESETS[game.preset].minSeats).toLowerCase()} are here.`,
        large: 'Waiting for players',
      };
    case 'over':
      return { ...plain, large: 'The game is over' };
    default:
      return assertNever(game.stage);
  }
}

/** What is to be done in a party; then how many have done it, as nobody is told more. */
function placingTogether(game: GameView, me: MySeat): string {
  const isMine = me !== null && game.queue.includes(me) && laidBy(game, me) === null;
  if (!isMine) return placedText(game);
  return game.pass === 1 ? 'Place your marker' : 'Place your second marker';
}

/** `3 of 7 have placed`. */
export const placedText = ({ placed, expected }: GameView): string =>
  `${placed} of ${expected} ${expected === 1 ? 'has' : 'have'} placed`;

function thinking(view: View, game: GameView, me: MySeat): Sentence {
  const { isMine, name } = faceOf(view, game.giver, me);
  if (isMine && game.isRetry)
    return { ...plain, about: 'The others objected. Say it another way.', large: 'A new clue' };
  if (isMine)
    return {
      ...plain,
      about: 'Only you see this card.',
      large: 'Your clue',
    };
  if (game.isRetry) return { ...plain, about: 'Your objection stands.', large: `${name} finds a new clue` };
  const skipped = game.history.at(-1);
  const about =
    skipped?.target === null
      ? `${faceOf(view, skipped.giver, me).name} gave no clue: no points in round ${skipped.round}.`
      : `Round ${game.round} of ${game.rounds}`;
  return { ...plain, about, large: `${name} is choosing a clue` };
}
