import { listIn } from '../../../../i18n/list.ts';
import { numberIn } from '../../../../i18n/number.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { EndMessages } from './en.ts';

const plural = pluralIn('es');
const number = numberIn('es');
const list = listIn('es');

const cells = (many: number): string => `${number(many)} ${number(many) === '1' ? 'casilla' : 'casillas'}`;

export const messages: EndMessages = {
  nobodyScored: 'Nadie puntuó: ganan los colores',
  againstPar: (points, par) => {
    const how =
      points > par ? 'por encima de la meta' : points === par ? 'justo la meta' : 'por debajo de la meta';
    return `${plural(points, { one: `${points} punto`, other: `${points} puntos` })} juntos: ${how} (${par})`;
  },
  teamsWin: (teams, points) =>
    teams.length === 1
      ? `${teams[0]} gana con ${points}`
      : `${list(teams)} comparten la victoria con ${points}`,
  roundWas: (clue, cell) => `«${clue}» → ${cell}`,

  gainedWithClue: (points, clue, round) => `+${points} por la pista «${clue}», ronda ${round}`,
  gainedOn: (points, clue, round) => `+${points} con «${clue}», ronda ${round}`,
  cameNear: (away, clue, round) => `Sin puntos, pero a ${cells(away)} de «${clue}», ronda ${round}.`,
  remembered: (clue) => `Sin puntos, pero «${clue}» no se olvidará.`,
  goodCompany: 'Sin puntos, pero en buena compañía.',

  whatCameOut: 'Lo que salió',
  thinkAlike: (people, apart) => {
    const names = list(people.map((each) => (each.isMine ? 'Tú' : each.name)));
    return `${names} piensan parecido: a ${cells(apart)} de media.`;
  },
  bestClue: (clue, { name, isMine }, points) =>
    `Mejor pista: «${clue}», ${isMine ? 'tuya' : `de ${name}`}, ${number(points)} puntos por ficha.`,
  mostDisputed: (cell, apart) => `El más discutido: ${cell}, a ${cells(apart)}.`,

  rounds: 'Las rondas',
  everyDay: 'Cada día, para todos:',
  threeClues: 'tres pistas',
  picture: 'Imagen de la partida',
  pictureFailed: 'No se pudo dibujar la imagen.',
  copySquares: 'Copiar en cuadros',
  squaresCopied: 'Cuadros copiados',
  mayNotCopy: 'Esta página no puede copiar.',
  soManyRounds: (rounds) => plural(rounds, { one: `${rounds} ronda`, other: `${rounds} rondas` }),

  markersPlaced: 'Fichas colocadas',
  onTheColor: 'Justo en el color',
  atMostOneStep: 'A una casilla como mucho',
  averageDistance: 'Distancia media',
  cluesGiven: 'Pistas dadas',
  yourColorsHit: 'Tus colores acertados',
  othersAtMostOneStep: 'Los demás, a una casilla como mucho',
  theirAverageDistance: 'Su distancia media',
  share: (part, percent) => `${part} (${percent}\u00a0%)`,
  steps: cells,
};
