import { challenge } from '../store/challenge.ts';
import { ClueMenu } from './ClueMenu.tsx';
import { useGame } from './useGame.ts';
import { VolunteerButton } from './VolunteerButton.tsx';

/** Beside the sentence: what one can do about the clue as long as there is something, then whether one wants to give. */
export function Aside() {
  const { view, me } = useGame();
  const open = challenge(view, me);
  return open ? <ClueMenu {...open} /> : <VolunteerButton />;
}
