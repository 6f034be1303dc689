import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('de');
const list = listIn('de');

export const messages: typeof english = {
  show: 'Zeigen',
  all: 'Alle',
  played: 'Gespielt',
  showOlder: 'Ältere Spiele',
  watchAgain: 'Noch einmal sehen',
  none: 'Noch kein beendetes Spiel.',
  noneHelp: 'Jedes, das du zu Ende spielst, bleibt hier, um noch einmal angesehen zu werden.',

  youLeft: 'Du bist vorher gegangen',
  youWon: 'Du hast gewonnen',
  youSharedWin: 'Du hast mit gewonnen',
  place: (place, players) => `Platz ${place} von ${players}`,
  company: (names, bots) =>
    `mit ${list(bots === 0 ? names : [...names, plural(bots, { one: `${bots} Bot`, other: `${bots} Bots` })])}`,
  games: (count) => plural(count, { one: `${count} Spiel`, other: `${count} Spiele` }),
  playedAndWon: (played, won) =>
    plural(played, { one: `${played} Spiel, ${won} gewonnen`, other: `${played} Spiele, ${won} gewonnen` }),
  points: (count, written) => `${written} ${count === 1 ? 'Punkt' : 'Punkte'}`,

  statisticsOf: (game) => `Statistik zu ${game}`,
  rating: 'Wertung',
  week: 'Tabelle der Woche',
  weekEmpty: 'Noch niemand. Wen du an einem öffentlichen Tisch ohne Bots schlägst, der bringt einen Punkt.',
  ratings: 'Wertungen',
  ratingsNeedName: 'Wertungen und die Tabelle der Woche sind für alle mit einem eigenen Namen.',
  takePart: 'Bei Wertungen und der Tabelle der Woche mitmachen',
  takePartHelp:
    'Es zählen Spiele an öffentlichen Tischen, wenn kein Bot mitspielt. Dein Name steht in der Tabelle.',

  opening: 'Das Spiel wird geöffnet…',
  noGame: 'So ein Spiel gibt es nicht zu sehen',
  noGameText:
    'Vielleicht läuft es noch, oder es ist zu lange her. Spiele an privaten Tischen können nur die sehen, die sie gespielt haben.',
  notLoaded: 'Das Spiel konnte nicht geladen werden',
  backToGames: 'Zurück zu deinen Spielen',

  steps: 'Die Schritte des Spiels',
  step: 'Schritt',
  stepOf: (step, steps) => `Schritt ${step} von ${steps}`,
  shortStepOf: (step, steps) => `${step} von ${steps}`,
  stepBack: 'Einen Schritt zurück',
  stepForward: 'Einen Schritt vor',
  play: 'Abspielen',
  pause: 'Anhalten',
  jumpTo: 'Springen zu',
};
