import { ofName } from '../../../../i18n/french.ts';
import { listIn } from '../../../../i18n/list.ts';
import { numberIn } from '../../../../i18n/number.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { EndMessages } from './en.ts';

const plural = pluralIn('fr');
const number = numberIn('fr');
const list = listIn('fr');

const cases = (many: number): string =>
  plural(many, { one: `${number(many)} case`, other: `${number(many)} cases` });

export const messages: EndMessages = {
  nobodyScored: 'Zéro partout : les couleurs gagnent',
  againstPar: (points, par) => {
    const how =
      points > par ? 'au-dessus de l’objectif' : points === par ? 'pile l’objectif' : 'sous l’objectif';
    return `${plural(points, { one: `${points} point`, other: `${points} points` })} ensemble : ${how} (${par})`;
  },
  teamsWin: (teams, points) =>
    teams.length === 1
      ? `${teams[0]} gagne avec ${points}`
      : `${list(teams)} se partagent la victoire avec ${points}`,
  roundWas: (clue, cell) => `« ${clue} » → ${cell}`,

  gainedWithClue: (points, clue, round) => `+${points} pour l’indice « ${clue} », manche ${round}`,
  gainedOn: (points, clue, round) => `+${points} sur « ${clue} », manche ${round}`,
  cameNear: (away, clue, round) => `Aucun point, mais à ${cases(away)} de « ${clue} », manche ${round}.`,
  remembered: (clue) => `Aucun point, mais « ${clue} » restera dans les mémoires.`,
  goodCompany: 'Aucun point, mais en bonne compagnie.',

  whatCameOut: 'Ce qu’on a appris',
  thinkAlike: (people, apart) => {
    const names = list(people.map((each) => (each.isMine ? 'Toi' : each.name)));
    const think = people.some((each) => each.isMine) ? ', vous pensez' : ' pensent';
    return `${names}${think} pareil : ${cases(apart)} d’écart en moyenne.`;
  },
  bestClue: (clue, { name, isMine }, points) =>
    `Meilleur indice : « ${clue} »${isMine ? ', de toi' : ` ${ofName(name)}`}, ${number(points)} points par pion.`,
  mostDisputed: (cell, apart) => `La plus discutée : ${cell}, ${cases(apart)} d’écart.`,

  rounds: 'Les manches',
  everyDay: 'Chaque jour, pour tous :',
  threeClues: 'trois indices',
  picture: 'Image de la partie',
  pictureFailed: 'Impossible de dessiner l’image.',
  copySquares: 'Copier en carrés',
  squaresCopied: 'Carrés copiés',
  mayNotCopy: 'Cette page ne peut pas copier.',
  soManyRounds: (rounds) => plural(rounds, { one: `${rounds} manche`, other: `${rounds} manches` }),

  markersPlaced: 'Pions posés',
  onTheColor: 'Pile sur la couleur',
  atMostOneStep: 'À une case au plus',
  averageDistance: 'Distance moyenne',
  cluesGiven: 'Indices donnés',
  yourColorsHit: 'Tes couleurs trouvées',
  othersAtMostOneStep: 'Les autres à une case au plus',
  theirAverageDistance: 'Leur distance moyenne',
  share: (part, percent) => `${part} (${percent}\u00a0%)`,
  steps: cases,
};
