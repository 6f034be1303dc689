import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { MySeat } from '../../../store/faces.ts';
import type { Played } from '../../game.ts';
import { describeCell } from './cells.ts';
import { placedText, sentence } from './sentence.ts';
import { laidBy, type View } from './view.ts';

/** In a party nobody else's move is news, but where one's own marker lies now is. */
function laidNews(was: GameView, is: GameView, me: MySeat): string | null {
  const cell = laidBy(is, me);
  return cell === null || cell === laidBy(was, me)
    ? null
    : `Your marker is on ${describeCell(cell)}. ${placedText(is)}.`;
}

/** What a screen reader is told when one view follows another; null when stage, turn and clue are as before. */
export function announcement(before: View | null, after: Played<GameView>, me: MySeat): string | null {
  const [was, is] = [before?.game ?? null, after.game];
  const isSame =
    was &&
    was.stage === is.stage &&
    was.round === is.round &&
    was.pass === is.pass &&
    was.giver === is.giver &&
    was.queue[0] === is.queue[0];
  if (isSame) return laidNews(was, is, me);
  const now = sentence(after, me);
  const clue =
    was?.clues.length !== is.clues.length && is.clues.length > 0 ? `Clue: ${is.clues.join(', ')}.` : '';
  if (is.stage === 'reveal') {
    if (is.target === null) return `${now.large}. ${now.about}`;
    const gain = now.gain == null ? '' : `You get ${now.gain}.`;
    return `It was ${describeCell(is.target)}. ${gain}`.trim();
  }
  if (now.large === '') return `${clue} ${now.now}.`.trim();
  return `${now.large}. ${now.about}`.trim();
}
