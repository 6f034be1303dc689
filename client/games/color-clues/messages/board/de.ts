import { pluralIn } from '../../../../i18n/plural.ts';
import type { BoardMessages } from './en.ts';

const plural = pluralIn('de');

export const messages: BoardMessages = {
  board: 'Farbtafel',
  keys: 'Die Pfeiltasten bewegen. Tippe ein Feld wie H14, um hinzuspringen. Enter setzt, Escape bricht ab.',
  wholeBoard: 'Ganze Tafel',

  facts: (facts) => facts.join(', '),
  target: 'die gesuchte Farbe',
  taken: 'besetzt',
  onYourCard: 'auf deiner Karte',
  chosen: 'gewählt',
  points: (points) => plural(points, { one: `${points} Punkt`, other: `${points} Punkte` }),
  marker: ({ name, isMine }, which) => {
    const marker = { first: 'erster Stein', second: 'zweiter Stein' };
    if (which === null) return isMine ? 'Dein Stein' : `Stein von ${name}`;
    return isMine ? `Dein ${marker[which]}` : `${marker[which]} von ${name}`;
  },

  findColor: 'Such die Farbe',
  place: 'Setzen',
  move: 'Umsetzen',
  noClue: 'kein Hinweis',
};
