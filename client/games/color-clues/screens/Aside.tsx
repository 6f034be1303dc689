import { challenge } from '../store/challenge.ts';
import { ChallengeButton } from './ChallengeButton.tsx';
import { useGame } from './useGame.ts';
import { VolunteerButton } from './VolunteerButton.tsx';

/** Beside the sentence: the objection as long as there can be one, then whether one wants to give. */
export function Aside() {
  const { view, me } = useGame();
  return challenge(view, me) ? <ChallengeButton /> : <VolunteerButton />;
}
