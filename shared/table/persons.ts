import { playerId, type SeatId } from '../core/ids.ts';
import type { Rng } from '../core/rng.ts';
import type { Person, Seat } from './types.ts';

/** What the markers are called, by index; the client draws them. */
export const MARKER_NAMES = [
  'triangle',
  'circle',
  'hexagon',
  'square',
  'star',
  'diamond',
  'shield',
  'cross',
  'drop',
  'heart',
] as const;

/** How many different markers there are; a table seats at most as many. */
export const MARKER_COUNT = MARKER_NAMES.length;

const BOT_NAMES = [
  'Otto',
  'Mika',
  'Juno',
  'Remy',
  'Nell',
  'Tove',
  'Cosmo',
  'Pia',
  'Hugo',
  'Lena',
  'Milo',
  'Zara',
];

/** The wanted marker if nobody at the table has it, else the next free one. */
export function freeMarker(seats: readonly Seat[], wanted: number, except: SeatId | null = null): number {
  const taken = new Set(seats.filter((seat) => seat.id !== except).map((seat) => seat.person.marker));
  for (let step = 0; step < MARKER_COUNT; step++) {
    const marker = (wanted + step) % MARKER_COUNT;
    if (!taken.has(marker)) return marker;
  }
  return wanted;
}

/** A bot for a seat: a name nobody at the table has, a free marker. */
export function makeBot(seats: readonly Seat[], seat: SeatId, rng: Rng): Person {
  const taken = new Set(seats.map((other) => other.person.name));
  const free = BOT_NAMES.filter((name) => !taken.has(name));
  const name = free.length > 0 ? rng.pick(free) : `Bot ${seat}`;
  return { id: playerId(`bot-${seat}`), name, marker: freeMarker(seats, rng.int(MARKER_COUNT)) };
}
