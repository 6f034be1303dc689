import { ofName } from '../../../../i18n/french.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { BoardMessages } from './en.ts';

const plural = pluralIn('fr');

export const messages: BoardMessages = {
  board: 'Palette',
  keys: 'Les flèches déplacent. Tape une case comme H14 pour y aller. Entrée pose, Échap annule.',
  wholeBoard: 'Tout voir',

  facts: (facts) => facts.join(', '),
  target: 'la couleur cherchée',
  taken: 'prise',
  onYourCard: 'sur ta carte',
  chosen: 'choisie',
  points: (points) => plural(points, { one: `${points} point`, other: `${points} points` }),
  marker: ({ name, isMine }, which) => {
    const pion = { first: 'premier pion', second: 'deuxième pion' };
    if (which === null) return isMine ? 'Ton pion' : `Pion ${ofName(name)}`;
    return isMine ? `Ton ${pion[which]}` : `${pion[which]} ${ofName(name)}`;
  },

  findColor: 'Trouve la couleur',
  place: 'Poser',
  move: 'Déplacer',
  noClue: 'pas d’indice',
};
