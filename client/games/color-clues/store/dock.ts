import { sentenceFor } from '../../../../shared/core/refusals.ts';
import { assertNever } from '../../../../shared/core/result.ts';
import { giverReach } from '../../../../shared/games/color-clues/scoring.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import { type Face, faceOf, type MySeat, presentCount } from '../../../store/faces.ts';
import { text } from '../messages/table/index.ts';
import { botComment } from './bot-comment.ts';
import { pointsAt, stepsBetween } from './cells.ts';
import { readingLine } from './reading.ts';
import { areTeams, teamOf } from './teams.ts';
import { laidBy, leastOf, mayPlace, type View } from './view.ts';

/** The one action under the board. */
export type Dock =
  | { readonly kind: 'clue'; readonly card: readonly Cell[]; readonly target: Cell | null }
  | {
      readonly kind: 'clue2';
      readonly target: Cell | null;
      readonly first: string;
    }
  | {
      readonly kind: 'place';
      /** What is said of the cell that is aimed at, or before there is one. */
      readonly detail: string;
      /** Where the marker lies that may still be moved. */
      readonly laid: Cell | null;
    }
  | {
      readonly kind: 'wait';
      readonly line: string;
      readonly detail: string;
      /** The giver's own cell: nobody else gets it. */
      readonly target: Cell | null;
    }
  | {
      readonly kind: 'reveal';
      readonly target: Cell | null;
      /** Who read whom. */
      readonly line: string;
      /** What markers earn; said while they are judged. */
      readonly legend: string;
      /** What the giver got. */
      readonly detail: string;
      /** What the viewer's own markers brought; may be empty. */
      readonly own: string;
      /** What a bot says of it; null for nothing. */
      readonly comment: string | null;
      readonly isReady: boolean;
      readonly ready: number;
      readonly players: number;
    }
  | { readonly kind: 'paused'; readonly missing: number };

/** What the dock offers a seated viewer, or shows a spectator. */
export function dock(view: View, me: MySeat): Dock {
  const { game } = view;
  if (!game) return wait(view, me, '', '');
  const giver = faceOf(view, game.giver, me);
  switch (game.stage) {
    case 'clue':
      if (giver.isMine && game.secret)
        return { kind: 'clue', card: game.secret.card, target: game.secret.target };
      return wait(view, me, text.picksOne(giver.name), text.lookAround);
    case 'place':
      if (mayPlace(view, me)) return { kind: 'place', detail: placeDetail(game, me), laid: laidBy(game, me) };
      return placing(view, game, me);
    case 'clue2':
      if (giver.isMine)
        return {
          kind: 'clue2',
          target: game.secret?.target ?? null,
          first: game.clues[0] ?? '',
        };
      return wait(
        view,
        me,
        text.mayAddWords(giver.name, game.words[1]),
        game.preset === 'party' ? text.thenSecond : text.thenSecondLastFirst,
      );
    case 'reveal':
      return reveal(view, game, me);
    case 'paused':
      return {
        kind: 'paused',
        missing: Math.max(1, leastOf(game) - presentCount(view)),
      };
    case 'over':
      return wait(view, me, text.gameIsOver, '');
    default:
      return assertNever(game.stage);
  }
}

/** What placing means for whoever is about to. */
function placeDetail(game: GameView, me: MySeat): string {
  if (game.preset === 'party') {
    if (laidBy(game, me) !== null) return text.mayStillMove;
    return text.nobodySeesYet(game.placed, game.expected);
  }
  if (game.passes === 1) return text.staysPut;
  return game.pass === 1 ? text.firstOfTwo : text.secondStays;
}

function placing(view: View, game: GameView, me: MySeat): Dock {
  if (game.preset === 'party') {
    const note = game.giver === me ? giverNote(game) : text.allAppear;
    return wait(view, me, text.placedSoFar(game.placed, game.expected), note);
  }
  const [next] = game.queue;
  const face = next === undefined ? null : faceOf(view, next, me);
  const line =
    face === null ? '' : face.awaySince === null ? text.waitingFor(face.name) : text.nameIsAway(face.name);
  const at = me === null ? -1 : game.queue.indexOf(me);
  if (at === 1) return wait(view, me, line, text.youAreNext);
  if (at > 1) return wait(view, me, line, text.placeAfter(at));
  if (game.giver === me) return wait(view, me, line, giverNote(game));
  const hasPlaced = game.players.find((player) => player.seat === me)?.markers[game.pass - 1] != null;
  return wait(view, me, line, hasPlaced ? text.yourMarkerStays : '');
}

/** What concerns the giver while the others place. */
function giverNote(game: GameView): string {
  if (game.isCondemned) return text.noPointsThisRound;
  const warning = game.secret?.warning;
  if (warning) return text.mayObject(sentenceFor({ code: warning }, text.refusals));
  if (game.par !== null) return text.togetherNote;
  if (areTeams(game)) return text.matesOnAverage;
  if (game.preset === 'party') return text.pointsOnAverage;
  return text.pointsForEach(game.giverFactor);
}

function wait(view: View, me: MySeat, line: string, detail: string): Dock {
  const { game } = view;
  return { kind: 'wait', line, detail, target: game?.giver === me ? (game?.secret?.target ?? null) : null };
}

function reveal(view: View, game: GameView, me: MySeat): Dock {
  const giver = faceOf(view, game.giver, me);
  const { target } = game;
  const mine = game.players.find((player) => player.seat === me);
  const common = {
    kind: 'reveal' as const,
    target,
    isReady: mine?.isReady ?? false,
    ready: game.players.filter((player) => player.isReady).length,
    players: game.players.length,
  };
  if (target === null)
    return {
      ...common,
      line: text.cardGoesBack,
      legend: '',
      detail: text.onToNext,
      own: '',
      comment: null,
    };
  return {
    ...common,
    line: readingLine(view, me, target),
    legend: game.scoring === 'wide' ? text.legendWide : text.legend,
    detail: game.isCondemned ? text.objectedTwice(giver) : giverLine(game, giver, target),
    own: ownMarkers(game, me, target),
    comment: botComment(view, target),
  };
}

/** What the giver got, and for what. */
function giverLine(game: GameView, giver: Face, target: Cell): string {
  const gain = game.players.find((player) => player.seat === game.giver)?.gain ?? 0;
  if (game.par !== null) return text.bothGet(game.teams[0]?.gain ?? 0);
  const team = teamOf(game, game.giver);
  if (team !== null) return text.matesAverage(giver, gain, game.teams[team]?.gain ?? 0);
  if (game.preset === 'party') return text.getsAverage(giver, gain);
  const cells = game.players.flatMap((player) => player.markers).filter((cell) => cell !== null);
  const inFrame = cells.filter((cell) => stepsBetween(cell, target) <= giverReach(game.scoring)).length;
  const isDoubled = game.giverFactor === 2 && inFrame > 0 && !game.isCondemned;
  return game.scoring === 'wide'
    ? text.getsForNear(giver, inFrame, isDoubled, gain)
    : text.getsForFrame(giver, inFrame, isDoubled, gain);
}

function ownMarkers(game: GameView, me: MySeat, target: Cell): string {
  if (me === game.giver) return game.giverFactor === 2 ? text.eachDoubled : '';
  const mine = game.players.find((player) => player.seat === me);
  const markers = mine?.markers.filter((cell) => cell !== null) ?? [];
  if (markers.length === 0) return '';
  const scoring = markers.filter((cell) => pointsAt(cell, target, game.scoring) > 0).length;
  if (markers.length === 1) return scoring ? text.yoursCounts : text.yoursTooFar;
  if (scoring === 2) return text.bothCount;
  return scoring === 1 ? text.oneCounts : text.bothTooFar;
}
