import Hand from 'lucide/dist/esm/icons/hand.mjs';
import { Icon } from '../../../dom/ui/Icon.tsx';
import { text } from '../messages/table/index.ts';
import { volunteering } from '../store/volunteering.ts';
import { useGame } from './useGame.ts';

/** Says that one wants to give the next clue, or takes it back. Where the menu of the clue is, when there is none. */
export function VolunteerButton() {
  const { sitting, view, me } = useGame();
  const wants = volunteering(view, me);
  if (wants === null) return null;
  return (
    <button
      type="button"
      class="button quiet volunteer"
      aria-pressed={wants}
      aria-label={text.iWantToGive}
      title={text.iWantToGive}
      onClick={() => sitting.play({ type: 'volunteer', wants: !wants })}
    >
      <Icon node={Hand} size={18} />
      <span>{text.iWantToGive}</span>
    </button>
  );
}
