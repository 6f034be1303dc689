import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Tu nombre',
  save: 'Guardar',
  saving: 'Guardando…',
  account: 'Cuenta',
  keepOrLogIn: 'Guardar este nombre o entrar',
  yourMarker: 'Tu ficha',
  // biome-ignore format: words read best in rows
  markers: [
    'triángulo', 'círculo', 'hexágono', 'cuadrado', 'estrella', 'rombo', 'escudo', 'cruz',
    'gota', 'corazón', 'casa', 'nube', 'cuenco', 'trébol', 'corona', 'cápsula',
  ],
};
