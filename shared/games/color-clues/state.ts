import type { SeatId } from '../../core/ids.ts';
import {
  type Cell,
  DEFAULT_OPTIONS,
  type Gain,
  type GameOptions,
  type Marker,
  type RoundRecord,
} from './types.ts';

/** A player's standing. The sums decide the display order of equal scores. */
export interface Player {
  readonly seat: SeatId;
  /** Their own points, also in a team. */
  readonly score: number;
  /** Turns to give that this player has had, taken or skipped. Who comes later has had as many as who had the fewest. */
  readonly turns: number;
  /** Their team, from 0 on; null where each plays alone. */
  readonly team: number | null;
  /** Not dealt in at the start: with as many turns as somebody who was, they give after them. */
  readonly isNewcomer: boolean;
  /** Wants to give the next clue. */
  readonly isVolunteer: boolean;
  /** Since when the connection is lost, epoch ms; null while it is there. */
  readonly awaySince: number | null;
  readonly exactHits: number;
  readonly inFrame: number;
  readonly distanceSum: number;
  readonly markers: number;
}

/** The round that is played. */
export interface Round {
  readonly number: number;
  readonly giver: SeatId;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Index into CARDS. */
  readonly card: number;
  readonly giverFactor: 1 | 2;
  /** Who places markers, clockwise from the giver's left; who joins later waits for the next round. */
  readonly guessers: readonly SeatId[];
  readonly target: Cell | null;
  readonly warning: string | null;
  readonly clues: readonly string[];
  readonly markers: readonly Marker[];
  readonly challengers: readonly SeatId[];
  /** The clue that was voided by a challenge in this pass, or null; then the current one is a retry. */
  readonly voided: string | null;
  readonly isCondemned: boolean;
  /** Set at the reveal. */
  readonly gains: readonly Gain[] | null;
  /** Set at the reveal; none where each plays alone. */
  readonly teamGains: readonly number[];
}

interface Wait {
  /** When the wait began, epoch ms. */
  readonly since: number;
  /** When it ends, epoch ms; null: no clock runs. */
  readonly until: number | null;
}

/** What the game waits for. */
export type Waiting =
  | (Wait & { readonly name: 'clue' })
  | (Wait & {
      readonly name: 'place';
      readonly pass: 1 | 2;
      /** Who has not placed. In Classic the first one is to; in Party all are. */
      readonly queue: readonly SeatId[];
      /** Somebody has placed, or was passed although they were there: challenges are over. */
      readonly hasBegun: boolean;
    })
  | (Wait & { readonly name: 'clue2' })
  | (Wait & { readonly name: 'reveal'; readonly ready: readonly SeatId[] });

/** The phases of a game, as one union. */
export type Phase =
  | { readonly name: 'unopened' }
  | Waiting
  | { readonly name: 'paused'; readonly since: number; readonly until: number; readonly interrupted: Waiting }
  | { readonly name: 'over' };

export interface GameState {
  readonly options: GameOptions;
  /** In playing order, clockwise. */
  readonly players: readonly Player[];
  /** Cards still to draw, the next one first. */
  readonly deck: readonly number[];
  /** Cards that were revealed. */
  readonly used: readonly number[];
  /** What was promised of this deck, 64 hex digits; null when nothing was. */
  readonly promise: string | null;
  readonly rounds: number;
  readonly round: Round | null;
  /** Where the giver sits (or sat) among the players. */
  readonly giverIndex: number;
  /** Points of each team; none where each plays alone, one in co-op. */
  readonly teamScores: readonly number[];
  /** Whose turn it is, or was, to give; −1 where each plays alone. */
  readonly turnTeam: number;
  /** Words of all clues of this game, normalized. */
  readonly usedClues: readonly string[];
  readonly history: readonly RoundRecord[];
  readonly phase: Phase;
}

export const initialState: GameState = {
  options: DEFAULT_OPTIONS,
  players: [],
  deck: [],
  used: [],
  promise: null,
  rounds: 0,
  round: null,
  giverIndex: -1,
  teamScores: [],
  turnTeam: -1,
  usedClues: [],
  history: [],
  phase: { name: 'unopened' },
};

export const newPlayer = (
  seat: SeatId,
  team: number | null = null,
  turns = 0,
  isNewcomer = false,
): Player => ({
  seat,
  score: 0,
  team,
  turns,
  isNewcomer,
  isVolunteer: false,
  awaySince: null,
  exactHits: 0,
  inFrame: 0,
  distanceSum: 0,
  markers: 0,
});

/** Whether all place at the same time, hidden from one another. */
export const isParty = ({ options }: GameState): boolean => options.preset === 'party';

/** Whether teams play against one another. */
export const areTeams = ({ options }: GameState): boolean => options.together === 'teams';

/** Seats in playing order. */
export const orderOf = (state: GameState): SeatId[] => state.players.map((player) => player.seat);

export const playerOf = (state: GameState, seat: SeatId): Player | undefined =>
  state.players.find((player) => player.seat === seat);

/**
 * Whether a marker closes its cell to those of a clue. In Party only one does that everybody is shown: of the other clue,
 * and of somebody who has not left.
 */
export const isInTheWay = (state: GameState, { seat, pass }: Marker, placing: 1 | 2): boolean =>
  !isParty(state) || (pass !== placing && playerOf(state, seat) !== undefined);

/** Turns of whoever has had the fewest; 0 when nobody plays. */
export const fewestTurns = ({ players }: GameState): number =>
  players.length === 0 ? 0 : Math.min(...players.map(({ turns }) => turns));

/** Everybody, clockwise from the left of the last giver, who comes last. */
const clockwiseFrom = ({ players, giverIndex }: GameState): Player[] => [
  ...players.slice(giverIndex + 1),
  ...players.slice(0, giverIndex + 1),
];

/**
 * Who gives next of those who may: clockwise from the last giver, the first of those who have had the fewest turns; of
 * these, newcomers after all who were dealt in at the start. Rule 11.4.
 */
export function nextGiver(
  state: GameState,
  may: (player: Player) => boolean = () => true,
): Player | undefined {
  const candidates = clockwiseFrom(state).filter(may);
  const fewest = Math.min(...candidates.map(({ turns }) => turns));
  const due = candidates.filter(({ turns }) => turns === fewest);
  return due.find(({ isNewcomer }) => !isNewcomer) ?? due[0];
}

/** Whether no round follows the current one. */
export const isLastRound = ({ round, rounds }: GameState): boolean => (round?.number ?? 0) >= rounds;

/** Whether seats may join: while nobody guesses, and only if a round is left for them. */
export const areSeatsOpen = (state: GameState): boolean =>
  state.phase.name === 'paused' || (state.phase.name === 'reveal' && !isLastRound(state));

/** The wait that runs, or that a pause interrupted; null before and after the game. */
export function waitOf({ phase }: GameState): Waiting | null {
  if (phase.name === 'paused') return phase.interrupted;
  return phase.name === 'unopened' || phase.name === 'over' ? null : phase;
}

/** The round of a game that has begun. */
export function roundOf(state: GameState): Round {
  if (state.round === null) throw new Error('no round before the first');
  return state.round;
}

/** The seats that must act now; none at a reveal, in a pause, at the end. */
export function waitedFor(state: GameState): readonly SeatId[] {
  const { phase } = state;
  if (phase.name === 'clue' || phase.name === 'clue2') return [roundOf(state).giver];
  if (phase.name !== 'place') return [];
  return isParty(state) ? phase.queue : phase.queue.slice(0, 1);
}

/** Whether a seat is of the team that gives in this round. */
export function playsWithGiver(state: GameState, seat: SeatId): boolean {
  const team = playerOf(state, seat)?.team ?? null;
  return team !== null && team === playerOf(state, roundOf(state).giver)?.team;
}
