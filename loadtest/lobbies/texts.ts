/** Letters that spell nothing, whatever a filter of words looks for; a digit of base 16 each. */
const LETTERS = 'bdghjlmnqrtvwxyz';
/** Letters of names, no two of which look alike when they stand side by side. */
const NAME_LETTERS = 'blnvz';
/** The last letters of a number stand for 0.1 ms. */
const PER_MS = 10;
const REST = 'is what somebody wrote about a color that has no name yet';

/** What a text of the load test says about itself. */
export interface Mark {
  /** Who wrote it: a number that nobody else of the run has. */
  readonly writer: number;
  /** Which of the writer's messages it is, from 1. */
  readonly count: number;
  /** When it was due, ms on the clock of `wallMs`. */
  readonly dueAt: number;
}

/** A clock that all threads of this process share, epoch ms with fractions. */
export const wallMs = (monotonic = performance.now()): number => performance.timeOrigin + monotonic;

const letters = (number: number): string =>
  [...Math.round(number).toString(16)].map((digit) => LETTERS[Number.parseInt(digit, 16)]).join('');

function numberIn(text: string): number {
  let number = 0;
  for (const letter of text) number = number * 16 + LETTERS.indexOf(letter);
  return number;
}

/** A message that says who wrote it, which it is, and when it was due: whoever reads it can tell how long it took. */
export const textOf = ({ writer, count, dueAt }: Mark): string =>
  `${letters(writer)} ${letters(count)} ${letters(dueAt * PER_MS)} ${REST}`;

/** What a text says about itself; null when the load test did not write it. */
export function markOf(text: string): Mark | null {
  if (!text.endsWith(REST)) return null;
  const [writer = '', count = '', dueAt = ''] = text.split(' ', 3);
  return { writer: numberIn(writer), count: numberIn(count), dueAt: numberIn(dueAt) / PER_MS };
}

/** A name for a person that no filter can read anything into. */
export const nameOf = (number: number): string =>
  `Member ${[...number.toString(5)].map((digit) => NAME_LETTERS[Number(digit)]).join('')}`;
