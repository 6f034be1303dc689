import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Tu nombre',
  save: 'Guardar',
  saving: 'Guardando…',
  yourMarker: 'Tu ficha',
};
