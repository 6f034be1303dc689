import { assertNever } from '../../../../shared/core/result.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import { faceOf, type MySeat } from '../../../store/faces.ts';
import type { Sentence } from '../../game.ts';
import { text } from '../messages/table/index.ts';
import { describeCell } from './cells.ts';
import { laidBy, leastOf, type View } from './view.ts';

const plain: Sentence = { now: '', about: '', large: '' };

/** The sentence for one viewer. */
export function sentence(view: View, me: MySeat): Sentence {
  const { game } = view;
  if (!game) return plain;
  const giver = faceOf(view, game.giver, me);
  const said = {
    said: game.clues,
    about: text.clueOf(giver, Math.max(1, game.clues.length)),
  };
  switch (game.stage) {
    case 'clue':
      return thinking(view, game, me);
    case 'place': {
      if (isTogether(game)) return { ...plain, ...said, now: placingTogether(game, me) };
      const next = game.queue[0];
      if (next === undefined) return { ...plain, ...said };
      if (next === me)
        return { ...plain, ...said, now: game.pass === 1 ? text.yourTurnPlace : text.yourTurnSecond };
      const { name, awaySince } = faceOf(view, next, me);
      return { ...plain, ...said, now: awaySince === null ? text.isPlacing(name) : text.isAway(name) };
    }
    case 'clue2':
      if (giver.isMine)
        return {
          ...plain,
          about: game.isRetry ? text.sayAnotherWayOrLeave : text.addWords(game.words[1]),
          large: text.askSecondClue,
        };
      return { ...plain, ...said, now: text.mayAddClue(giver.name) };
    case 'reveal': {
      const gain = game.players.find((player) => player.seat === me)?.gain ?? null;
      if (game.target === null) {
        return {
          ...plain,
          about: text.gaveNoClue(giver),
          large: text.withoutClue,
        };
      }
      return { ...plain, ...said, now: text.itWas(describeCell(game.target)), gain };
    }
    case 'paused':
      return {
        ...plain,
        about: text.goesOnWith(leastOf(game)),
        large: text.waitingForPlayers,
      };
    case 'over':
      return { ...plain, large: text.over };
    default:
      return assertNever(game.stage);
  }
}

/** Whether all place at once: then the sentence says how many have, to whoever has nothing else to do. */
export const isTogether = ({ preset, stage }: GameView): boolean => preset === 'party' && stage === 'place';

/** What is to be done in a party; then how many have done it, as nobody is told more. */
function placingTogether(game: GameView, me: MySeat): string {
  const isMine = me !== null && game.queue.includes(me) && laidBy(game, me) === null;
  if (!isMine) return placedText(game);
  return game.pass === 1 ? text.placeYours : text.placeYourSecond;
}

/** `3 of 7 have placed`. */
export const placedText = ({ placed, expected }: GameView): string => text.havePlaced(placed, expected);

function thinking(view: View, game: GameView, me: MySeat): Sentence {
  const { isMine, name } = faceOf(view, game.giver, me);
  if (isMine && game.isRetry) return { ...plain, about: text.sayAnotherWay, large: text.newClue };
  if (isMine)
    return {
      ...plain,
      about: text.onlyYouSee,
      large: text.yourClue,
    };
  if (game.isRetry) return { ...plain, about: text.objectionStands, large: text.findsNewClue(name) };
  const skipped = game.history.at(-1);
  const about =
    skipped?.target === null
      ? text.gaveNoClueIn(faceOf(view, skipped.giver, me), skipped.round)
      : text.roundOf(game.round, game.rounds);
  return { ...plain, about, large: text.isChoosing(name) };
}
