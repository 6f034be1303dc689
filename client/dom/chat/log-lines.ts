/** So near to the end counts as at the end, px. */
export const END_PX = 32;

/** Whether a box that scrolls shows its end. */
export const isAtEndOf = (box: HTMLElement): boolean =>
  box.scrollHeight - box.scrollTop - box.clientHeight < END_PX;

/** Resolves when what was changed before has been drawn. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** Index of the first line that ends below `y`. */
export function firstBelow(lines: HTMLCollectionOf<HTMLElement>, y: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line && line.offsetTop + line.offsetHeight <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `no` of the last message before a line; 0 for none. */
export function lastNoAbove(lines: HTMLCollectionOf<HTMLElement>, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const no = Number(lines[at]?.dataset.no ?? 0);
    if (no > 0) return no;
  }
  return 0;
}
