import type { messages as english } from './en.ts';

export const messages: typeof english = {
  opening: {
    table: 'Der Tisch wird geöffnet…',
    chat: 'Der Chat wird geöffnet…',
    page: 'Die Seite wird geöffnet…',
  },
  notLoaded: {
    table: 'Der Tisch konnte nicht geladen werden',
    chat: 'Der Chat konnte nicht geladen werden',
    page: 'Die Seite konnte nicht geladen werden',
  },
  maybeUpdated: 'Vielleicht ist das Netz weg, oder das Spiel wurde erneuert.',
  tryAgain: 'Noch einmal',
  onlyBeginningFits: (leftOut) => `Nur der Anfang passt: ${leftOut} der eingefügten Zeichen fehlen.`,
};
