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

/** One after the other: where the markers lie that are new, and who was passed without one. */
function placedNews(was: GameView | null, is: GameView, after: View, me: MySeat): string[] {
  if (was?.stage !== 'place' || was.preset === 'party' || was.round !== is.round) return [];
  const [first] = was.queue;
  // After an objection, a void round or a pause nobody was passed.
  const goesOn =
    is.stage === 'place' || is.stage === 'clue2' || (is.stage === 'reveal' && is.target !== null);
  return was.players.flatMap(({ seat, markers }) => {
    const cell = is.players.find((player) => player.seat === seat)?.markers[was.pass - 1] ?? null;
    const who = faceOf(after, seat, me);
    if (cell !== null) return markers[was.pass - 1] == null ? [text.placedOn(who, describeCell(cell))] : [];
    const isPassed = goesOn && seat === first && !who.isGone && is.queue[0] !== seat;
    return isPassed ? [text.placedNothing(who)] : [];
  });
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
  return [...placedNews(was, is, after, me), stageNews(was, after, me)].filter(Boolean).join(' ') || null;
}

/** What is to be done now, or what came out; what the common frame says of the end of a game is not said here. */
function stageNews(was: GameView | null, after: Played<GameView>, me: MySeat): string {
  const is = after.game;
  const now = sentence(after, me);
  if (is.stage === 'over') return '';
  if (is.stage === 'reveal' && is.target !== null) return told(after, me, is.target);
  if (now.large === '')
    return text.clueAndNow(was?.clues.length === is.clues.length ? [] : is.clues, now.now);
  const said = text.largeAndAbout(now.large, now.about);
  const isChoosing = is.stage === 'clue' && is.secret !== null && is.secret.target === null;
  return isChoosing ? `${said} ${text.cardHolds(is.secret.card.map(describeCell))}` : said;
}
