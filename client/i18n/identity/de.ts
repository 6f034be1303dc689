import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Dein Name',
  save: 'Speichern',
  saving: 'Speichert…',
  account: 'Konto',
  keepOrLogIn: 'Namen behalten oder anmelden',
  yourMarker: 'Dein Stein',
  // biome-ignore format: words read best in rows
  markers: [
    'Dreieck', 'Kreis', 'Sechseck', 'Quadrat', 'Stern', 'Raute', 'Schild', 'Kreuz',
    'Tropfen', 'Herz', 'Haus', 'Wolke', 'Schale', 'Kleeblatt', 'Krone', 'Kapsel',
  ],
};
