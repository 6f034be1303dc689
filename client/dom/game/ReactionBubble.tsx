import type { SeatId } from '../../../shared/core/ids.ts';
import { preferences } from '../../store/preferences.ts';
import { reactionName } from '../../store/reactions.ts';
import { useTable, useView } from '../table/context.ts';

/**
 * What somebody at the table shows, over their marker. Nothing of people one has blocked: as long as the page does not know
 * who they are, it shows nobody.
 */
export function ReactionBubble({ seat }: { seat: SeatId }) {
  const { sitting, view } = useView();
  const { talk } = useTable();
  const shown = sitting.reactions.value.get(seat);
  if (!shown || !preferences.value.reactions) return null;
  const isKnown = talk.value !== null || sitting.connection.talk.value === null;
  const person = view.seats.find(({ id }) => id === seat)?.person.id;
  if (!isKnown || (person !== undefined && talk.value?.blocked.value.has(person))) return null;
  const { emoji } = shown;
  return (
    <span class="reaction-bubble" role="img" aria-label={reactionName(emoji)}>
      {emoji}
    </span>
  );
}
