import type { Messages } from '../messages.ts';
import type { messages as english } from './en.ts';

export const messages: Messages<typeof english> = {
  yours: 'Eigene Regeln',
  name: 'Name für diese Regeln',
  keep: 'Regeln behalten',
  kept: (name) => `Behalten: ${name}`,
  copyLink: 'Link zu diesen Regeln kopieren',
  linkCopied: 'Link kopiert',
  copyFromHere: 'Kopier den Link von hier',
  copyLinkOf: (name) => `Link zu ${name} kopieren`,
  forget: (name) => `${name} löschen`,
  nameless: 'Diese Regeln brauchen einen Namen.',
  full: (most) => `${most} sind behalten, mehr passen nicht. Lösch zuerst eine davon.`,
  forbidden:
    'Dieser Browser merkt sich für diese Seite nichts, also auch nicht diese Regeln. Ein Link zu ihnen geht.',

  opening: 'Die Regeln werden geöffnet …',
  ofGame: (game) => `Regeln für ${game}`,
  called: (name) => `Jemand nennt diese Regeln „${name}“.`,
  someRules: 'Jemand hat ausgesucht, wie gespielt wird.',
  notWhole: 'Ein Teil des Links ist hier nicht lesbar. Dort gilt das Übliche.',
  startForFriends: 'Tisch für Freunde eröffnen',
  startForEverybody: 'Tisch für alle eröffnen',
  starting: 'Der Tisch wird gedeckt …',
  tooManySit: (most, seated) => `für höchstens ${most}, und hier sitzen ${seated}`,
};
