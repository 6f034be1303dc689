import { assertNever } from '../../core/result.ts';
import { normalizeClue } from './clue-check.ts';
import { addMarkers } from './scoring.ts';
import { type GameState, newPlayer, type Player, type Round, roundOf, type Waiting } from './state.ts';
import { RESUME_MS } from './timing.ts';
import type { GameEvent, RoundRecord } from './types.ts';

/** Applies one fact. Knows no time and no chance: both are in the fact. */
export function evolve(state: GameState, event: GameEvent): GameState {
  switch (event.type) {
    case 'deckShuffled':
      return { ...state, deck: event.order, used: [] };
    case 'gameStarted':
      return {
        ...state,
        options: event.options,
        players: event.order.map(newPlayer),
        rounds: event.rounds,
        round: null,
        giverIndex: -1,
        usedClues: [],
        history: [],
      };
    case 'roundStarted':
      return startRound(state, event);
    case 'clueGiven':
      return giveClue(state, event);
    case 'markerPlaced':
      return inRound(nextInQueue(state, event.seat, event), ({ markers }) => ({
        markers: [...markers, { seat: event.seat, cell: event.cell, pass: passOf(state) }],
      }));
    case 'placingPassed':
      return nextInQueue(state, event.seat, event);
    case 'clueChallenged':
      return inRound(state, ({ challengers }) => ({ challengers: [...challengers, event.seat] }));
    case 'clueVoided':
      return inRound(
        {
          ...state,
          phase: { name: event.pass === 1 ? 'clue' : 'clue2', since: event.at, until: event.until },
        },
        ({ clues }) => ({
          voided: clues.at(-1) ?? null,
          clues: clues.slice(0, -1),
          challengers: [],
          warning: null,
        }),
      );
    case 'clueCondemned':
      return inRound(state, () => ({ isCondemned: true }));
    case 'roundRevealed':
      return reveal(state, event);
    case 'roundVoided':
      return {
        ...state,
        deck: withUnplayedCard(state),
        history: [...state.history, recordOf(roundOf(state), null)],
      };
    case 'playerReady':
      return state.phase.name === 'reveal'
        ? { ...state, phase: { ...state.phase, ready: [...state.phase.ready, event.seat] } }
        : state;
    case 'seatAdded':
      return { ...state, players: [...state.players, newPlayer(event.seat)] };
    case 'seatRemoved':
      return removeSeat(state, event);
    case 'seatWentAway':
      return changePlayer(state, event.seat, { awaySince: event.at });
    case 'seatCameBack':
      return changePlayer(state, event.seat, { awaySince: null });
    case 'gamePaused':
      return isWaiting(state.phase)
        ? {
            ...state,
            phase: { name: 'paused', since: event.at, until: event.until, interrupted: state.phase },
          }
        : state;
    case 'gameResumed':
      return resume(state, event.at);
    case 'gameEnded':
      return { ...state, deck: withUnplayedCard(state), phase: { name: 'over' } };
    default:
      return assertNever(event);
  }
}

const isWaiting = (phase: GameState['phase']): phase is Waiting =>
  phase.name === 'clue' || phase.name === 'place' || phase.name === 'clue2' || phase.name === 'reveal';

const passOf = ({ phase }: GameState): 1 | 2 => (phase.name === 'place' ? phase.pass : 1);

function startRound(state: GameState, event: Extract<GameEvent, { type: 'roundStarted' }>): GameState {
  return {
    ...state,
    deck: state.deck.filter((card) => card !== event.card),
    giverIndex: state.players.findIndex((player) => player.seat === event.giver),
    phase: { name: 'clue', since: event.at, until: event.until },
    round: {
      number: event.round,
      giver: event.giver,
      card: event.card,
      giverFactor: event.giverFactor,
      target: null,
      warning: null,
      clues: [],
      markers: [],
      challengers: [],
      voided: null,
      isCondemned: false,
      gains: null,
    },
  };
}

function giveClue(state: GameState, event: Extract<GameEvent, { type: 'clueGiven' }>): GameState {
  const placing: GameState = {
    ...state,
    usedClues: [...state.usedClues, ...normalizeClue(event.text)],
    phase: {
      name: 'place',
      pass: event.pass,
      queue: event.queue,
      hasBegun: false,
      since: event.at,
      until: event.until,
    },
  };
  return inRound(placing, ({ clues, target }) => ({
    clues: [...clues, event.text],
    target: event.target ?? target,
    warning: event.warning,
    challengers: [],
  }));
}

/** A card that was dealt but not revealed goes back under the deck. */
function withUnplayedCard({ deck, used, round }: GameState): readonly number[] {
  if (round === null || deck.includes(round.card) || used.includes(round.card)) return deck;
  return [...deck, round.card];
}

/** After a turn: the next in the queue, or the second clue when the first pass is done. */
function nextInQueue(
  state: GameState,
  seat: Player['seat'],
  { at, until }: { readonly at: number; readonly until: number | null },
): GameState {
  const { phase } = state;
  if (phase.name !== 'place') return state;
  const queue = phase.queue.filter((other) => other !== seat);
  if (queue.length === 0 && phase.pass === 1) return { ...state, phase: { name: 'clue2', since: at, until } };
  return { ...state, phase: { ...phase, queue, hasBegun: true, since: at, until } };
}

function reveal(state: GameState, event: Extract<GameEvent, { type: 'roundRevealed' }>): GameState {
  const round = roundOf(state);
  const players = state.players.map((player) => {
    const gain = event.gains.find(({ seat }) => seat === player.seat)?.points ?? 0;
    return addMarkers({ ...player, score: player.score + gain }, round.markers, event.target);
  });
  return {
    ...state,
    players,
    used: [...state.used, round.card],
    round: { ...round, gains: event.gains },
    history: [...state.history, recordOf({ ...round, gains: event.gains }, event.target)],
    phase: { name: 'reveal', ready: [], since: event.at, until: event.until },
  };
}

const recordOf = (round: Round, target: RoundRecord['target']): RoundRecord => ({
  round: round.number,
  giver: round.giver,
  clues: round.clues,
  target,
  gains: round.gains ?? [],
});

function removeSeat(state: GameState, event: Extract<GameEvent, { type: 'seatRemoved' }>): GameState {
  const index = state.players.findIndex((player) => player.seat === event.seat);
  const { phase } = state;
  const without: GameState = {
    ...state,
    players: state.players.filter((player) => player.seat !== event.seat),
    giverIndex: index <= state.giverIndex ? state.giverIndex - 1 : state.giverIndex,
  };
  if (phase.name === 'place' && phase.queue.includes(event.seat)) {
    if (phase.queue[0] === event.seat) return nextInQueue(without, event.seat, event);
    return { ...without, phase: { ...phase, queue: phase.queue.filter((seat) => seat !== event.seat) } };
  }
  if (phase.name === 'paused' && phase.interrupted.name === 'place') {
    const queue = phase.interrupted.queue.filter((seat) => seat !== event.seat);
    return { ...without, phase: { ...phase, interrupted: { ...phase.interrupted, queue } } };
  }
  return without;
}

/** The interrupted wait goes on with the time that was left, or with a moment to find back into it. */
function resume(state: GameState, at: number): GameState {
  if (state.phase.name !== 'paused') return state;
  const { interrupted, since } = state.phase;
  const until = interrupted.until === null ? null : at + Math.max(RESUME_MS, interrupted.until - since);
  return { ...state, phase: { ...interrupted, since: at, until } };
}

function inRound(state: GameState, change: (round: Round) => Partial<Round>): GameState {
  const round = roundOf(state);
  return { ...state, round: { ...round, ...change(round) } };
}

function changePlayer(state: GameState, seat: Player['seat'], change: Partial<Player>): GameState {
  return {
    ...state,
    players: state.players.map((player) => (player.seat === seat ? { ...player, ...change } : player)),
  };
}
