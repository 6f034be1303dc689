import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Dein Name',
  save: 'Speichern',
  saving: 'Speichert…',
  yourMarker: 'Dein Stein',
};
