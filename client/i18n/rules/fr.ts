import type { Messages } from '../messages.ts';
import type { messages as english } from './en.ts';

export const messages: Messages<typeof english> = {
  yours: 'Tes propres règles',
  name: 'Nom de ces règles',
  keep: 'Garder ces règles',
  kept: (name) => `Gardé : ${name}`,
  copyLink: 'Copier un lien vers ces règles',
  linkCopied: 'Lien copié',
  copyFromHere: 'Copie le lien ici',
  copyLinkOf: (name) => `Copier un lien vers ${name}`,
  forget: (name) => `Supprimer ${name}`,
  nameless: 'Il faut un nom à ces règles.',
  full: (most) => `Il y en a déjà ${most}, pas de place pour d’autres. Supprimes-en une d’abord.`,
  forbidden:
    'Ce navigateur ne garde rien pour ce site, donc pas ces règles non plus. Un lien vers elles marche.',

  opening: 'Ouverture des règles…',
  ofGame: (game) => `Règles de ${game}`,
  called: (name) => `Quelqu’un appelle ces règles « ${name} ».`,
  someRules: 'Quelqu’un a choisi comment on joue.',
  notWhole: 'Une partie du lien est illisible ici. Là, c’est la règle habituelle qui compte.',
  startForFriends: 'Ouvrir une table entre amis',
  startForEverybody: 'Ouvrir une table à tous',
  starting: 'On met la table…',
  tooManySit: (most, seated) => `pour ${most} au plus, et vous êtes ${seated} ici`,
};
