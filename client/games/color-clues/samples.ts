import { type SeatId, seatId } from '../../../shared/core/ids.ts';
import { COLUMNS, cellAt, columnOf, ROWS, rowOf } from '../../../shared/games/color-clues/board.ts';
import {
  type Cell,
  DEFAULT_OPTIONS,
  type GameView,
  type Marker,
  type PlayerView,
  type RoundRecord,
  type Stage,
} from '../../../shared/games/color-clues/types.ts';
import type { TablePhase } from '../../../shared/table/types.ts';
import { type Sample, type SampleOptions, type Samples, sampleSeats, sampleTable } from '../samples.ts';
import { pointsAt } from './store/cells.ts';
import { draftOf } from './store/draft.ts';
import type { View } from './store/view.ts';

export type SampleName =
  | 'table'
  | 'table-host'
  | 'table-few'
  | 'clue'
  | 'clue-wait'
  | 'place'
  | 'place2'
  | 'place-wait'
  | 'place-first'
  | 'place-objected'
  | 'place-giver'
  | 'clue2'
  | 'clue2-wait'
  | 'reveal'
  | 'reveal-giver'
  | 'reveal-void'
  | 'paused'
  | 'watch'
  | 'party-place'
  | 'party-laid'
  | 'party-host'
  | 'party-giver'
  | 'party-reveal'
  | 'end'
  | 'end-host';

/** A cell by its coordinate. */
export const at = (label: string): Cell => (label.charCodeAt(0) - 65) * 30 + Number(label.slice(1)) - 1;

const TARGET = at('J18');
const FIRST = ['H13', 'J18', 'I19', 'K17', 'F22', 'G16', 'L20', 'I15', 'J19', 'H19'].map(at);
const SECOND = ['M20', 'H17', 'I17', 'L18', 'J19', 'K19', 'J16', 'H18', 'L17', 'J20'].map(at);

/** Where people put markers who do not see those of the others. */
const CROWD = ['H13', 'J18', 'J18', 'I17', 'J18', 'K18', 'I17', 'F22', 'J18', 'K19'].map(at);

/** How far to the side and down the markers of a seat are from a color, by round. */
const ASIDE = [2, 0, -1, 5, 1, -2, 3] as const;

const HISTORY: readonly RoundRecord[] = [
  record(1, 3, ['flamingo'], at('D6'), [3, 2, 0, 4, 1]),
  record(2, 2, ['deep ocean', 'shark'], at('N25'), [2, 5, 3, 0, 2]),
];

function record(
  round: number,
  giver: number,
  clues: string[],
  target: Cell | null,
  points: number[],
): RoundRecord {
  return {
    round,
    giver: seatId(giver),
    clues,
    target,
    gains: points.map((value, index) => ({ seat: seatId(index + 1), points: value })),
    markers:
      target === null ? [] : points.flatMap((_, index) => markersNear(target, round, giver, index + 1)),
  };
}

function markersNear(target: Cell, round: number, giver: number, seat: number): Marker[] {
  if (seat === giver) return [];
  return ([1, 2] as const).map((pass) => {
    const aside = ASIDE[(3 * round + 2 * seat + pass) % ASIDE.length] ?? 0;
    const [row, column] = [rowOf(target) + ASIDE[(round + seat) % 3]!, columnOf(target) + aside];
    const within = (value: number, end: number) => Math.max(0, Math.min(end - 1, value));
    return { seat: seatId(seat), pass, cell: cellAt(within(row, ROWS), within(column, COLUMNS)) };
  });
}

interface Sketch {
  readonly stage: Stage;
  readonly me: number | null;
  readonly phase?: TablePhase;
  readonly pass?: 1 | 2;
  readonly clues?: string[];
  readonly firsts?: number;
  readonly seconds?: number;
  readonly queue?: number[];
  readonly secondsLeft?: number;
  readonly span?: number;
  readonly target?: Cell | null;
  readonly away?: number;
  readonly round?: number;
  readonly history?: readonly RoundRecord[];
  readonly secret?: boolean;
  /** In a party: how many have placed; at the reveal any number. */
  readonly placed?: number;
  /** The seat that wants to give the next clue; without one nobody is asked. */
  readonly hand?: number;
  /** The seat that objects to the clue. */
  readonly objecting?: number;
}

/** How long a wait without a clock has lasted, ms. */
const SINCE_MS = 6_000;

const CARD = [at('J18'), at('C5'), at('N25'), at('E14')] as const;

/** Seats that still place; the giver is seat 1. */
const rest = (count: number, from: number): number[] =>
  Array.from({ length: Math.max(0, count - from) }, (_, index) => from + index + 1);

function stateOf(name: SampleName, count: number): Sketch {
  const last = count;
  switch (name) {
    case 'clue':
      return { stage: 'clue', me: 1, secondsLeft: 61, span: 75, secret: true };
    case 'clue-wait':
      return { stage: 'clue', me: 2, secondsLeft: 61, span: 75 };
    case 'place-objected':
      return { ...stateOf('place-first', count), objecting: 3 };
    case 'place-first':
      return { stage: 'place', me: 2, clues: ['moss'], queue: rest(count, 1), secondsLeft: 22, span: 25 };
    case 'place':
      return {
        stage: 'place',
        me: 3,
        clues: ['forest'],
        firsts: 1,
        queue: rest(count, 2),
        secondsLeft: 18,
        span: 25,
      };
    case 'place-wait':
      return {
        stage: 'place',
        me: 3,
        clues: ['forest'],
        queue: [2, 3, ...rest(count, 3)],
        secondsLeft: 9,
        span: 25,
        away: 2,
      };
    case 'place-giver':
      return {
        stage: 'place',
        me: 1,
        clues: ['forest'],
        firsts: 1,
        queue: rest(count, 2),
        secondsLeft: 4,
        span: 25,
        secret: true,
      };
    case 'place2':
      return {
        stage: 'place',
        pass: 2,
        me: last,
        clues: ['forest', 'wet log'],
        firsts: 9,
        queue: rest(count, 1).reverse(),
        secondsLeft: 23,
        span: 25,
      };
    case 'clue2':
      return { stage: 'clue2', me: 1, clues: ['forest'], firsts: 9, secondsLeft: 31, span: 45, secret: true };
    case 'clue2-wait':
      return { stage: 'clue2', me: 2, clues: ['forest'], firsts: 9, secondsLeft: 31, span: 45 };
    case 'reveal':
    case 'reveal-giver':
      return {
        stage: 'reveal',
        pass: 2,
        me: name === 'reveal' ? 2 : 1,
        clues: ['forest', 'wet log'],
        firsts: 9,
        seconds: 9,
        target: TARGET,
        history: [...HISTORY, record(3, 1, ['forest', 'wet log'], TARGET, [5, 4, 4, 3, 2])],
        secondsLeft: 8,
        span: 8,
      };
    case 'reveal-void':
      return { stage: 'reveal', me: 2, secondsLeft: 6, span: 8, target: null };
    case 'paused':
      return { stage: 'paused', me: 1, secondsLeft: 43, span: 60, away: 2 };
    case 'watch':
      return {
        stage: 'place',
        me: null,
        clues: ['forest'],
        firsts: 1,
        queue: rest(count, 2),
        secondsLeft: 18,
        span: 25,
      };
    case 'party-place':
    case 'party-laid':
    case 'party-host':
      return {
        stage: 'place',
        me: 3,
        clues: ['forest'],
        firsts: name === 'party-place' ? 0 : 2,
        placed: name === 'party-place' ? 1 : 3,
        queue: rest(count, 1),
        secondsLeft: 14,
        span: 20,
      };
    case 'party-giver':
      return {
        stage: 'place',
        me: 1,
        clues: ['forest'],
        placed: 2,
        hand: 5,
        queue: rest(count, 1),
        secondsLeft: 9,
        span: 20,
        secret: true,
      };
    case 'party-reveal':
      return {
        stage: 'reveal',
        me: 3,
        clues: ['forest'],
        firsts: count,
        placed: count,
        hand: 5,
        target: TARGET,
        history: [...HISTORY, record(3, 1, ['forest'], TARGET, [2, 3, 3, 2, 3])],
        secondsLeft: 5,
        span: 6,
      };
    case 'end':
    case 'end-host':
      return {
        stage: 'over',
        phase: 'over',
        me: name === 'end' ? 2 : 1,
        round: 6,
        history: [
          ...HISTORY,
          record(3, 1, ['forest', 'wet log'], TARGET, [4, 4, 2, 3, 0]),
          record(4, 3, [], null, []),
          record(5, 2, ['mustard'], at('F15'), [1, 2, 3, 3, 0]),
          record(6, 1, ['eggplant', 'parmigiana'], at('P3'), [6, 5, 2, 2, 5]),
        ],
      };
    default:
      return { stage: 'clue', me: name === 'table' ? 2 : 1, phase: 'waiting' };
  }
}

/** The same table in two teams with wide scoring, or as two who play together. */
function together({ view, me }: Sample<View>, how: 'teams' | 'coop'): Sample<View> {
  const { game } = view;
  const options = { ...DEFAULT_OPTIONS, preset: 'party', together: how, scoring: 'wide' } as const;
  if (!game) return { view: { ...view, options }, me };
  const players = game.players.map((player, index) => ({ ...player, team: how === 'teams' ? index % 2 : 0 }));
  const scoreOf = (team: number): number =>
    players.reduce((sum, player) => sum + (player.team === team ? player.score : 0), 0);
  const teams = (how === 'teams' ? [0, 1] : [0]).map((team) => ({
    score: scoreOf(team),
    gain: 4,
    place: null,
  }));
  const all = { ...game, players, scoring: options.scoring, teams, par: how === 'coop' ? 11 : null };
  return { view: { ...view, options, game: all }, me };
}

/** A made-up table of Color Clues; `teams-` or `coop-` before a name shows it played together. */
export function sample(name: SampleName, options: SampleOptions = {}): Sample<View> {
  const [, how, alone] = /^(teams|coop)-(.*)$/.exec(name) ?? [];
  if (alone) return together(sample(alone as SampleName, options), how as 'teams' | 'coop');
  const { players = 5, now = 0, timers = true, isLong = false } = options;
  const count = name === 'table-few' ? 2 : players;
  const draft = stateOf(name, count);
  const phase = draft.phase ?? 'playing';
  const table = sampleTable(sampleSeats(count, options, draft.away), {
    phase,
    options: {
      ...DEFAULT_OPTIONS,
      timers: timers ? 'normal' : 'off',
      preset: draft.placed === undefined ? 'classic' : 'party',
    },
    game: phase === 'waiting' ? null : gameOf(draft, count, now, timers, isLong),
  });
  const me = draft.me === null ? null : seatId(draft.me);
  return { view: name === 'party-host' ? { ...table, host: me } : table, me };
}

/** For the gallery: `aim` is a cell, `draft` a clue being typed. */
export const samples: Samples = {
  sample: (name, options) => sample(name as SampleName, options),
  prepare(sitting, query) {
    const draft = draftOf(sitting);
    const [aim, clue] = [query.get('aim'), query.get('draft')];
    if (aim) setTimeout(() => (draft.aim.value = at(aim)), 50);
    if (clue) setTimeout(() => (draft.clue.value = clue), 300);
  },
};

function gameOf(draft: Sketch, count: number, now: number, timers: boolean, isLong: boolean): GameView {
  const clues = isLong
    ? (draft.clues ?? []).map((_, i) => (i === 0 ? 'rhododendronblossoms' : 'Mediterranean underwater'))
    : draft.clues;
  const hasClock = timers || draft.stage === 'reveal' || draft.stage === 'paused';
  const isRunning = hasClock && draft.stage !== 'over';
  return {
    preset: draft.placed === undefined ? 'classic' : 'party',
    stage: draft.stage,
    pass: draft.pass ?? 1,
    passes: draft.placed === undefined ? 2 : 1,
    placed: draft.stage === 'place' ? (draft.placed ?? 0) : 0,
    expected: draft.stage === 'place' && draft.placed !== undefined ? count - 1 : 0,
    round: draft.round ?? 3,
    rounds: draft.stage === 'over' ? 6 : 10,
    giver: seatId(1),
    giverFactor: count === 3 ? 2 : 1,
    words: [1, 2],
    scoring: 'normal',
    teams: [],
    par: null,
    takesVolunteers: draft.hand !== undefined,
    isRetry: false,
    isCondemned: false,
    queue: (draft.queue ?? []).map(seatId),
    clues: clues ?? [],
    until: isRunning && draft.secondsLeft !== undefined ? now + draft.secondsLeft * 1000 : null,
    since: hasClock || draft.stage === 'over' ? null : now - SINCE_MS,
    spanMs: isRunning && draft.span !== undefined ? draft.span * 1000 : null,
    players: Array.from({ length: count }, (_, index) => playerOf(draft, seatId(index + 1), index, count)),
    target: draft.target ?? null,
    history: draft.history ?? HISTORY,
    promise: '9b2a4c07'.repeat(8),
    secret: draft.secret
      ? { card: CARD, target: draft.stage === 'clue' ? null : TARGET, warning: null }
      : null,
  };
}

const SCORES = [14, 11, 17, 9, 6, 12, 3, 15, 8, 10, 5, 7, 13, 2, 4, 16];

function playerOf(draft: Sketch, seat: SeatId, index: number, count: number): PlayerView {
  const isGuesser = index > 0;
  const isParty = draft.placed !== undefined;
  // Before the reveal of a party one's own alone is seen.
  const isSeen =
    isGuesser && index <= (draft.firsts ?? 0) && (!isParty || draft.stage === 'reveal' || seat === draft.me);
  const firsts = isParty ? CROWD : FIRST;
  const first = isSeen ? (firsts[index % firsts.length] ?? null) : null;
  const second = isGuesser && index <= (draft.seconds ?? 0) ? (SECOND[index] ?? null) : null;
  const target = draft.target ?? null;
  const earned = [first, second].reduce<number>(
    (sum, cell) => sum + (cell === null || target === null ? 0 : pointsAt(cell, target)),
    0,
  );
  return {
    seat,
    score: SCORES[index] ?? 0,
    gain: draft.stage === 'reveal' && target !== null ? (isGuesser ? earned : isParty ? 2 : 5) : null,
    markers: [first, second],
    isReady: draft.stage === 'reveal' && index === 2,
    isBlind: false,
    isChallenging: seat === draft.objecting,
    isVolunteer: seat === draft.hand,
    team: null,
    place:
      draft.stage === 'over'
        ? 1 + SCORES.slice(0, count).filter((score) => score > (SCORES[index] ?? 0)).length
        : null,
  };
}
