import { BOT_LEVELS, type BotLevel } from '../core/bot-level.ts';
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
  'house',
  'cloud',
  'bowl',
  'clover',
  'crown',
  'capsule',
] as const;

/** How many different markers there are; a table seats at most as many. */
export const MARKER_COUNT = 16 satisfies (typeof MARKER_NAMES)['length'];

/** What bots are called; a game may have a character for each. */
export const BOT_NAMES: readonly string[] = [
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
  'Bruno',
  'Anouk',
  'Kofi',
  'Suki',
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

/** Whether two names can be taken for one another. */
export type IsAlike = (a: string, b: string) => boolean;
export const isSameWord: IsAlike = (a, b) => a.toLowerCase() === b.toLowerCase();

/** A name that can be told from all others: itself, or with a number behind it, `Robin 2`. */
export function distinctName(name: string, others: readonly string[], isAlike: IsAlike): string {
  const isTaken = (wanted: string) => others.some((other) => isAlike(other, wanted));
  for (let number = 2, wanted = name; ; number++) {
    if (!isTaken(wanted)) return wanted;
    wanted = `${name} ${number}`;
  }
}

/** A bot for a seat: a name that nobody at the table has, a free marker. */
export function makeBot(seats: readonly Seat[], seat: SeatId, rng: Rng, isAlike = isSameWord): Person {
  const free = BOT_NAMES.filter((name) => !seats.some(({ person }) => isAlike(person.name, name)));
  const name = free.length > 0 ? rng.pick(free) : `Bot ${seat}`;
  return { id: playerId(`bot-${seat}`), name, marker: freeMarker(seats, rng.int(MARKER_COUNT)) };
}

/** Of the levels that fewest bots at the table have, any: so that a few bots differ. */
export function rareLevel(seats: readonly Seat[], rng: Rng): BotLevel {
  const counts = BOT_LEVELS.map((level) => seats.filter((seat) => seat.level === level).length);
  return rng.pick(BOT_LEVELS.filter((_, i) => counts[i] === Math.min(...counts)));
}

/** What can be wrong with a name: the `detail` of `bad_name`. */
export type NameFault = 'empty' | 'long' | 'reserved' | 'mixed' | 'rude';
