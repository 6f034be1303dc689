import { playerId, type SeatId, seatId } from '../core/ids.ts';
import type { GameView, GiverSecret, PlayerView, RoundRecord, Stage } from '../games/color-clues/types.ts';
import type { Person, Seat, TablePhase, TableView } from '../table/types.ts';

/** Stages and phases by their number on the wire. Append only: old clients count on the order. */
export const STAGES: readonly Stage[] = ['clue', 'place', 'clue2', 'reveal', 'paused', 'over'];
export const PHASES: readonly TablePhase[] = ['unopened', 'waiting', 'playing', 'over', 'closed'];

/** A map as decoded on either side. */
export interface WireMap<T> {
  forEach(visit: (value: T, key: string) => void): void;
}
/** A list as decoded on either side. */
export interface WireList<T> {
  readonly length: number;
  forEach(visit: (value: T, index: number) => void): void;
}

export interface WirePerson {
  readonly playerId: string;
  readonly name: string;
  readonly marker: number;
}
export interface WireSeat extends WirePerson {
  readonly index: number;
  readonly isBot: boolean;
  readonly awaySince: number;
}
export interface WirePlayer {
  readonly index: number;
  readonly score: number;
  readonly gain: number;
  readonly first: number;
  readonly second: number;
  readonly isReady: boolean;
  readonly isChallenging: boolean;
  readonly place: number;
}
export interface WireRound {
  readonly round: number;
  readonly giver: number;
  readonly clue1: string;
  readonly clue2: string;
  readonly target: number;
  readonly gains: WireMap<number>;
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
}
/** The structure of the synchronized state, without the library that carries it. */
export interface WireTable {
  readonly epochMs: number;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly phase: number;
  readonly host: number;
  readonly options: string;
  readonly seats: WireMap<WireSeat>;
  readonly queue: WireList<WirePerson>;
  readonly game?: WireGame | undefined;
  readonly gameNumber: number;
}

const items = <T>(list: WireList<T>): T[] => {
  const out: T[] = [];
  list.forEach((value) => {
    out.push(value);
  });
  return out;
};

const entriesByIndex = <T extends { readonly index: number }>(map: WireMap<T>): [SeatId, T][] => {
  const out: [SeatId, T][] = [];
  map.forEach((value, key) => {
    out.push([seatId(Number(key)), value]);
  });
  return out.sort((a, b) => a[1].index - b[1].index);
};

const cellOrNull = (cell: number): number | null => (cell < 0 ? null : cell);
const texts = (...clues: string[]): string[] => clues.filter((clue) => clue !== '');
const person = (wire: WirePerson): Person => ({
  id: playerId(wire.playerId),
  name: wire.name,
  marker: wire.marker,
});

/**
 * Reads a decoded state back into the view that the server mirrored. `me` decides about secrets: what a former giver's
 * decoder still remembers is not shown to anybody else.
 */
export function readTable(wire: WireTable, me: SeatId | null): TableView<GameView> {
  const time = (ms: number): number | null => (ms === 0 ? null : wire.epochMs + ms);
  return {
    name: wire.name,
    visibility: wire.isPrivate ? 'private' : 'public',
    phase: PHASES[wire.phase] ?? 'unopened',
    host: wire.host === 0 ? null : seatId(wire.host),
    options: JSON.parse(wire.options),
    seats: entriesByIndex(wire.seats).map(
      ([id, seat]): Seat => ({
        id,
        kind: seat.isBot ? 'bot' : 'human',
        person: person(seat),
        awaySince: time(seat.awaySince),
      }),
    ),
    queue: items(wire.queue).map(person),
    game: wire.game ? readGame(wire.game, me, time) : null,
    gameNumber: wire.gameNumber,
  };
}

function readGame(wire: WireGame, me: SeatId | null, time: (ms: number) => number | null): GameView {
  const stage = STAGES[wire.stage] ?? 'over';
  return {
    stage,
    pass: wire.pass === 2 ? 2 : 1,
    round: wire.round,
    rounds: wire.rounds,
    giver: seatId(wire.giver),
    giverFactor: wire.giverFactor === 2 ? 2 : 1,
    isRetry: wire.isRetry,
    isCondemned: wire.isCondemned,
    queue: [...wire.queue].slice(wire.queueDone).map((unit) => seatId(unit.codePointAt(0)!)),
    clues: texts(wire.clue1, wire.clue2),
    until: time(wire.until),
    spanMs: wire.spanMs === 0 ? null : wire.spanMs,
    players: entriesByIndex(wire.players).map(
      ([seat, player]): PlayerView => ({
        seat,
        score: player.score,
        gain: player.gain < 0 ? null : player.gain,
        markers: [cellOrNull(player.first), cellOrNull(player.second)],
        isReady: player.isReady,
        isChallenging: player.isChallenging,
        place: player.place === 0 ? null : player.place,
      }),
    ),
    target: cellOrNull(wire.target),
    history: items(wire.history).map(readRound),
    promise: wire.promise || null,
    secret: isSecretKept(wire, stage, me) && wire.secret ? readSecret(wire.secret) : null,
  };
}

/** A giver keeps the secret until the reveal, or until the game ends without one. */
const isSecretKept = (wire: WireGame, stage: Stage, me: SeatId | null): boolean =>
  me === wire.giver && wire.target < 0 && stage !== 'over';

function readSecret(wire: WireSecret): GiverSecret | null {
  const [a, b, c, d] = items(wire.card);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return { card: [a, b, c, d], target: cellOrNull(wire.target), warning: wire.warning || null };
}

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
  };
}
