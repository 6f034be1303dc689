import { pluralIn } from '../../../../i18n/plural.ts';
import type { AloneMessages } from './en.ts';

const plural = pluralIn('de');

export const messages: AloneMessages = {
  locale: 'de',
  wait: (hours, minutes) => (hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`),

  daily: 'Tagesrätsel',
  practice: 'Üben',
  today: 'Heute',
  pastDays: 'Frühere Tage',
  cluesOfDay: 'Hinweise des Tages',
  clueOf: (clue, clues) => `Hinweis ${clue} von ${clues}`,
  colorOf: (color, colors) => `Farbe ${color} von ${colors}`,
  pastDay: 'Ein früherer Tag: zählt nur für sich',
  yourMarker: 'Dein Stein',
  laidThen: (cell, then) => `Dein Stein ist auf ${cell}. ${then}`,
  allPlaced: 'Alle drei sind gesetzt. Umsetzen geht noch.',
  seeWhenSent: 'Wo andere gesetzt haben, siehst du nach dem Senden.',
  send: 'Senden',
  sending: 'Sende…',

  pointsOf: (points, most) => `${points} von ${most} Punkten`,
  ofPoints: (most) => ` von ${most} Punkten`,
  points: (points) => plural(points, { one: ' Punkt', other: ' Punkte' }),
  pointsSoFar: ' Punkte bisher',
  share: (points, most) => `${points} von ${most}`,
  standing: (day, all, isCounted, streak) => {
    const others = all === 1 ? 'Bisher hast nur du gesetzt.' : `${all} haben gesetzt.`;
    if (!isCounted) return `${day}. ${others} Der Tag war vorbei, er zählt nur für sich.`;
    return streak > 1 ? `${day}. ${others} ${streak} Tage in Folge.` : `${day}. ${others}`;
  },
  newCluesIn: (time) => `Neue Hinweise in ${time}.`,
  placedHere: (name, many) =>
    `${name}, ${plural(many, { one: '1 Person hat', other: `${many} Personen haben` })} hier gesetzt`,
  theColor: 'Die Farbe',
  you: 'Du',
  most: (many, all) => `Die meisten: ${many} von ${all}`,
  tableOfDay: 'Tabelle des Tages',
  nobodyYet: 'Noch niemand mit eigenem Namen. Mit einem Konto stehst du nächstes Mal hier.',
  shared: (title, day, points, most) => `${title}, ${day}: ${points} von ${most}`,
  shareResult: 'Ergebnis teilen',
  resultCopied: 'Ergebnis kopiert',
  result: 'Das Ergebnis',
  resultAsText: 'Das Ergebnis als Text',

  tenColors: 'Zehn Farben',
  tenColorsHelp: 'Du siehst eine Farbe. Such ihr Feld.',
  tenClues: 'Zehn Hinweise',
  tenCluesHelp: 'Ein Bot sagt ein Wort. Such, was es meint.',
  best: (points) => `Rekord: ${points}`,
  bestSoFar: 'Dein Rekord in diesem Browser.',
  tenInARow: 'Zehn am Stück, je höchstens drei Punkte. Geht auch ohne Verbindung.',
  wordsFailed: 'Die Wörter der Bots ließen sich nicht laden. Versuch es mit Verbindung noch mal.',
  squareAndRound: 'Quadrat: die Farbe. Rund: wo du gesetzt hast.',
  needConnection: ['Tische, Chat und das ', 'Tagesrätsel', ' brauchen eine Verbindung.'],
  whatYouPlaced: 'Was du gesetzt hast',
  youPlaced: (cell) => `; du: ${cell}`,
  whereIsIt: 'Wo ist sie?',
  whichCell: 'Welches Feld hat diese Farbe?',
  whatDidBotMean: 'Was meint der Bot?',
  itIs: 'Es ist ',
  told: (cell, points) =>
    `Es ist ${cell}. ${plural(points, { one: `${points} Punkt`, other: `${points} Punkte` })}.`,
  next: 'Weiter',
  resultButton: 'Ergebnis',
};
