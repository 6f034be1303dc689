import type { SeatId } from '../../../../shared/core/ids.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import { faceOf, type MySeat } from '../../../store/faces.ts';
import type { Played } from '../../game.ts';
import { text } from '../messages/table/index.ts';
import { describeCell } from './cells.ts';
import { challenge } from './challenge.ts';
import { readingLine } from './reading.ts';
import { sentence } from './sentence.ts';
import { judgedList } from './show.ts';
import { laidBy, type View } from './view.ts';

/** In a party nobody else's move is news, but where one's own marker lies now is. */
function laidNews(was: GameView, is: GameView, me: MySeat): string | null {
  const cell = laidBy(is, me);
  return cell === null || cell === laidBy(was, me)
    ? null
    : text.laid(describeCell(cell), is.placed, is.expected);
}

/** Somebody more objects to the clue: how many do, and how many it takes; to those who may object themselves. */
function objectionNews(before: View | null, after: View, me: MySeat): string | null {
  const now = challenge(after, me);
  const votes = (before && challenge(before, me)?.votes) ?? 0;
  return now && now.votes > votes ? text.objections(now.votes, now.needed) : null;
}

/** Others would like to give the next clue, who did not before. */
function handNews(was: GameView, is: GameView, after: View, me: MySeat): string | null {
  const before = new Set(handsUp(was));
  const names = handsUp(is)
    .filter((seat) => seat !== me && !before.has(seat))
    .map((seat) => faceOf(after, seat, me).name);
  return names.length === 0 ? null : text.wouldGive(names);
}

const handsUp = ({ players }: GameView): readonly SeatId[] =>
  players.flatMap(({ seat, isVolunteer }) => (isVolunteer ? [seat] : []));

/** The reveal in a few sentences: the color, who got what, who read whom. */
function told(view: View, me: MySeat, target: Cell): string {
  const list = judgedList(view, me, target).toReversed();
  const guessers = list.filter(({ isGiver }) => !isGiver);
  const givers = list.filter(({ isGiver }) => isGiver);
  return text.revealed(describeCell(target), guessers, givers, readingLine(view, me, target));
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
  if (isSame)
    return objectionNews(before, after, me) ?? laidNews(was, is, me) ?? handNews(was, is, after, me);
  const now = sentence(after, me);
  if (is.stage === 'reveal') {
    if (is.target === null) return text.largeAndAbout(now.large, now.about);
    return told(after, me, is.target);
  }
  if (now.large === '')
    return text.clueAndNow(was?.clues.length === is.clues.length ? [] : is.clues, now.now);
  return text.largeAndAbout(now.large, now.about);
}
