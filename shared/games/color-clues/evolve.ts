import type { SeatId } from '../../core/ids.ts';
import { assertNever } from '../../core/result.ts';
import { normalizeClue } from './clue-check.ts';
import { cluesIn, teamsIn } from './presets.ts';
import { addMarkers } from './scoring.ts';
import {
  fewestTurns,
  type GameState,
  isParty,
  newPlayer,
  orderOf,
  type Player,
  playerOf,
  type Round,
  roundOf,
  type Waiting,
  waitOf,
} from './state.ts';
import { RESUME_MS } from './timing.ts';
import type { GameEvent, RoundRecord } from './types.ts';

/** Applies one fact. Knows no time and no chance: both are in the fact. */
export function evolve(state: GameState, event: GameEvent): GameState {
  switch (event.type) {
    case 'deckShuffled':
      return { ...state, deck: event.order, used: [], promise: event.promise };
    case 'gameStarted':
      return {
        ...state,
        options: event.options,
        players: event.order.map((seat, index) => newPlayer(seat, event.teams?.[index])),
        ...teamsOf(event),
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
      return inRound(
        changeWait(state, (wait) => afterTurn(state, wait, event, true)),
        ({ markers }) => ({
          markers: [
            ...markers,
            {
              seat: event.seat,
              cell: event.cell,
              pass: passOf(state),
              ...(event.isBlind && { isBlind: true }),
            },
          ],
        }),
      );
    case 'placingPassed':
      // Nobody had a chance to object, or not to, while an absent player was waited for.
      return changeWait(state, (wait) => afterTurn(state, wait, event, event.reason !== 'away'));
    case 'markerLaid':
      return layMarker(state, event);
    case 'placingEnds':
      return changeWait(state, (wait) => ({ ...wait, until: event.at }));
    case 'placingClosed':
      return changeWait(state, () => ({ name: 'clue2', since: event.at, until: event.until }));
    case 'volunteered':
      return changePlayer(state, event.seat, { isVolunteer: event.wants });
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
    case 'turnSkipped':
      return skipTurn(state, event.seat);
    case 'teamSkipped':
      return { ...state, rounds: state.rounds - 1, turnTeam: event.team };
    case 'playerReady':
      return state.phase.name === 'reveal'
        ? { ...state, phase: { ...state.phase, ready: [...state.phase.ready, event.seat] } }
        : state;
    case 'seatAdded':
      return {
        ...state,
        players: [...state.players, newPlayer(event.seat, event.team, fewestTurns(state), true)],
      };
    case 'orderChanged':
      return reorder(state, event.order);
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

/** No points yet; the first to give is of the team that follows. */
function teamsOf({
  options,
  teams,
}: Extract<GameEvent, { type: 'gameStarted' }>): Pick<GameState, 'teamScores' | 'turnTeam'> {
  const teamScores = Array.from({ length: teamsIn(options) }, () => 0);
  const first = teams?.[0];
  return {
    teamScores,
    turnTeam: first === undefined ? -1 : (first + teamScores.length - 1) % teamScores.length,
  };
}

const isWaiting = (phase: GameState['phase']): phase is Waiting =>
  phase.name === 'clue' || phase.name === 'place' || phase.name === 'clue2' || phase.name === 'reveal';

const passOf = ({ phase }: GameState): 1 | 2 => (phase.name === 'place' ? phase.pass : 1);

function startRound(state: GameState, event: Extract<GameEvent, { type: 'roundStarted' }>): GameState {
  const order = orderOf(state);
  const giverIndex = order.indexOf(event.giver);
  return {
    // The hand of whoever gives comes down.
    ...changePlayer(withTurn(state, event.giver), event.giver, { isVolunteer: false }),
    deck: state.deck.filter((card) => card !== event.card),
    giverIndex,
    turnTeam: turnOf(state, event.giver),
    phase: { name: 'clue', since: event.at, until: event.until },
    round: {
      number: event.round,
      giver: event.giver,
      startedAt: event.at,
      card: event.card,
      giverFactor: event.giverFactor,
      guessers: [...order.slice(giverIndex + 1), ...order.slice(0, giverIndex)],
      target: null,
      warning: null,
      clues: [],
      markers: [],
      challengers: [],
      voided: null,
      isCondemned: false,
      gains: null,
      teamGains: [],
    },
  };
}

/** The team whose turn it is when this seat is to give. */
const turnOf = (state: GameState, seat: SeatId): number => playerOf(state, seat)?.team ?? state.turnTeam;

function skipTurn(state: GameState, seat: SeatId): GameState {
  const { round, phase } = state;
  // Its card is back in the deck when that round was taken out before: whoever is away may be the next to give again.
  const isUnderWay = phase.name === 'clue' && round?.giver === seat && !state.deck.includes(round.card);
  return {
    ...(isUnderWay ? state : withTurn(state, seat)),
    rounds: state.rounds - 1,
    giverIndex: orderOf(state).indexOf(seat),
    turnTeam: turnOf(state, seat),
    deck: isUnderWay ? withUnplayedCard(state) : state.deck,
    round: isUnderWay ? { ...round, number: round.number - 1 } : round,
  };
}

/** One more turn to give was that of this seat. */
const withTurn = (state: GameState, seat: SeatId): GameState =>
  changePlayer(state, seat, { turns: (playerOf(state, seat)?.turns ?? 0) + 1 });

/** The round that runs keeps the order it began with. Seats that the order does not name stay at the end, as they are. */
function reorder(state: GameState, order: readonly SeatId[]): GameState {
  const placeOf = ({ seat }: Player) => (order.includes(seat) ? order.indexOf(seat) : order.length);
  const players = state.players.toSorted((a, b) => placeOf(a) - placeOf(b));
  const last = state.players[state.giverIndex];
  return { ...state, players, giverIndex: last === undefined ? -1 : players.indexOf(last) };
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

/** In the place of the one that its owner has laid in this pass, if any. */
function layMarker(state: GameState, { seat, cell }: Extract<GameEvent, { type: 'markerLaid' }>): GameState {
  const pass = passOf(state);
  const waiting = changeWait(state, (wait) =>
    wait.name === 'place'
      ? { ...wait, hasBegun: true, queue: wait.queue.filter((other) => other !== seat) }
      : wait,
  );
  return inRound(waiting, ({ markers }) => ({
    markers: [
      ...markers.filter((marker) => marker.seat !== seat || marker.pass !== pass),
      { seat, cell, pass },
    ],
  }));
}

interface Turn {
  readonly at: number;
  readonly until: number | null;
}

/** After a turn: the next in the queue, or the second clue, if there may be one, when the first pass is done. */
function afterTurn(state: GameState, wait: Waiting, { at, until }: Turn, hasBegun: boolean): Waiting {
  if (wait.name !== 'place') return wait;
  const queue = wait.queue.slice(1);
  if (queue.length === 0 && wait.pass === 1 && cluesIn(state.options) === 2)
    return { name: 'clue2', since: at, until };
  return { ...wait, queue, hasBegun: wait.hasBegun || hasBegun, since: at, until };
}

/** Changes the wait that runs or that a pause interrupted. A second clue is a new one: nobody has objected yet. */
function changeWait(state: GameState, change: (wait: Waiting) => Waiting): GameState {
  const before = waitOf(state);
  if (before === null) return state;
  const wait = change(before);
  const { phase } = state;
  const changed: GameState = {
    ...state,
    phase: phase.name === 'paused' ? { ...phase, interrupted: wait } : wait,
  };
  return before.name === 'place' && wait.name === 'clue2'
    ? inRound(changed, () => ({ voided: null, challengers: [] }))
    : changed;
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
    teamScores: state.teamScores.map((score, team) => score + (event.teamGains?.[team] ?? 0)),
    used: [...state.used, round.card],
    round: { ...round, target: event.target, gains: event.gains, teamGains: event.teamGains ?? [] },
    history: [
      ...state.history,
      {
        ...recordOf(round, event.target),
        gains: event.gains,
        markers: orderOf(state).flatMap((seat) =>
          round.markers
            .filter((marker) => marker.seat === seat)
            .sort((a, b) => a.pass - b.pass)
            // Who guessed wildly is told only while the round itself is shown.
            .map(({ pass, cell }) => ({ seat, pass, cell })),
        ),
      },
    ],
    phase: { name: 'reveal', ready: [], since: event.at, until: event.until },
  };
}

const recordOf = (round: Round, target: RoundRecord['target']): RoundRecord => ({
  round: round.number,
  giver: round.giver,
  clues: round.clues,
  target,
  gains: [],
  markers: [],
});

function removeSeat(state: GameState, event: Extract<GameEvent, { type: 'seatRemoved' }>): GameState {
  const index = state.players.findIndex((player) => player.seat === event.seat);
  const isGone = (seat: SeatId) => seat === event.seat;
  const without = inRound(
    {
      ...state,
      players: state.players.filter((player) => !isGone(player.seat)),
      giverIndex: index <= state.giverIndex ? state.giverIndex - 1 : state.giverIndex,
    },
    ({ guessers, challengers }) => ({
      guessers: guessers.filter((seat) => !isGone(seat)),
      challengers: challengers.filter((seat) => !isGone(seat)),
    }),
  );
  return changeWait(without, (wait) => {
    if (wait.name !== 'place') return wait;
    if (wait.queue[0] === event.seat && !isParty(state))
      return afterTurn(state, wait, turnIn(state, event), false);
    return { ...wait, queue: wait.queue.filter((seat) => !isGone(seat)) };
  });
}

/** A turn that begins during a pause has all its time when the game goes on: as if it began with the pause. */
function turnIn({ phase }: GameState, { at, until }: Turn): Turn {
  if (phase.name !== 'paused') return { at, until };
  return { at: phase.since, until: until === null ? null : phase.since + until - at };
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
