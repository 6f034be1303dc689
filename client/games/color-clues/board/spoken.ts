/** What a screen reader says of each cell. Pure. */

import { boardText } from '../messages/board/index.ts';
import type { BoardProps } from './model.ts';
import { coordinateOf } from './palette.ts';

export type SpokenProps = Pick<
  BoardProps,
  'markers' | 'cardCells' | 'chosen' | 'frame' | 'occupied' | 'nameOf'
>;

/** `(cell) => "H14, moss green, Ben's first marker, taken"`. */
export function spokenLabels(props: SpokenProps): (cell: number) => string {
  const { markers, cardCells, chosen, frame, occupied, nameOf } = props;
  const extra = new Map<number, string[]>();
  const say = (cell: number | null, words: string) => {
    if (cell !== null) extra.set(cell, [...(extra.get(cell) ?? []), words]);
  };
  say(frame, boardText.target);
  for (const { cell, label, points } of markers) {
    say(cell, label);
    if (points !== null) say(cell, boardText.points(points));
  }
  for (const cell of occupied) say(cell, boardText.taken);
  for (const cell of cardCells) say(cell, boardText.onYourCard);
  say(chosen, boardText.chosen);
  return (cell) => boardText.facts([coordinateOf(cell), nameOf(cell), ...(extra.get(cell) ?? [])]);
}
