import type { SeatId } from '../../core/ids.ts';
import { assertNever } from '../../core/result.ts';
import type { Viewer } from '../../core/rules.ts';
import { CARDS } from './cards.ts';
import { cluesIn, parFor, takesVolunteers, wordsIn } from './presets.ts';
import { rank, teamPlaces } from './scoring.ts';
import { type GameState, isParty, type Player, type Round, roundOf, type Waiting, waitOf } from './state.ts';
import type {
  GameEvent,
  GameView,
  GiverSecret,
  Marker,
  PlayerView,
  RoundRecord,
  Stage,
  TeamView,
} from './types.ts';

/**
 * A game through one viewer's eyes. The card and the target are only for the giver until the reveal; in Party a marker is
 * only for its owner until all are shown.
 */
export function view(state: GameState, viewer: Viewer): GameView {
  const round = roundOf(state);
  const { phase } = state;
  const wait = waitOf(state);
  const until = phase.name === 'unopened' || phase.name === 'over' ? null : phase.until;
  const places = phase.name === 'over' ? new Map(rank(state).map(({ seat, place }) => [seat, place])) : null;
  const seen =
    hiddenPass(state) === null
      ? round.markers
      : round.markers.filter((marker) => isSeen(state, marker, viewer));
  const { placed, expected } = countsOf(state, round, wait);
  // Nothing is spread into what is made here: after a spread V8 looks up a place for each further field.
  return {
    preset: state.options.preset,
    stage: phase.name === 'unopened' ? 'over' : (phase.name satisfies Stage),
    pass: wait?.name === 'clue2' || (wait?.name === 'place' && wait.pass === 2) ? 2 : 1,
    passes: cluesIn(state.options),
    words: [wordsIn(state.options, 1), wordsIn(state.options, 2)],
    scoring: state.options.scoring,
    teams: teamsSeen(state, round),
    par: parFor(state.options, state.rounds),
    takesVolunteers: takesVolunteers(state.options),
    round: round.number,
    rounds: state.rounds,
    giver: round.giver,
    giverFactor: round.giverFactor,
    isRetry: round.voided !== null,
    isCondemned: round.isCondemned,
    queue: wait?.name !== 'place' ? NOBODY : isParty(state) ? round.guessers : wait.queue,
    placed,
    expected,
    clues: round.clues,
    until,
    since: wait === null || until !== null ? null : wait.since,
    spanMs: until === null || phase.name === 'unopened' || phase.name === 'over' ? null : until - phase.since,
    players: state.players.map((player): PlayerView => {
      const { markers, isBlind } = markersOf(seen, player.seat);
      return {
        seat: player.seat,
        score: player.score,
        team: player.team,
        gain: gainOf(round, player),
        markers,
        isBlind,
        isReady: wait?.name === 'reveal' && wait.ready.includes(player.seat),
        isVolunteer: player.isVolunteer,
        isChallenging: round.challengers.includes(player.seat),
        place: places?.get(player.seat) ?? null,
      };
    }),
    target: round.gains === null ? null : round.target,
    history: shownHistory(state.history),
    promise: state.promise,
    secret: viewer.kind === 'seat' && viewer.seat === round.giver ? secretOf(state, round) : null,
  };
}

/** The same lists each time: who compares them sees that nothing changed. */
const NOBODY: readonly SeatId[] = [];
const NO_TEAMS: readonly TeamView[] = [];

const shownHistories = new WeakMap<readonly RoundRecord[], readonly RoundRecord[]>();

/** Rounds without the points that nobody got. The same list for the same rounds: who compares lists sees that nothing changed. */
function shownHistory(rounds: readonly RoundRecord[]): readonly RoundRecord[] {
  const known = shownHistories.get(rounds);
  if (known) return known;
  const shown = rounds.map((round) => ({ ...round, gains: round.gains.filter(({ points }) => points > 0) }));
  shownHistories.set(rounds, shown);
  return shown;
}

function teamsSeen(state: GameState, { teamGains }: Round): readonly TeamView[] {
  const { teamScores, options, rounds, phase } = state;
  if (teamScores.length === 0) return NO_TEAMS;
  const places = phase.name === 'over' ? teamPlaces(teamScores, parFor(options, rounds)) : [];
  return teamScores.map((score, team) => ({
    score,
    gain: teamGains[team] ?? null,
    place: places[team] ?? null,
  }));
}

const gainOf = (round: Round, player: Player): number | null =>
  round.gains === null ? null : (round.gains.find(({ seat }) => seat === player.seat)?.points ?? 0);

/** The pass whose markers only their owners see, or null. */
const hiddenPass = (state: GameState): 1 | 2 | null => {
  const wait = waitOf(state);
  return isParty(state) && wait?.name === 'place' ? wait.pass : null;
};

const isSeen = (state: GameState, { seat, pass }: Marker, viewer: Viewer): boolean =>
  pass !== hiddenPass(state) || (viewer.kind === 'seat' && viewer.seat === seat);

/** How many have placed of those who are here. It says nothing about who, or where. */
function countsOf(
  state: GameState,
  { markers }: Round,
  wait: Waiting | null,
): Pick<GameView, 'placed' | 'expected'> {
  const pass = hiddenPass(state);
  if (pass === null || wait?.name !== 'place') return { placed: 0, expected: 0 };
  const placed = markers.filter((marker) => marker.pass === pass).length;
  const absent = new Set(state.players.filter(({ awaySince }) => awaySince !== null).map(({ seat }) => seat));
  return { placed, expected: placed + wait.queue.filter((seat) => !absent.has(seat)).length };
}

/** Where the markers of a seat lie, and whether its last one was laid blind. */
function markersOf(markers: readonly Marker[], seat: SeatId): Pick<PlayerView, 'markers' | 'isBlind'> {
  let first: number | null = null;
  let second: number | null = null;
  let isBlind = false;
  for (const marker of markers) {
    if (marker.seat !== seat) continue;
    if (marker.pass === 1) first ??= marker.cell;
    else second ??= marker.cell;
    isBlind = marker.isBlind === true;
  }
  return { markers: [first, second], isBlind };
}

function secretOf(state: GameState, round: Round): GiverSecret | null {
  const card = CARDS[round.card];
  if (!card || round.gains !== null || state.phase.name === 'over') return null;
  return { card, target: round.target, warning: round.warning };
}

/** An event as one viewer may know it: blanks stand where a secret was. */
export function redact(event: GameEvent, viewer: Viewer): GameEvent | null {
  switch (event.type) {
    case 'deckShuffled':
      return { ...event, order: [], seed: null };
    case 'roundStarted':
      return viewer.kind === 'seat' && viewer.seat === event.giver ? event : { ...event, card: -1 };
    case 'clueGiven':
      return { ...event, target: null, warning: null };
    case 'markerLaid':
      return viewer.kind === 'seat' && viewer.seat === event.seat ? event : null;
    case 'gameStarted':
    case 'placingEnds':
    case 'volunteered':
    case 'placingClosed':
    case 'markerPlaced':
    case 'placingPassed':
    case 'clueChallenged':
    case 'clueVoided':
    case 'clueCondemned':
    case 'roundRevealed':
    case 'roundVoided':
    case 'turnSkipped':
    case 'teamSkipped':
    case 'playerReady':
    case 'seatAdded':
    case 'orderChanged':
    case 'seatRemoved':
    case 'seatWentAway':
    case 'seatCameBack':
    case 'gamePaused':
    case 'gameResumed':
    case 'gameEnded':
      return event;
    default:
      return assertNever(event);
  }
}
