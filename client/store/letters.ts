const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most so many letters as people see them, from the beginning: no emoji, flag or accent is ever cut in two. */
export function firstLetters(text: string, most: number): string {
  let left = most;
  for (const { index } of graphemes.segment(text)) if (left-- === 0) return text.slice(0, index);
  return text;
}

/** How many letters people see. */
export function countLetters(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/** The letter that stands for a name or a title, or `otherwise` when there is none. */
export const initialIn = (text: string, otherwise: string): string =>
  (firstLetters(text.trim(), 1) || otherwise).toLocaleUpperCase('en');

/** The letter on a marker. */
export const initialOf = (name: string): string => initialIn(name, '?');
