import type { SeatId } from '../../core/ids.ts';
import { assertNever } from '../../core/result.ts';
import { CELLS } from './board.ts';
import { CARDS } from './cards.ts';
import { checkClue } from './clue-check.ts';
import { takesVolunteers, wordsIn } from './presets.ts';
import { type GameState, isInTheWay, isParty, playerOf, playsWithGiver, roundOf } from './state.ts';
import type { Cell, GameCommand, Marker } from './types.ts';

/** Words to sample free text with: plain things that are no color names. */
const SAMPLES = [
  'moss',
  'brick',
  'lagoon',
  'ember',
  'velvet',
  'pebble',
  'lantern',
  'orchard',
  'harbor',
  'willow',
];

const ALL_CELLS: readonly Cell[] = Array.from({ length: CELLS }, (_, cell) => cell);

/** Every command a seat could give now. Clues are sampled: one word that the check lets pass. */
export function legalCommands(state: GameState, seat: SeatId): GameCommand[] {
  const player = playerOf(state, seat);
  if (!player || state.phase.name === 'unopened' || state.phase.name === 'over') return [];
  const moves = movesOf(state, seat);
  if (!takesVolunteers(state.options)) return moves;
  return [...moves, { type: 'volunteer', wants: !player.isVolunteer }];
}

function movesOf(state: GameState, seat: SeatId): GameCommand[] {
  const { phase } = state;
  switch (phase.name) {
    case 'clue': {
      const { giver, target, card } = roundOf(state);
      if (giver !== seat) return [];
      const cells = target === null ? (CARDS[card] ?? []) : [target];
      const text = sampleClue(state, 1);
      return cells.map((cell) => ({ type: 'giveClue', cell, text }));
    }
    case 'clue2':
      if (roundOf(state).giver !== seat) return [];
      return [{ type: 'skipSecondClue' }, { type: 'giveSecondClue', text: sampleClue(state, 2) }];
    case 'place': {
      const { guessers, challengers, isCondemned, markers } = roundOf(state);
      const mayChallenge =
        !phase.hasBegun &&
        !isCondemned &&
        guessers.includes(seat) &&
        !playsWithGiver(state, seat) &&
        !challengers.includes(seat);
      const challenge: GameCommand[] = mayChallenge ? [{ type: 'challengeClue' }] : [];
      const isTheirs = isParty(state) ? guessers.includes(seat) : phase.queue[0] === seat;
      if (!isTheirs) return challenge;
      const closes = (marker: Marker) => marker.seat === seat || isInTheWay(state, marker, phase.pass);
      const taken = new Set(markers.filter(closes).map((marker) => marker.cell));
      const free = ALL_CELLS.filter((cell) => !taken.has(cell));
      return [...challenge, ...free.map((cell): GameCommand => ({ type: 'placeMarker', cell }))];
    }
    case 'reveal':
      return phase.ready.includes(seat) ? [] : [{ type: 'ready' }];
    case 'unopened':
    case 'paused':
    case 'over':
      return [];
    default:
      return assertNever(phase);
  }
}

/** A clue that passes the check now. Used up samples are lengthened: a finite game cannot use up all of them. */
function sampleClue(state: GameState, pass: 1 | 2): string {
  const { usedClues, options } = state;
  const { voided } = roundOf(state);
  const passes = (text: string) =>
    checkClue(text, { words: wordsIn(options, pass), usedClues, voided, strictness: options.clueCheck }).ok;
  for (let lap = 0; ; lap++) {
    const suffix = lap === 0 ? '' : [...String(lap)].map((digit) => 'vwxzkbmfpj'[Number(digit)]).join('');
    const word = SAMPLES.map((sample) => sample + suffix).find(passes);
    if (word !== undefined) return word;
  }
}
