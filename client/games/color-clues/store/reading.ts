import { assertNever } from '../../../../shared/core/result.ts';
import { readingOf } from '../../../../shared/games/color-clues/reading.ts';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { faceOf, type MySeat } from '../../../store/faces.ts';
import { text } from '../messages/table/index.ts';
import { labelOf } from './cells.ts';
import { judgedMarkers } from './show.ts';
import type { View } from './view.ts';

/** Who read whom at this reveal, `Ben read Ana's mind.` */
export function readingLine(view: View, me: MySeat, target: Cell): string {
  const { game } = view;
  const reading = game && readingOf(judgedMarkers(game, target), target);
  if (!reading) return text.nobodyPlaced;
  const giver = faceOf(view, game.giver, me);
  // The reader first: “You and Nell”.
  const faces = (seats: readonly (typeof game.giver)[]) =>
    seats.map((seat) => faceOf(view, seat, me)).sort((a, b) => Number(b.isMine) - Number(a.isMine));
  switch (reading.kind) {
    case 'exact':
      return text.readMind(faces(reading.seats), giver);
    case 'all':
      return text.allAlike(giver);
    case 'alike':
      return text.twoAlike(faces(reading.seats), [...new Set(reading.cells.map(labelOf))]);
    case 'closest':
      return text.cameClosest(faces(reading.seats), reading.steps);
    case 'nobody':
      return text.nobodyRead(giver, reading.steps);
    default:
      return assertNever(reading);
  }
}
