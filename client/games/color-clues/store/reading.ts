import { assertNever } from '../../../../shared/core/result.ts';
import { readingOf } from '../../../../shared/games/color-clues/reading.ts';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { count, faceOf, listOf, type MySeat, subject } from '../../../store/faces.ts';
import { labelOf } from './cells.ts';
import { judgedMarkers } from './show.ts';
import type { View } from './view.ts';

/** Who read whom at this reveal, `Ben read Ana's mind.`; empty where nobody placed a marker. */
export function readingLine(view: View, me: MySeat, target: Cell): string {
  const { game } = view;
  const reading = game && readingOf(judgedMarkers(game, target), target);
  if (!reading) return 'Nobody placed a marker.';
  const giver = faceOf(view, game.giver, me);
  const whose = giver.isMine ? 'your' : `${giver.name}'s`;
  const whom = giver.isMine ? 'you' : giver.name;
  const names = (seats: readonly (typeof game.giver)[]) =>
    listOf(seats.map((seat) => subject(faceOf(view, seat, me))));
  switch (reading.kind) {
    case 'exact':
      return `${names(reading.seats)} read ${whose} mind.`;
    case 'all':
      return `Everybody thinks like ${whom}.`;
    case 'alike': {
      const [one, other] = reading.cells;
      const where = one === other ? `both on ${labelOf(one)}` : `${labelOf(one)} and ${labelOf(other)}`;
      return `${names(reading.seats)} think alike: ${where}.`;
    }
    case 'closest':
      return `${names(reading.seats)} came closest: ${count(reading.steps, 'step')} away.`;
    case 'nobody':
      return `Nobody read ${whose} mind: ${count(reading.steps, 'step')} away at best.`;
    default:
      return assertNever(reading);
  }
}
