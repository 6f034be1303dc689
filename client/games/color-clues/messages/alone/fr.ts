import { pluralIn } from '../../../../i18n/plural.ts';
import type { AloneMessages } from './en.ts';

const plural = pluralIn('fr');

export const messages: AloneMessages = {
  locale: 'fr',
  wait: (hours, minutes) => (hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`),

  daily: 'Défi du jour',
  practice: 'Entraînement',
  today: 'Aujourd’hui',
  pastDays: 'Jours passés',
  cluesOfDay: 'Indices du jour',
  clueOf: (clue, clues) => `Indice ${clue} sur ${clues}`,
  colorOf: (color, colors) => `Couleur ${color} sur ${colors}`,
  pastDay: 'Un jour passé : il ne compte que pour lui',
  yourMarker: 'Ton pion',
  laidThen: (cell, then) => `Ton pion est en ${cell}. ${then}`,
  allPlaced: 'Les trois sont posés. Tu peux encore les déplacer.',
  seeWhenSent: 'Tu verras où les autres ont posé après l’envoi.',
  send: 'Envoyer',
  sending: 'Envoi…',

  pointsOf: (points, most) =>
    plural(points, { one: `${points} point sur ${most}`, other: `${points} points sur ${most}` }),
  ofPoints: (most) => ` points sur ${most}`,
  points: (points) => plural(points, { one: ' point', other: ' points' }),
  pointsSoFar: ' points jusqu’ici',
  share: (points, most) => `${points} sur ${most}`,
  standing: (day, all, isCounted, streak) => {
    const others = all === 1 ? 'Tu ouvres le bal.' : `${all} personnes ont posé.`;
    if (!isCounted) return `${day}. ${others} Le jour était passé, il ne compte que pour lui.`;
    return streak > 1 ? `${day}. ${others} ${streak} jours de suite.` : `${day}. ${others}`;
  },
  newCluesIn: (time) => `Nouveaux indices dans ${time}.`,
  placedHere: (name, many) =>
    `${name}, ${plural(many, { one: '1 personne a', other: `${many} personnes ont` })} posé ici`,
  theColor: 'La couleur',
  you: 'Toi',
  most: (many, all) => `La plupart : ${many} sur ${all}`,
  tableOfDay: 'Classement du jour',
  nobodyYet: 'Encore aucun nom. Avec un compte, le tien y sera la prochaine fois.',
  shared: (title, day, points, most) => `${title}, ${day} : ${points} sur ${most}`,
  shareResult: 'Partager',
  resultCopied: 'Résultat copié',
  result: 'Le résultat',
  resultAsText: 'Le résultat en texte',

  tenColors: 'Dix couleurs',
  tenColorsHelp: 'Une couleur s’affiche. Trouve sa case.',
  tenClues: 'Dix indices',
  tenCluesHelp: 'Un bot dit un mot. Trouve ce qu’il veut dire.',
  best: (points) => `Record : ${points}`,
  bestSoFar: 'Ton record dans ce navigateur.',
  tenInARow: 'Dix de suite, trois points au plus chacun. Marche aussi hors connexion.',
  wordsFailed: 'Les mots des bots n’ont pas pu être chargés. Réessaie avec une connexion.',
  squareAndRound: 'Carré : la couleur. Rond : ton pion.',
  needConnection: ['Les tables, le chat et ', 'le défi du jour', ' ont besoin d’une connexion.'],
  whatYouPlaced: 'Ce que tu as posé',
  youPlaced: (cell) => ` ; toi : ${cell}`,
  whereIsIt: 'Où est-elle ?',
  whichCell: 'Quelle case a cette couleur ?',
  whatDidBotMean: 'Que voulait dire le bot ?',
  itIs: 'C’est ',
  told: (cell, points) =>
    `C’est ${cell}. ${plural(points, { one: `${points} point`, other: `${points} points` })}.`,
  next: 'Suite',
  resultButton: 'Résultat',
};
