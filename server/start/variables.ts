import { closest, distance } from 'fastest-levenshtein';

/** Of so many letters of a name one may be wrong for it to be taken for that name. */
const LETTERS_PER_SLIP = 5;

const sameLetters = (a: string, b: string): boolean => [...a].sort().join() === [...b].sort().join();

function isNear(name: string, right: string): boolean {
  const slips = Math.max(1, Math.floor(right.length / LETTERS_PER_SLIP));
  return distance(name, right) <= slips || sameLetters(name, right);
}

/**
 * Finds settings that would be ignored because of a typing mistake. The environment is full of names that are somebody
 * else's, so only those count that begin with `prefix`, or are nearly one of ours that is not set.
 * @returns a sentence about each
 */
export function strangers(given: readonly string[], names: readonly string[], prefix: string): string[] {
  return given.flatMap((name) => {
    if (names.includes(name)) return [];
    const right = closest(name.toUpperCase(), names);
    const isOurs = name.startsWith(prefix) || (isNear(name.toUpperCase(), right) && !given.includes(right));
    return isOurs ? [`There is no setting ${name}. Did you mean ${right}?`] : [];
  });
}
