import { pluralIn } from '../../../../i18n/plural.ts';
import type { SetupMessages } from './en.ts';

const plural = pluralIn('fr');

const LEVELS = { 1: 'novice', 2: 'débutant', 3: 'habitué', 4: 'expert', 5: 'sage' } as const;
const NEAR = {
  1: 'un pion sur six à une case au plus',
  2: 'un pion sur quatre à une case au plus',
  3: 'trois pions sur dix à une case au plus',
  4: 'un pion sur trois à une case au plus',
  5: 'près d’un pion sur deux à une case au plus',
} as const;
const TASTES: SetupMessages['tastes'] = {
  'a fruit lover': 'Adore les fruits',
  'a cook': 'Aime cuisiner',
  'a gardener': 'Aime jardiner',
  'a painter': 'Aime peindre',
  'a gamer': 'Aime les jeux vidéo',
  'an animal lover': 'Adore les animaux',
  'a traveler': 'Aime voyager',
  'a collector of stones': 'Collectionne les pierres',
  'a dreamer': 'Aime rêver',
  'a tinkerer': 'Aime bricoler',
};

export const messages: SetupMessages = {
  rules: 'Règles',
  classic: 'Classique',
  classicHelp: '3 à 10 joueurs, les pions l’un après l’autre',
  party: 'Fête',
  partyHelp: '2 à 16 joueurs, tous ensemble, caché jusqu’au bout',

  timers: 'Chrono',
  normal: 'Normal',
  normalHelp: 'Classique : 75 s par indice, 25 s par pion. Fête : 40 s et 20 s.',
  relaxed: 'Tranquille',
  relaxedHelp: 'moitié plus long',
  slow: 'Lent',
  slowHelp: 'deux fois plus long',
  off: 'Sans',
  noClock: 'pas de chrono ; l’hôte peut passer un tour',

  turnsEach: 'Tours par joueur',
  auto: 'Auto',
  autoTurns: 'Classique : 2 chacun jusqu’à six. Fête : 2 jusqu’à quatre ; dès neuf, 8 manches en tout.',
  roundsInAll: (rounds) => `${rounds} manches en tout`,
  takes: (minutes, people, bots) =>
    `Environ ${plural(minutes, { one: '1 minute', other: `${minutes} minutes` })} avec ${plural(people, { one: '1 personne', other: `${people} personnes` })}${bots === 0 ? '' : ` et ${plural(bots, { one: '1 bot', other: `${bots} bots` })}`}.`,

  clues: 'Indices',
  autoClues: 'Classique : deux. Fête : un.',
  oneClue: 'Un',
  oneClueHelp: 'un indice, un pion chacun',
  twoClues: 'Deux',
  twoCluesHelp: 'un deuxième indice est possible',
  one: 'un',
  twoIfWanted: 'deux, le second si voulu',

  together: 'Qui joue avec qui',
  alone: 'Chacun pour soi',
  aloneHelp: 'chacun marque pour soi',
  coop: 'À deux',
  coopHelp: 'deux ensemble contre un objectif, six manches ; l’un peut être un bot',
  inTeams: 'Équipes',
  inTeamsHelp: 'à tour de rôle selon les places ; un indice compte pour sa propre équipe',
  teams: 'Équipes',
  teamsHelp: (least) => `à partir de ${least} joueurs`,

  words: 'Mots par indice',
  autoWords: 'un, puis jusqu’à deux',
  wordsHelp: (most) => (most === 1 ? 'un dans chaque indice' : `jusqu’à ${most} dans chaque indice`),
  scoring: 'Points',
  normalScoring: 'jusqu’à deux cases de la couleur',
  wideScoring: 'jusqu’à trois cases de la couleur',

  clueCheck: 'Contrôle',
  strict: 'Strict',
  strictHelp: 'noms de couleurs et positions refusés',
  honor: 'Confiance',
  honorHelp: 'un simple avertissement',
  uncheckedHelp: 'tout est permis',

  giver: 'Qui donne l’indice',
  inTurn: 'À tour de rôle',
  inTurnHelp: 'le rôle tourne',
  volunteers: 'Volontaires',
  volunteersHelp: 'qui lève la main ; sinon à tour de rôle',

  absent: 'Joueurs absents',
  arePassed: 'On les passe',
  arePassedHelp: 'leur tour saute après 5 s',
  botPlays: 'Un bot joue',
  botPlaysHelp:
    'après 60 s d’absence ou deux tours passés ; au retour, on reprend aussitôt avec tous ses points',

  levels: LEVELS,
  near: NEAR,
  bot: (taste, level) =>
    taste === null
      ? `Un bot de niveau ${LEVELS[level]} : ${NEAR[level]}.`
      : `${taste}, bot de niveau ${LEVELS[level]} : ${NEAR[level]}.`,
  tastes: TASTES,

  botsSpeakEnglish: 'Ici, les bots parlent anglais.',

  tellingApart: 'Distinguer les couleurs',
  names: 'Noms des couleurs',
  namesHelp: 'Sous la loupe, où que tu pointes',
  families: 'Noms des familles',
  familiesHelp: 'Violet, rose, rouge… sur le bord',
  textures: 'Motifs des familles',
  texturesHelp: 'Un motif par famille sur les cases',
};
