import { pluralIn } from '../../../../i18n/plural.ts';
import type { BoardMessages } from './en.ts';

const plural = pluralIn('pt');

export const messages: BoardMessages = {
  board: 'Quadro de cores',
  keys: 'As setas movem. Digite uma casa como H14 para ir até ela. Enter coloca, Escape cancela.',
  wholeBoard: 'Ver tudo',

  facts: (facts) => facts.join(', '),
  target: 'a cor procurada',
  taken: 'ocupada',
  onYourCard: 'na sua carta',
  chosen: 'escolhida',
  points: (points) => plural(points, { one: `${points} ponto`, other: `${points} pontos` }),
  marker: ({ name, isMine }, which) => {
    const ficha = { first: 'primeira ficha', second: 'segunda ficha' };
    if (which === null) return isMine ? 'Sua ficha' : `Ficha de ${name}`;
    return isMine ? `Sua ${ficha[which]}` : `${ficha[which]} de ${name}`;
  },

  findColor: 'Ache a cor',
  place: 'Colocar',
  move: 'Mover',
  noClue: 'sem dica',
};
