import { pluralIn } from '../../../i18n/plural.ts';
import type { FourMessages } from './en.ts';

const plural = pluralIn('es');

export const messages: FourMessages = {
  refusals: {
    beside: {
      column_full: (column) => `${column ? `La columna ${column}` : 'Esa columna'} está llena. Elige otra.`,
    },
  },

  columns: 'Columnas',
  owner: ({ name, isMine }) => (isMine ? 'tú' : name),
  emptyColumn: (column) => `Columna ${column}, vacía`,
  column: (column, discs, isFull, top) => {
    const many = plural(discs, { one: `${discs} ficha`, other: `${discs} fichas` });
    return `Columna ${column}, ${isFull ? 'llena' : many}, arriba: ${top}`;
  },
  fromBelow: (owners) => `Desde abajo: ${owners.join(', ')}`,

  firstDisc: 'La primera ficha.',
  lastColumn: (column) => `Última: columna ${column}.`,
  dropDisc: 'Suelta una ficha en una columna.',
  chooseColumn: 'Elige una columna.',
  keys: 'Flechas o del 1 al 7, luego Intro',
  board: 'El tablero',

  newGame: ({ name, isMine }) => `Partida nueva. ${isMine ? 'Te toca.' : `Le toca a ${name}.`}`,
  dropped: (mover, column, next) => {
    const then = next === null ? '' : next.isMine ? ' Te toca.' : ` Le toca a ${next.name}.`;
    return `${mover.isMine ? 'Tú' : mover.name}: columna ${column}.${then}`;
  },
  droppedFour: (mover, column) => `${mover.isMine ? 'Tú' : mover.name}: columna ${column}. ¡Cuatro en raya!`,

  wonAfter: (discs) => `Cuatro en raya con ${discs} fichas`,
  otherLeft: 'El rival se ha ido',
  draw: 'Empate: el tablero está lleno',

  botsPlay: 'Nivel de los bots',
  gentle: 'Suave',
  gentleHelp: 'ven una jugada por delante y fallan',
  fair: 'Justo',
  fairHelp: 'casi siempre ven lo que tramas',
  strong: 'Fuerte',
  strongHelp: 'ven diez jugadas por delante',

  dropTitle: 'Suelta una ficha',
  dropHelp: 'Por turnos. Cae al hueco libre más bajo de la columna que elijas.',
  aheadTitle: 'Piensa por delante',
  aheadHelp: 'Cada ficha hace sitio a la siguiente. Corta la línea del rival antes de que llegue a cuatro.',
  fourTitle: 'Cuatro en raya',
  fourHelp:
    'En horizontal, vertical o diagonal: gana la primera línea de cuatro. Tablero lleno sin ninguna, empate.',
};
