import { pluralIn } from '../../../../i18n/plural.ts';
import type { BoardMessages } from './en.ts';

const plural = pluralIn('es');

export const messages: BoardMessages = {
  board: 'Tablero de colores',
  keys: 'Las flechas mueven. Escribe una casilla como H14 para saltar. Intro coloca, Escape cancela.',
  wholeBoard: 'Ver todo',

  facts: (facts) => facts.join(', '),
  target: 'el color buscado',
  taken: 'ocupada',
  onYourCard: 'en tu carta',
  chosen: 'elegida',
  points: (points) => plural(points, { one: `${points} punto`, other: `${points} puntos` }),
  marker: ({ name, isMine }, which) => {
    const ficha = { first: 'primera ficha', second: 'segunda ficha' };
    if (which === null) return isMine ? 'Tu ficha' : `Ficha de ${name}`;
    return isMine ? `Tu ${ficha[which]}` : `${ficha[which]} de ${name}`;
  },

  findColor: 'Busca el color',
  place: 'Colocar',
  move: 'Mover',
  noClue: 'sin pista',
};
