import type { MySeat } from '../../../store/faces.ts';
import type { View } from './view.ts';

/** Whether the viewer wants to give the next clue; null for whoever cannot say so: nobody gives after the last round. */
export function volunteering({ phase, game }: View, me: MySeat): boolean | null {
  if (phase !== 'playing' || !game?.takesVolunteers || game.round >= game.rounds) return null;
  return game.players.find(({ seat }) => seat === me)?.isVolunteer ?? null;
}
