import { playerId, seatId } from '../../shared/core/ids.ts';
import { FIRST_LANGUAGE } from '../../shared/core/languages.ts';
import type { Seat, TablePhase } from '../../shared/table/types.ts';
import type { MySeat, View } from '../store/faces.ts';
import type { Sitting } from '../store/sitting.ts';

/** How a made-up table shall look. */
export interface SampleOptions {
  readonly players?: number;
  readonly names?: 'usual' | 'long' | 'short';
  /** Epoch ms. */
  readonly now?: number;
  readonly timers?: boolean;
  /** What people said is as long as it can be. */
  readonly isLong?: boolean;
}

/** A made-up table, and whose eyes it is seen with. */
export interface Sample<V extends View = View> {
  readonly view: V;
  readonly me: MySeat;
}

/** Made-up tables of one game, for the gallery and for tests of what they look like. */
export interface Samples {
  /** A table in the state of this name; names that are not known show a waiting room. */
  sample(name: string, options?: SampleOptions): Sample;
  /** Puts what an address asks for into a sitting, such as what is being typed. */
  prepare?(sitting: Sitting, query: URLSearchParams): void;
}

const USUAL = [
  'Ana',
  'Ben',
  'Cleo',
  'Dev',
  'Ema',
  'Farid',
  'Gus',
  'Hana',
  'Ivo',
  'Jo',
  'Kai',
  'Lia',
  'Mo',
  'Nina',
  'Oskar',
  'Pia',
];
const LONG = [
  'Maximiliana Augusta',
  'Bartholomew Winston',
  'Wilhelmina Montague',
  'Christophorus Magnu',
  'Ekaterina Andreyevna',
];

/** So many seats; the fourth is a bot, `away` the seat of somebody who has just gone. */
export function sampleSeats(count: number, { names, now = 0 }: SampleOptions, away?: number): Seat[] {
  const nameAt = (index: number): string => {
    if (names === 'long') return LONG[index % LONG.length] ?? '';
    return names === 'short' ? (USUAL[index] ?? '').slice(0, 1) : (USUAL[index] ?? '');
  };
  return Array.from({ length: count }, (_, index) => ({
    id: seatId(index + 1),
    kind: index === 3 ? 'bot' : 'human',
    person: { id: playerId(`p${index + 1}`), name: nameAt(index), marker: index },
    awaySince: index + 1 === away ? now - 1_000 : null,
    level: index === 3 ? 4 : null,
    isStoodIn: false,
  }));
}

/** A table around seats; the first of them is the host. */
export const sampleTable = <V>(
  seats: readonly Seat[],
  { phase, options, game }: { phase: TablePhase; options: unknown; game: V | null },
) => ({
  name: 'Friday colors',
  visibility: 'private' as const,
  phase,
  host: seatId(1),
  options,
  seats,
  queue: [],
  leavers: [],
  removed: [],
  language: FIRST_LANGUAGE,
  isLocked: false,
  hasPassword: false,
  pausedSince: null,
  pausedMs: 0,
  game,
  gameNumber: 1,
});
