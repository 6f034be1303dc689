import { type SeatId, seatId } from '../../core/ids.ts';
import { itemsOf, type ReadGame, seatsByIndex, type WireList, type WireMap } from '../../protocol/wire.ts';
import { CELLS } from './board.ts';
import type { GameView, GiverSecret, Marker, PlayerView, RoundRecord, Stage, TeamView } from './types.ts';

/** Stages by their number on the wire. Append only: old clients count on the order. */
export const STAGES: readonly Stage[] = ['clue', 'place', 'clue2', 'reveal', 'paused', 'over'];

export interface WirePlayer {
  readonly index: number;
  readonly score: number;
  readonly gain: number;
  readonly first: number;
  readonly second: number;
  readonly isBlind: boolean;
  /** Left out for no. */
  readonly isReady?: boolean | undefined;
  readonly isChallenging: boolean;
  readonly isVolunteer: boolean;
  readonly place: number;
  /** 0: each plays alone; from 1 on. */
  readonly team: number;
}
export interface WireRound {
  readonly round: number;
  readonly giver: number;
  readonly clue1: string;
  readonly clue2: string;
  readonly target: number;
  readonly gains: WireMap<number>;
  readonly markers: string;
}
export interface WireTeam {
  readonly score: number;
  readonly gain: number;
  readonly place: number;
}
export interface WireSecret {
  readonly card: WireList<number>;
  readonly target: number;
  readonly warning: string;
}
export interface WireGame {
  readonly stage: number;
  readonly pass: number;
  readonly round: number;
  readonly rounds: number;
  readonly giver: number;
  readonly giverFactor: number;
  readonly isRetry: boolean;
  readonly isCondemned: boolean;
  readonly queue: string;
  readonly queueDone: number;
  readonly clue1: string;
  readonly clue2: string;
  readonly until: number;
  readonly spanMs: number;
  readonly target: number;
  readonly players: WireMap<WirePlayer>;
  readonly history: WireList<WireRound>;
  readonly secret?: WireSecret | undefined;
  readonly promise: string;
  readonly isParty: boolean;
  readonly passes: number;
  readonly placed: number;
  readonly expected: number;
  /** Party: where the markers lie that only their owners see, by seat: one's own alone. */
  readonly laid?: WireMap<WireLaid> | undefined;
  readonly words1: number;
  readonly words2: number;
  readonly isWide: boolean;
  readonly teams: WireList<WireTeam>;
  /** Co-op: what to reach; 0 else. */
  readonly par: number;
  /** When a wait without a clock began. */
  readonly since: number;
  readonly takesVolunteers: boolean;
}
export interface WireLaid {
  readonly cell: number;
}
const cellOrNull = (cell: number): number | null => (cell < 0 ? null : cell);
const texts = (...clues: string[]): string[] => clues.filter((clue) => clue !== '');

/** Reads what a table of Color Clues adds to the state back into its view. */
export const readGame: ReadGame<WireGame, GameView> = (wire, me, time) => {
  const stage = STAGES[wire.stage] ?? 'over';
  const pass = wire.pass === 2 ? 2 : 1;
  const laid = laidBy(wire, stage, me);
  return {
    preset: wire.isParty ? 'party' : 'classic',
    stage,
    pass,
    passes: wire.passes === 1 ? 1 : 2,
    words: [wire.words1, wire.words2],
    scoring: wire.isWide ? 'wide' : 'normal',
    teams: itemsOf(wire.teams).map(readTeam),
    par: itemsOf(wire.teams).length === 1 ? wire.par : null,
    takesVolunteers: wire.takesVolunteers,
    round: wire.round,
    rounds: wire.rounds,
    giver: seatId(wire.giver),
    giverFactor: wire.giverFactor === 2 ? 2 : 1,
    isRetry: wire.isRetry,
    isCondemned: wire.isCondemned,
    queue: [...wire.queue].slice(wire.queueDone).map((unit) => seatId(unit.codePointAt(0)!)),
    placed: wire.placed,
    expected: wire.expected,
    clues: texts(wire.clue1, wire.clue2),
    until: time(wire.until),
    spanMs: wire.spanMs === 0 ? null : wire.spanMs,
    since: time(wire.since),
    players: seatsByIndex(wire.players).map(
      ([seat, player]): PlayerView => ({
        seat,
        score: player.score,
        team: player.team === 0 ? null : player.team - 1,
        gain: player.gain < 0 ? null : player.gain,
        markers: markersOf(player, seat === me ? laid : null, pass),
        isBlind: player.isBlind,
        isReady: player.isReady === true,
        isChallenging: player.isChallenging,
        isVolunteer: player.isVolunteer,
        place: player.place === 0 ? null : player.place,
      }),
    ),
    target: cellOrNull(wire.target),
    history: itemsOf(wire.history).map(readRound),
    promise: wire.promise || null,
    secret: isSecretKept(wire, stage, me) && wire.secret ? readSecret(wire.secret) : null,
  };
};

/** Where my marker lies that nobody else sees, while there can be one. */
function laidBy({ isParty, laid, giver }: WireGame, stage: Stage, me: SeatId | null): number | null {
  if (!isParty || me === null || me === giver || (stage !== 'place' && stage !== 'paused')) return null;
  let cell: number | null = null;
  laid?.forEach((mine, key) => {
    if (Number(key) === me) cell = cellOrNull(mine.cell);
  });
  return cell;
}

function markersOf({ first, second }: WirePlayer, laid: number | null, pass: 1 | 2): PlayerView['markers'] {
  if (pass === 1) return [laid ?? cellOrNull(first), cellOrNull(second)];
  return [cellOrNull(first), laid ?? cellOrNull(second)];
}

/** A giver keeps the secret until the reveal, or until the game ends without one. */
const isSecretKept = (wire: WireGame, stage: Stage, me: SeatId | null): boolean =>
  me === wire.giver && wire.target < 0 && stage !== 'over';

function readSecret(wire: WireSecret): GiverSecret | null {
  const [a, b, c, d] = itemsOf(wire.card);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return { card: [a, b, c, d], target: cellOrNull(wire.target), warning: wire.warning || null };
}

const readTeam = ({ score, gain, place }: WireTeam): TeamView => ({
  score,
  gain: gain < 0 ? null : gain,
  place: place === 0 ? null : place,
});

function readRound(wire: WireRound): RoundRecord {
  const gains: { seat: SeatId; points: number }[] = [];
  wire.gains.forEach((points, key) => {
    gains.push({ seat: seatId(Number(key)), points });
  });
  return {
    round: wire.round,
    giver: seatId(wire.giver),
    clues: texts(wire.clue1, wire.clue2),
    target: cellOrNull(wire.target),
    gains,
    markers: readMarkers(wire.markers),
  };
}

/**
 * The markers of a round as a text: for each the code unit of its seat, then one for its cell and pass. 0xD800–0xDFFF would
 * be torn apart as surrogates. @throws RangeError for a seat beyond that
 */
export function markersText(markers: readonly Marker[]): string {
  const units = markers.flatMap(({ seat, pass, cell }) => [seat, 1 + cell + (pass - 1) * CELLS]);
  if (units.some((unit) => unit >= 0xd800)) throw new RangeError('a seat does not fit the markers');
  return String.fromCharCode(...units);
}

function readMarkers(text: string): Marker[] {
  return Array.from({ length: text.length / 2 }, (_, index): Marker => {
    const unit = text.charCodeAt(2 * index + 1) - 1;
    return {
      seat: seatId(text.charCodeAt(2 * index)),
      pass: unit < CELLS ? 1 : 2,
      cell: unit % CELLS,
    };
  });
}
