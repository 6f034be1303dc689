import { pluralIn } from '../../../../i18n/plural.ts';
import type { AloneMessages } from './en.ts';

const plural = pluralIn('pt');

export const messages: AloneMessages = {
  locale: 'pt-BR',
  wait: (hours, minutes) => (hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`),

  daily: 'Desafio do dia',
  practice: 'Treino',
  today: 'Hoje',
  pastDays: 'Dias passados',
  cluesOfDay: 'Dicas do dia',
  clueOf: (clue, clues) => `Dica ${clue} de ${clues}`,
  colorOf: (color, colors) => `Cor ${color} de ${colors}`,
  pastDay: 'Um dia passado: conta à parte',
  yourMarker: 'Sua ficha',
  laidThen: (cell, then) => `Sua ficha está em ${cell}. ${then}`,
  allPlaced: 'As três já estão lá. Ainda dá para mover.',
  seeWhenSent: 'Você vê onde os outros colocaram depois de enviar.',
  send: 'Enviar',
  sending: 'Enviando…',

  pointsOf: (points, most) => `${points} de ${most} pontos`,
  ofPoints: (most) => ` de ${most} pontos`,
  points: (points) => plural(points, { one: ' ponto', other: ' pontos' }),
  pointsSoFar: ' pontos até agora',
  share: (points, most) => `${points} de ${most}`,
  standing: (day, all, isCounted, streak) => {
    const others = all === 1 ? 'Você abriu o dia.' : `${all} pessoas colocaram.`;
    if (!isCounted) return `${day}. ${others} O dia já tinha passado: conta à parte.`;
    return streak > 1 ? `${day}. ${others} ${streak} dias seguidos.` : `${day}. ${others}`;
  },
  newCluesIn: (time) => `Novas dicas em ${time}.`,
  placedHere: (name, many) =>
    `${name}, ${plural(many, { one: '1 pessoa colocou', other: `${many} pessoas colocaram` })} aqui`,
  theColor: 'A cor',
  you: 'Você',
  most: (many, all) => `A maioria: ${many} de ${all}`,
  tableOfDay: 'Tabela do dia',
  nobodyYet: 'Ainda ninguém com nome próprio. Com uma conta, você aparece aqui da próxima vez.',
  shared: (title, day, points, most) => `${title}, ${day}: ${points} de ${most}`,
  shareResult: 'Compartilhar',
  resultCopied: 'Copiado',
  result: 'O resultado',
  resultAsText: 'O resultado em texto',

  tenColors: 'Dez cores',
  tenColorsHelp: 'Aparece uma cor. Ache a casa dela.',
  tenClues: 'Dez dicas',
  tenCluesHelp: 'Um bot diz uma palavra. Ache o que ela quer dizer.',
  best: (points) => `Recorde: ${points}`,
  bestSoFar: 'Seu recorde neste navegador.',
  tenInARow: 'Dez seguidas, no máximo três pontos cada. Funciona sem conexão.',
  wordsFailed: 'Não deu para carregar as palavras dos bots. Tente com conexão.',
  squareAndRound: 'Quadrado: a cor. Redondo: a sua ficha.',
  needConnection: ['Mesas, chat e ', 'o desafio do dia', ' precisam de conexão.'],
  whatYouPlaced: 'O que você colocou',
  youPlaced: (cell) => `; você: ${cell}`,
  whereIsIt: 'Onde está?',
  whichCell: 'Que casa tem esta cor?',
  whatDidBotMean: 'O que o bot quis dizer?',
  itIs: 'É ',
  told: (cell, points) =>
    `É ${cell}. ${plural(points, { one: `${points} ponto`, other: `${points} pontos` })}.`,
  next: 'Avançar',
  resultButton: 'Resultado',
};
