import { pluralIn } from '../../../i18n/plural.ts';
import type { FourMessages } from './en.ts';

const plural = pluralIn('pt');

export const messages: FourMessages = {
  refusals: {
    beside: {
      column_full: (column) => `${column ? `A coluna ${column}` : 'Essa coluna'} está cheia. Escolha outra.`,
    },
  },

  columns: 'Colunas',
  owner: ({ name, isMine }) => (isMine ? 'você' : name),
  emptyColumn: (column) => `Coluna ${column}, vazia`,
  column: (column, discs, isFull, top) => {
    const many = plural(discs, { one: `${discs} ficha`, other: `${discs} fichas` });
    return `Coluna ${column}, ${isFull ? 'cheia' : many}, no topo: ${top}`;
  },
  fromBelow: (owners) => `De baixo para cima: ${owners.join(', ')}`,

  firstDisc: 'A primeira ficha.',
  lastColumn: (column) => `Última: coluna ${column}.`,
  dropDisc: 'Solte uma ficha em uma coluna.',
  chooseColumn: 'Escolha uma coluna.',
  keys: 'Setas ou 1 a 7, depois Enter',
  board: 'O tabuleiro',

  newGame: ({ name, isMine }) => `Novo jogo. ${isMine ? 'Sua vez.' : `Vez de ${name}.`}`,
  dropped: (mover, column, next) => {
    const then = next === null ? '' : next.isMine ? ' Sua vez.' : ` Vez de ${next.name}.`;
    return `${mover.isMine ? 'Você' : mover.name}: coluna ${column}.${then}`;
  },
  droppedFour: (mover, column) => `${mover.isMine ? 'Você' : mover.name}: coluna ${column}. Quatro em linha!`,

  wonAfter: (discs) => `Quatro em linha com ${discs} fichas`,
  otherLeft: 'O outro lado saiu',
  draw: 'Empate: o tabuleiro está cheio',

  botsPlay: 'Nível dos bots',
  gentle: 'Leve',
  gentleHelp: 'veem um lance à frente e erram',
  fair: 'Justo',
  fairHelp: 'quase sempre percebem seu plano',
  strong: 'Forte',
  strongHelp: 'veem dez lances à frente',

  dropTitle: 'Solte uma ficha',
  dropHelp: 'Um de cada vez. Ela cai no buraco livre mais baixo da coluna.',
  aheadTitle: 'Pense à frente',
  aheadHelp: 'Cada ficha abre espaço para a próxima. Feche a linha do outro antes que chegue a quatro.',
  fourTitle: 'Quatro em linha',
  fourHelp:
    'Na horizontal, vertical ou diagonal: a primeira linha de quatro vence. Tabuleiro cheio sem nenhuma é empate.',
};
