import { listIn } from '../../../../i18n/list.ts';
import { numberIn } from '../../../../i18n/number.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { EndMessages } from './en.ts';

const plural = pluralIn('pt');
const number = numberIn('pt-BR');
const list = listIn('pt');

const cells = (many: number): string =>
  plural(many, { one: `${number(many)} casa`, other: `${number(many)} casas` });

export const messages: EndMessages = {
  nobodyScored: 'Ninguém pontuou: as cores vencem',
  againstPar: (points, par) => {
    const how = points > par ? 'acima da meta' : points === par ? 'exatamente a meta' : 'abaixo da meta';
    return `${plural(points, { one: `${points} ponto`, other: `${points} pontos` })} juntos: ${how} (${par})`;
  },
  teamsWin: (teams, points) =>
    teams.length === 1 ? `${teams[0]} vence com ${points}` : `${list(teams)} dividem a vitória com ${points}`,
  roundWas: (clue, cell) => `“${clue}” → ${cell}`,

  gainedWithClue: (points, clue, round) => `+${points} pela dica “${clue}”, rodada ${round}`,
  gainedOn: (points, clue, round) => `+${points} em “${clue}”, rodada ${round}`,
  cameNear: (away, clue, round) => `Sem pontos, mas a ${cells(away)} de “${clue}”, rodada ${round}.`,
  remembered: (clue) => `Sem pontos, mas “${clue}” vai ficar na memória.`,
  goodCompany: 'Sem pontos, mas em boa companhia.',

  whatCameOut: 'O que apareceu',
  thinkAlike: (people, apart) =>
    `${list(people.map((each) => (each.isMine ? 'Você' : each.name)))} pensam parecido: a ${cells(apart)} em média.`,
  bestClue: (clue, { name, isMine }, points) =>
    `Melhor dica: “${clue}”, ${isMine ? 'sua' : `de ${name}`}, ${number(points)} pontos por ficha.`,
  mostDisputed: (cell, apart) => `A mais disputada: ${cell}, a ${cells(apart)}.`,

  rounds: 'As rodadas',
  everyDay: 'Todo dia, para todos:',
  threeClues: 'três dicas',
  picture: 'Imagem do jogo',
  pictureFailed: 'Não deu para desenhar a imagem.',
  copySquares: 'Copiar em quadrados',
  squaresCopied: 'Quadrados copiados',
  mayNotCopy: 'Esta página não pode copiar.',
  soManyRounds: (rounds) => plural(rounds, { one: `${rounds} rodada`, other: `${rounds} rodadas` }),

  markersPlaced: 'Fichas colocadas',
  onTheColor: 'Bem na cor',
  atMostOneStep: 'No máximo a uma casa',
  averageDistance: 'Distância média',
  cluesGiven: 'Dicas dadas',
  yourColorsHit: 'Suas cores acertadas',
  othersAtMostOneStep: 'Os outros no máximo a uma casa',
  theirAverageDistance: 'A distância média deles',
  share: (part, percent) => `${part} (${percent}\u00a0%)`,
  steps: cells,
};
