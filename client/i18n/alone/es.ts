import type { messages as english } from './en.ts';

export const messages: typeof english = {
  noDaily: 'El reto del día no está',
  opening: 'Abriendo el reto del día…',
  today: 'Hoy',
  practice: 'Práctica',
};
