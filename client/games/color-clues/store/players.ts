import type { GameView, PlayerView } from '../../../../shared/games/color-clues/types.ts';
import type { MySeat } from '../../../store/faces.ts';
import type { PlayerLine } from '../../game.ts';
import { text } from '../messages/table/index.ts';
import { labelOf, pointsAt } from './cells.ts';
import { countsOf } from './show.ts';
import { areTeams, teamMark, teamName } from './teams.ts';

/** Everybody in the game, in seat order, with what they do right now. */
export const players = ({ game }: { readonly game: GameView }, me: MySeat): readonly PlayerLine[] =>
  game.players.map((player) => ({
    seat: player.seat,
    score: player.score,
    side: areTeams(game) && player.team !== null ? teamMark(player.team) : '',
    gain: game.stage === 'reveal' ? player.gain : null,
    counts: countsOf(game, player.seat, player.gain),
    isReady: game.stage === 'reveal' && player.isReady,
    mark: player.isVolunteer ? HAND : null,
    status: withTeam(game, player, withHand(game, player, status(game, player, me))),
  }));

/** The sign of who wants to give. */
const HAND = '✋';

/** A hand stands before what somebody does who wants to give the next clue; while all place, instead of it. */
function withHand({ stage, giver }: GameView, { isVolunteer, seat }: PlayerView, does: string): string {
  if (!isVolunteer) return does;
  return stage === 'reveal' || seat === giver ? `${HAND} ${does}` : `${HAND} ${text.wantsToGive}`;
}

/** In teams a player's team stands first. */
function withTeam(game: GameView, { team }: PlayerView, does: string): string {
  if (!areTeams(game) || team === null) return does;
  return does === '' ? teamName(team) : `${teamName(team)} · ${does}`;
}

function status(game: GameView, player: PlayerView, me: MySeat): string {
  if (game.stage === 'reveal') return gains(game, player);
  if (game.stage === 'over') return '';
  if (player.seat === game.giver) {
    if (game.stage === 'clue') return player.seat === me ? text.doesYourClue : text.doesChoose;
    return game.stage === 'clue2' ? text.doesSecondClue : text.doesGive;
  }
  if (game.stage === 'place') return placing(game, player);
  return game.stage === 'paused' ? text.isHereNow : text.waits;
}

function placing(game: GameView, player: PlayerView): string {
  if (player.isChallenging) return text.objects;
  const cell = player.markers[game.pass - 1] ?? null;
  if (cell !== null) return text.hasPlaced(labelOf(cell), player.isBlind);
  const at = game.queue.indexOf(player.seat);
  if (game.preset === 'party') return at < 0 ? text.waits : text.places;
  if (at < 0) return text.passed;
  if (at === 0) return text.placesNow;
  return at === 1 ? text.isNext : text.inTurns(at);
}

/** `+3 +1`, `+4 for the clue`. */
function gains(game: GameView, player: PlayerView): string {
  const { target } = game;
  if (player.gain === null || target === null) return text.noPoints;
  if (player.seat === game.giver) return text.forTheClue(player.gain);
  const each = player.markers
    .filter((cell) => cell !== null)
    .map((cell) => pointsAt(cell, target, game.scoring));
  const scoring = each.filter((points) => points > 0);
  if (each.length === 0) return text.noMarker;
  return scoring.length === 0 ? '+0' : scoring.map((points) => `+${points}`).join(' ');
}
