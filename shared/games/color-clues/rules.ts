import { err, ok } from '../../core/result.ts';
import type { Rules } from '../../core/rules.ts';
import { CELLS } from './board.ts';
import { CARDS } from './cards.ts';
import { checkClue } from './clue-check.ts';
import { decide, firstRound } from './decide.ts';
import { evolve } from './evolve.ts';
import { parseOptions, turnsFor } from './options.ts';
import { rank } from './scoring.ts';
import { type GameState, initialState, roundOf } from './state.ts';
import { deadlineOf } from './timing.ts';
import type { GameCommand, GameEvent, GameView } from './types.ts';
import { redact, view } from './view.ts';

const MIN_SEATS = 3;
const MAX_SEATS = 10;

/** Color Clues, Classic. The numbered rules are in `docs/rules.md`. */
export const colorClues: Rules<GameState, GameCommand, GameEvent, GameView> = {
  name: 'color-clues',
  version: 1,
  minSeats: MIN_SEATS,
  maxSeats: MAX_SEATS,
  initial: initialState,
  setup(seats, wanted, ctx, previous) {
    if (seats.length < MIN_SEATS) return err({ code: 'too_few_players' });
    if (seats.length > MAX_SEATS) return err({ code: 'too_many_players' });
    const options = parseOptions(wanted);
    if (options === null) return err({ code: 'bad_options' });
    const first = ctx.rng.int(seats.length);
    const events: GameEvent[] = [];
    if (previous === null)
      events.push({ type: 'deckShuffled', order: ctx.rng.shuffle(CARDS.map((_, card) => card)) });
    events.push({
      type: 'gameStarted',
      options,
      order: [...seats.slice(first), ...seats.slice(0, first)],
      rounds: turnsFor(options, seats.length) * seats.length,
    });
    return ok([...events, ...firstRound(events.reduce(evolve, previous ?? initialState), ctx)]);
  },
  decide,
  evolve,
  view,
  redact,
  deadline: deadlineOf,
  legalCommands,
  outcome: (state) => (state.phase.name === 'over' ? { ranking: rank(state.players) } : null),
  seatsOpen: ({ phase }) => phase.name === 'reveal' || phase.name === 'paused',
};

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

function legalCommands(state: GameState, seat: number): GameCommand[] {
  const { phase } = state;
  const player = state.players.find((other) => other.seat === seat);
  if (!player || phase.name === 'unopened' || phase.name === 'over' || phase.name === 'paused') return [];
  const round = roundOf(state);
  const isGiver = round.giver === seat;
  switch (phase.name) {
    case 'clue': {
      const cells = round.target === null ? (CARDS[round.card] ?? []) : [round.target];
      return isGiver ? cells.map((cell) => ({ type: 'giveClue', cell, text: sample(state, 1) })) : [];
    }
    case 'clue2':
      return isGiver ? [{ type: 'skipSecondClue' }, { type: 'giveSecondClue', text: sample(state, 2) }] : [];
    case 'place': {
      const taken = new Set(round.markers.map((marker) => marker.cell));
      const cells = Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => !taken.has(cell));
      const places =
        phase.queue[0] === seat ? cells.map((cell): GameCommand => ({ type: 'placeMarker', cell })) : [];
      const mayChallenge =
        !isGiver && !phase.hasBegun && !round.isCondemned && !round.challengers.includes(player.seat);
      return mayChallenge ? [{ type: 'challengeClue' }, ...places] : places;
    }
    case 'reveal':
      return phase.ready.includes(player.seat) ? [] : [{ type: 'ready' }];
  }
}

/** A clue that passes the check now. */
function sample(state: GameState, pass: 1 | 2): string {
  const { usedClues, options } = state;
  const passes = (text: string) => checkClue(text, { pass, usedClues, strictness: options.clueCheck }).ok;
  for (let round = 0; ; round++) {
    const suffix =
      round === 0 ? '' : String.fromCharCode(...[...String(round)].map((digit) => 97 + Number(digit)));
    const word = SAMPLES.map((sampleWord) => sampleWord + suffix).find(passes);
    if (word !== undefined) return word;
  }
}
