import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Seu nome',
  save: 'Salvar',
  saving: 'Salvando…',
  yourMarker: 'Sua peça',
};
