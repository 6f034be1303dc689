import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Seu nome',
  save: 'Salvar',
  saving: 'Salvando…',
  account: 'Conta',
  keepOrLogIn: 'Guardar este nome ou entrar',
  yourMarker: 'Sua ficha',
  // biome-ignore format: words read best in rows
  markers: [
    'triângulo', 'círculo', 'hexágono', 'quadrado', 'estrela', 'losango', 'escudo', 'cruz',
    'gota', 'coração', 'casa', 'nuvem', 'tigela', 'trevo', 'coroa', 'cápsula',
  ],
};
