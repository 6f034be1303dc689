import { listIn } from '../../../../i18n/list.ts';
import { numberIn } from '../../../../i18n/number.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { EndMessages } from './en.ts';

const plural = pluralIn('de');
const number = numberIn('de');
const list = listIn('de');

const steps = (many: number): string => `${number(many)} ${number(many) === '1' ? 'Schritt' : 'Schritte'}`;

export const messages: EndMessages = {
  nobodyScored: 'Null Punkte: die Farben gewinnen',
  againstPar: (points, par) => {
    const how = points > par ? 'über dem Ziel' : points === par ? 'genau das Ziel' : 'unter dem Ziel';
    return `Zusammen ${plural(points, { one: '1 Punkt', other: `${points} Punkte` })}: ${how} (${par})`;
  },
  teamsWin: (teams, points) =>
    teams.length === 1
      ? `${teams[0]} gewinnt mit ${points}`
      : `${list(teams)} teilen sich den Sieg mit ${points}`,
  roundWas: (clue, cell) => `„${clue}“ → ${cell}`,

  gainedWithClue: (points, clue, round) => `+${points} mit „${clue}“ in Runde ${round}`,
  gainedOn: (points, clue, round) => `+${points} bei „${clue}“ in Runde ${round}`,
  cameNear: (away, clue, round) => `Keine Punkte, aber nur ${steps(away)} neben „${clue}“ in Runde ${round}.`,
  remembered: (clue) => `Keine Punkte, aber „${clue}“ vergisst hier niemand.`,
  goodCompany: 'Keine Punkte, aber beste Gesellschaft.',

  whatCameOut: 'Was herauskam',
  thinkAlike: (people, apart) => {
    const isMine = people.some((each) => each.isMine);
    const names = list(people.map((each, i) => (each.isMine ? (i === 0 ? 'Du' : 'du') : each.name)));
    return `${names} ${isMine ? 'denkt' : 'denken'} ähnlich: im Schnitt ${steps(apart)} auseinander.`;
  },
  bestClue: (clue, { name, isMine }, points) =>
    `Bester Hinweis: „${clue}“ von ${isMine ? 'dir' : name}, ${number(points)} Punkte je Stein.`,
  mostDisputed: (cell, apart) => `Am umstrittensten: ${cell}, ${steps(apart)} auseinander.`,

  rounds: 'Die Runden',
  everyDay: 'Jeden Tag für alle:',
  threeClues: 'drei Hinweise',
  picture: 'Bild vom Spiel',
  pictureFailed: 'Das Bild ließ sich nicht zeichnen.',
  copySquares: 'Als Quadrate kopieren',
  squaresCopied: 'Quadrate kopiert',
  mayNotCopy: 'Diese Seite darf nicht kopieren.',
  soManyRounds: (rounds) => plural(rounds, { one: `${rounds} Runde`, other: `${rounds} Runden` }),

  markersPlaced: 'Steine gesetzt',
  onTheColor: 'Genau getroffen',
  atMostOneStep: 'Höchstens einen Schritt daneben',
  averageDistance: 'Entfernung im Schnitt',
  cluesGiven: 'Hinweise gegeben',
  yourColorsHit: 'Deine Farben getroffen',
  othersAtMostOneStep: 'Andere höchstens einen Schritt daneben',
  theirAverageDistance: 'Ihre Entfernung im Schnitt',
  share: (part, percent) => `${part} (${percent}\u00a0%)`,
  steps,
};
