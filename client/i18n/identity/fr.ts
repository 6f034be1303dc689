import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Ton nom',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  yourMarker: 'Ton pion',
};
