import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('fr');
const list = listIn('fr');

export const messages: typeof english = {
  show: 'Montrer',
  all: 'Tout',
  played: 'Jouées',
  showOlder: 'Parties plus anciennes',
  watchAgain: 'Revoir',
  none: 'Pas encore de partie finie.',
  noneHelp: 'Chaque partie jouée jusqu’au bout est gardée ici pour être revue.',

  youLeft: 'Tu es parti avant la fin',
  youWon: 'Tu as gagné',
  youSharedWin: 'Tu as gagné ex æquo',
  place: (place, players) => `Place ${place} sur ${players}`,
  company: (names, bots) =>
    `avec ${list(bots === 0 ? names : [...names, plural(bots, { one: `${bots} bot`, other: `${bots} bots` })])}`,
  games: (count) => plural(count, { one: `${count} partie`, other: `${count} parties` }),
  playedAndWon: (played, won) =>
    `${plural(played, { one: `${played} partie`, other: `${played} parties` })}, ${plural(won, { one: `${won} gagnée`, other: `${won} gagnées` })}`,
  points: (count, written) => `${written} ${plural(count, { one: 'point', other: 'points' })}`,

  statisticsOf: (game) => `Statistiques de ${game}`,
  rating: 'Classement',
  week: 'Tableau de la semaine',
  weekEmpty: 'Encore personne. Chaque personne battue à une table publique sans bots vaut un point.',
  ratings: 'Classements',
  ratingsNeedName: 'Les classements et le tableau de la semaine sont pour qui a un nom à soi.',
  takePart: 'Participer aux classements et au tableau de la semaine',
  takePartHelp: 'Les parties aux tables publiques comptent, sans bot. Ton nom figure dans le tableau.',

  opening: 'Ouverture de la partie…',
  noGame: 'Cette partie n’est pas à voir',
  noGameText:
    'Elle est peut-être en cours, ou trop ancienne. Les parties aux tables privées ne se revoient que par qui les a jouées.',
  notLoaded: 'La partie n’a pas pu être chargée',
  backToGames: 'Retour à tes parties',

  steps: 'Les étapes de la partie',
  step: 'Étape',
  stepOf: (step, steps) => `Étape ${step} sur ${steps}`,
  shortStepOf: (step, steps) => `${step} sur ${steps}`,
  stepBack: 'Une étape en arrière',
  stepForward: 'Une étape en avant',
  play: 'Lire',
  pause: 'Pause',
  jumpTo: 'Aller à',
};
