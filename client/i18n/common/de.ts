import type { messages as english } from './en.ts';

export const messages: typeof english = {
  close: 'Schließen',
  back: 'Zurück',
  toTheStart: 'Zum Anfang',
  backToTheStart: 'Zurück zum Anfang',
  settings: 'Einstellungen',
  tryAgain: 'Noch einmal',
  oneMoment: 'Einen Moment…',
  playNow: 'Jetzt spielen',
  findingTable: 'Suche einen Tisch…',
  copied: 'Kopiert',
  copyLink: 'Link kopieren',
  yourGames: 'Deine Spiele',

  didNotWork: 'Das hat nicht geklappt.',

  announcement: 'Ankündigung',
  hideAnnouncement: 'Ankündigung ausblenden',

  nothingHere: 'Hier ist nichts',
  nothingHereText: 'Vielleicht ist die Adresse unterwegs abgeschnitten worden.',
  noCookies: 'Dieser Browser behält hier keine Cookies',
  noCookiesText:
    'Color Clues braucht eines, um dich wiederzuerkennen: Dein Platz und dein Name hängen daran. Erlaube Cookies für diese Seite und versuche es noch einmal.',
};
