import type { messages as english } from './en.ts';

export const messages: typeof english = {
  opening: { table: 'Ouverture de la table…', chat: 'Ouverture du chat…', page: 'Ouverture de la page…' },
  notLoaded: {
    table: 'La table n’a pas pu être chargée',
    chat: 'Le chat n’a pas pu être chargé',
    page: 'La page n’a pas pu être chargée',
  },
  maybeUpdated: 'Le réseau est peut-être coupé, ou le jeu a été mis à jour.',
  tryAgain: 'Réessayer',
  onlyBeginningFits: (leftOut) => `Seul le début tient : ${leftOut} des caractères collés manquent.`,
};
