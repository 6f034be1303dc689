import { CROWD, SILENT, type Side } from '../core/rules.ts';

/**
 * Whom a message is for: `all`, or those of one side while the wall that it was written behind stands, `crowd:1731`. As
 * the sight of a person: everything, or what is for all, for their side, or from behind a wall that has fallen.
 */
export type Audience = 'all' | `${Side}:${string}`;

/** The wall of what the first programs stored: they did not say which it was. */
const UNKNOWN = '';

/** The audience of a side behind a wall. */
export const behind = (wall: string, side: Side): Audience => `${side}:${wall}`;

/** Whether somebody may see a message. One whose wall is not known is kept apart behind every wall. */
export function isInSight({ audience }: { readonly audience: Audience }, sight: Audience): boolean {
  return !isBehind(audience, wallOf(sight)) || sideOf(audience) === sideOf(sight);
}

/** Whether a message is kept from some while this wall stands; null for none. */
export function isBehind(audience: Audience, wall: string | null): boolean {
  const written = wallOf(audience);
  return written !== null && wall !== null && (written === wall || isOfOlder(written, wall));
}

/** Whether this is the sight of somebody who knows what others must not: what they write waits. */
export const isSilent = (sight: Audience): boolean => sideOf(sight) === SILENT;

/** An audience as it was stored by any program: the first ones wrote sides alone, by what a game called them. */
export function readAudience(stored: string): Audience {
  if (stored === 'giver') return behind(UNKNOWN, SILENT);
  if (stored === 'guessers') return behind(UNKNOWN, CROWD);
  return stored as Audience;
}

/** Whether an older program wrote this behind the same wall: it named one by its moment alone, or not at all. */
const isOfOlder = (written: string, wall: string): boolean =>
  written === UNKNOWN || wall.startsWith(`${written}.`);

const sideOf = (audience: Audience): Side => audience.slice(0, audience.lastIndexOf(':'));
const wallOf = (audience: Audience): string | null =>
  audience === 'all' ? null : audience.slice(audience.lastIndexOf(':') + 1);
