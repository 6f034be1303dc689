import type { HowMessages } from './en.ts';

export const messages: HowMessages = {
  seesTitle: 'Eine Person sieht eine Farbe',
  sees: 'Jede Runde bekommt jemand eine Karte mit vier Farben und wählt eine. Sonst sieht sie niemand.',
  clue: 'Moos',
  saysTitle: '… und sagt ein Wort',
  says: 'Keine Farbnamen, keine Orte auf der Tafel, nichts, was schon dran war.',
  placeTitle: 'Die anderen setzen Steine',
  place: 'Nacheinander, auf ein freies Feld. Ein Stein bleibt, wo er ist.',
  secondTitle: 'Auf Wunsch ein zweiter Hinweis',
  second: 'Bis zu zwei Wörter mehr, dann für alle ein zweiter Stein, andersherum.',
  frameTitle: 'Der Rahmen fällt',
  frame:
    'Genau drauf 3 Punkte, im Rahmen 2, einen Schritt daneben 1. Wer den Hinweis gab, bekommt 1 für jeden Stein im Rahmen, zu dritt 2.',
  more: 'Alle geben zweimal den Hinweis, ab sieben Personen einmal. Ein Hinweis verstößt gegen die Regeln? Erheb Einspruch, bevor der erste Stein liegt: ist die Hälfte der anderen dafür, muss ein neuer her.',

  options: 'Was sich einstellen lässt',
  choices: [
    'Teams: zwei bis vier, reihum nach der Sitzordnung. Ein Team bekommt den Schnitt seiner Leute; ein Hinweis bringt dem eigenen Team, was die Mitspieler dort daraus machen.',
    'Zu zweit: gemeinsam, mit einem Punktestand, gegen ein Ziel.',
    'Hinweise mit bis zu fünf Wörtern, und Punkte bis drei Schritte daneben: 4, 3, 2, 1.',
  ],

  party: 'Party: alle zugleich',
  togetherTitle: 'Alle setzen gleichzeitig',
  together:
    'Niemand sieht, wohin, bis alle gesetzt haben oder die Zeit um ist; so lange darfst du umsetzen. Zwei dürfen aufs selbe Feld.',
  appearTitle: 'Dann erscheinen alle Steine',
  appear:
    'Punkte wie oben. Wer den Hinweis gab, bekommt den Schnitt der anderen. Meist gibt es einen Hinweis, und eine Runde dauert keine Minute: für zwei bis sechzehn.',
};
