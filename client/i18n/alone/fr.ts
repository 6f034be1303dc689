import type { messages as english } from './en.ts';

export const messages: typeof english = {
  noDaily: 'Le défi du jour n’est pas là',
  opening: 'Ouverture du défi du jour…',
  today: 'Aujourd’hui',
  practice: 'Entraînement',
};
