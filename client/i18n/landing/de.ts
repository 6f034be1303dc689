import type { messages as english } from './en.ts';

export const messages: typeof english = {
  howToPlay: 'So geht’s',
  settings: 'Einstellungen',
  alone: 'Allein:',
  daily: 'Tagesspiel',
  practice: 'Üben',

  whatToPlay: 'Was gespielt wird',
  mode: 'Modus',
  anyMode: 'Wie es kommt',
  players: (least, most) => `${least === most ? most : `${least}–${most}`} Spieler`,

  yourName: 'Dein Name',
  oneMoment: 'Einen Moment…',
  changeNameAndMarker: 'Name und Stein ändern',
  account: 'Konto',
  logIn: 'Anmelden',

  playNow: 'Jetzt spielen',
  findingTable: 'Suche einen Tisch…',
  createTable: 'Neuer Tisch',
  settingTable: 'Der Tisch wird gedeckt…',
  forFriends: 'Für Freunde',
  forFriendsHelp: 'Nur mit dem Code zu finden',
  forEverybody: 'Für alle',
  forEverybodyHelp: 'Steht bei den offenen Tischen',

  codeOfTable: 'Code eines Tisches',
  code: 'Code',
  join: 'Los',
};
