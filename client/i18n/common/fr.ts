import type { messages as english } from './en.ts';

export const messages: typeof english = {
  close: 'Fermer',
  back: 'Retour',
  toTheStart: 'À l’accueil',
  backToTheStart: 'Retour à l’accueil',
  settings: 'Réglages',
  tryAgain: 'Réessayer',
  oneMoment: 'Un instant…',
  playNow: 'Jouer',
  findingTable: 'On cherche une table…',
  copied: 'Copié',
  copyLink: 'Copier le lien',
  yourGames: 'Tes parties',

  didNotWork: 'Cela n’a pas marché.',

  announcement: 'Annonce',
  hideAnnouncement: 'Masquer l’annonce',

  nothingHere: 'Il n’y a rien ici',
  nothingHereText: 'L’adresse a peut-être été coupée en chemin.',
  noCookies: 'Ce navigateur ne garde pas de cookies ici',
  noCookiesText:
    'Color Clues a besoin d’un cookie pour te reconnaître : ta place et ton nom y sont liés. Autorise les cookies pour ce site, puis réessaie.',
};
