import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('fr');
const number = new Intl.NumberFormat('fr');

export const messages: typeof english = {
  titles: {
    account: 'Ton compte',
    guest: 'Garder ton nom',
    logIn: 'Connexion',
    recover: 'Mot de passe oublié ?',
    codes: 'Tes codes de secours',
    password: 'Changer de mot de passe',
    newCodes: 'Nouveaux codes de secours',
    browsers: 'Où tu es connecté',
    delete: 'Tout supprimer ?',
    erasing: 'C’est fait',
  },
  name: 'Nom',
  password: 'Mot de passe',
  yourPassword: 'Ton mot de passe',
  yourPasswordNow: 'Ton mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  newPasswordHint: 'Au moins 10 caractères. Trois ou quatre mots se retiennent bien.',
  recoveryCode: 'Code de secours',
  recoveryCodeHint: 'Comme abcde-fghjk-mnpqr-stuvw',
  showPassword: 'Montrer le mot de passe',

  nameIsYours: (name) => `Le nom ${name} est à toi.`,
  codesLeft: (left) =>
    left === 0
      ? 'Il ne reste aucun code de secours. Fais-en d’autres, au cas où tu oublierais le mot de passe.'
      : plural(left, {
          one: `Il reste ${left} code de secours.`,
          other: `Il reste ${left} codes de secours.`,
        }),
  ways: {
    browsers: 'Où je suis connecté',
    password: 'Changer de mot de passe',
    newCodes: 'Nouveaux codes de secours',
  },
  games: 'Parties jouées',
  logOut: 'Se déconnecter',
  deleteAccount: 'Supprimer mon compte',

  onlyThisBrowser:
    'Seul ce navigateur te connaît. Avec un mot de passe, le nom n’est qu’à toi, et tu peux te connecter partout.',
  keepName: 'Garder ce nom',
  keeping: 'On le garde…',
  haveAccount: 'J’ai un compte : me connecter',
  deleteMe: 'Supprimer tout sur moi',

  logIn: 'Connexion',
  loggingIn: 'Connexion…',
  forgotPassword: 'Mot de passe oublié ?',
  recoverText: 'Chacun de tes codes de secours te laisse entrer une fois. Tu es déconnecté partout ailleurs.',
  leftBehind: (name) =>
    `Ici, tu es ${name}, sans compte. Les parties et les messages de ${name} ne te suivent pas, et il n’y a pas de retour.`,

  signedOut: {
    title: 'Tu as été déconnecté',
    text: (name) =>
      `Ce navigateur n’est plus connecté au nom de ${name}. Reconnecte-toi, ou continue sous un nouveau nom.`,
    goOn: 'Continuer sous un nouveau nom',
  },

  passwordChanged: 'Ton mot de passe est changé. Les autres navigateurs doivent se reconnecter.',
  changeIt: 'Changer',
  changingIt: 'Changement…',

  newCodesText: 'Tu reçois dix nouveaux codes. Les anciens ne marchent plus.',
  showNewCodes: 'Montrer les codes',
  codesText:
    'Si tu oublies le mot de passe, chacun te laisse entrer une fois. On ne les montrera plus : garde-les en lieu sûr.',
  codesOf: (name) => `Color Clues : codes de secours de ${name}`,
  codesSelected: 'Ils sont sélectionnés : copie-les d’ici.',
  copy: 'Copier',
  download: 'Télécharger',
  codesKept: 'Je les ai gardés',

  thisBrowser: 'ce navigateur',
  usedJustNow: 'utilisé à l’instant',
  usedHoursAgo: (hours) =>
    plural(hours, { one: `utilisé il y a ${hours} heure`, other: `utilisé il y a ${hours} heures` }),
  usedDaysAgo: (days) =>
    plural(days, {
      one: `utilisé il y a ${number.format(days)} jour`,
      other: `utilisé il y a ${number.format(days)} jours`,
    }),
  logOutOf: (browser) => `Déconnecter ${browser}`,
  logOutOthers: 'Déconnecter les autres',

  data: {
    start: 'Télécharger mes données',
    collecting: 'Collecte… Arrêter',
    soFar: (size) => `${size} pour l’instant… Arrêter`,
  },

  deleteText:
    'Ton nom redevient libre, tes messages disparaissent, et les parties gardées oublient qui tu étais. C’est sans retour.',
  deleteForGood: 'Supprimer pour de bon',
  deleting: 'Suppression…',
  typeToConfirm: (name) => `Écris ${name} pour confirmer`,
  nameIsFree: 'Ton nom est libre, et personne ne peut plus lire ce que tu as écrit.',
  erasing: (messages) =>
    messages === 0
      ? 'Tes messages sont en train d’être retirés. Inutile d’attendre.'
      : plural(messages, {
          one: `${messages} de tes messages est retiré. Inutile d’attendre la suite.`,
          other: `${number.format(messages)} de tes messages sont retirés. Inutile d’attendre la suite.`,
        }),
  startAgain: 'Recommencer sous un autre nom',
};
