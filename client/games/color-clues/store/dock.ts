import { sentenceFor } from '../../../../shared/core/refusals.ts';
import { assertNever } from '../../../../shared/core/result.ts';
import { PRESETS } from '../../../../shared/games/color-clues/presets.ts';
import { COLOR_CLUES_REFUSALS } from '../../../../shared/games/color-clues/refusals.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import { type Face, faceOf, inWords, type MySeat, possessive, presentCount } from '../../../store/faces.ts';
import { botComment } from './bot-comment.ts';
import { pointsAt, stepsBetween } from './cells.ts';
import { readingLine } from './reading.ts';
import { placedText } from './sentence.ts';
import { laidBy, mayPlace, type View } from './view.ts';

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
      return wait(
        view,
        me,
        `${giver.name} picks one of four colors and a word for it.`,
        'Look around the board meanwhile.',
      );
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
        `${giver.name} may add up to two words.`,
        game.preset === 'party'
          ? 'Then everybody places a second marker.'
          : 'Then everybody places a second marker, last one first.',
      );
    case 'reveal':
      return reveal(view, game, me);
    case 'paused':
      return {
        kind: 'paused',
        missing: Math.max(1, PRESETS[game.preset].minSeats - presentCount(view)),
      };
    case 'over':
      return wait(view, me, 'The game is over.', '');
    default:
      return assertNever(game.stage);
  }
}

/** What placing means for whoever is about to. */
function placeDetail(game: GameView, me: MySeat): string {
  if (game.preset === 'party') {
    if (laidBy(game, me) !== null) return 'You may move it until all have placed.';
    return `${placedText(game)}. Nobody sees where yet.`;
  }
  if (game.passes === 1) return 'It stays where you put it.';
  return game.pass === 1
    ? 'Your first of two markers. It stays where you put it.'
    : 'Your second marker. It stays where you put it.';
}

function placing(view: View, game: GameView, me: MySeat): Dock {
  if (game.preset === 'party') {
    const note = game.giver === me ? giverNote(game) : 'All markers appear at once.';
    return wait(view, me, `${placedText(game)}.`, note);
  }
  const [next] = game.queue;
  const face = next === undefined ? null : faceOf(view, next, me);
  const line =
    face === null ? '' : face.awaySince === null ? `Waiting for ${face.name}.` : `${face.name} is away.`;
  const at = me === null ? -1 : game.queue.indexOf(me);
  if (at === 1) return wait(view, me, line, 'You are next: aim already.');
  if (at > 1) return wait(view, me, line, `You place after ${at === 2 ? 'two' : at} others.`);
  if (game.giver === me) return wait(view, me, line, giverNote(game));
  const hasPlaced = game.players.find((player) => player.seat === me)?.markers[game.pass - 1] != null;
  return wait(view, me, line, hasPlaced ? 'Your marker stays where it is.' : '');
}

/** What concerns the giver while the others place. */
function giverNote(game: GameView): string {
  if (game.isCondemned) return 'You get no points this round.';
  const warning = game.secret?.warning;
  if (warning) return `The others may object: ${sentenceFor({ code: warning }, COLOR_CLUES_REFUSALS)}`;
  if (game.preset === 'party') return 'You get as many points as they do on average.';
  const each = game.giverFactor === 2 ? 'Two points' : 'One point';
  return `${each} for each marker next to your color.`;
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
      line: 'The card goes back into the deck.',
      legend: '',
      detail: 'On to the next round.',
      own: '',
      comment: null,
    };
  return {
    ...common,
    line: readingLine(view, me, target),
    legend: 'On the spot 3, in the frame 2, one step outside 1.',
    detail: game.isCondemned
      ? `${possessive(giver)} clue was objected to twice: no points for it.`
      : giverLine(game, giver, target),
    own: ownMarkers(game, me, target),
    comment: botComment(view, target),
  };
}

/** What the giver got, and for what. */
function giverLine(game: GameView, giver: Face, target: Cell): string {
  const gain = game.players.find((player) => player.seat === game.giver)?.gain ?? 0;
  const who = giver.isMine ? 'you get' : `${giver.name} gets`;
  if (game.preset === 'party') return `The average: ${who} ${gain}.`;
  const cells = game.players.flatMap((player) => player.markers).filter((cell) => cell !== null);
  const inFrame = cells.filter((cell) => stepsBetween(cell, target) <= 1).length;
  const factor = game.giverFactor === 2 && inFrame > 0 && !game.isCondemned ? ', times 2' : '';
  return `${inWords(inFrame)} ${inFrame === 1 ? 'marker' : 'markers'} in the frame${factor}: ${who} ${gain}.`;
}

function ownMarkers(game: GameView, me: MySeat, target: Cell): string {
  if (me === game.giver) return game.giverFactor === 2 ? 'With three players each counts double.' : '';
  const mine = game.players.find((player) => player.seat === me);
  const markers = mine?.markers.filter((cell) => cell !== null) ?? [];
  if (markers.length === 0) return '';
  const scoring = markers.filter((cell) => pointsAt(cell, target) > 0).length;
  if (markers.length === 1) return scoring ? 'Your marker counts.' : 'Your marker was too far away.';
  if (scoring === 2) return 'Both of your markers count.';
  return scoring === 1 ? 'One of your markers counts.' : 'Your markers were too far away.';
}

/** `2 of 4 ready`. */
export const readyText = (ready: number, players: number): string => `${ready} of ${players} ready`;
