import { pluralIn } from '../../../../i18n/plural.ts';
import type { SetupMessages } from './en.ts';

const plural = pluralIn('de');

const LEVELS = { 1: 'Neuling', 2: 'Anfänger', 3: 'Stammgast', 4: 'Kenner', 5: 'Weiser' } as const;
const NEAR = {
  1: 'jeder sechste Stein höchstens einen Schritt daneben',
  2: 'jeder vierte Stein höchstens einen Schritt daneben',
  3: 'drei von zehn Steinen höchstens einen Schritt daneben',
  4: 'jeder dritte Stein höchstens einen Schritt daneben',
  5: 'fast jeder zweite Stein höchstens einen Schritt daneben',
} as const;
const TASTES: SetupMessages['tastes'] = {
  'a fruit lover': 'Mag Obst',
  'a cook': 'Kocht gern',
  'a gardener': 'Gärtnert gern',
  'a painter': 'Malt gern',
  'a gamer': 'Zockt gern',
  'an animal lover': 'Mag Tiere',
  'a traveler': 'Reist gern',
  'a collector of stones': 'Sammelt Steine',
  'a dreamer': 'Träumt gern',
  'a tinkerer': 'Bastelt gern',
};

export const messages: SetupMessages = {
  rules: 'Regeln',
  classic: 'Klassisch',
  classicHelp: '3 bis 10 Personen, Steine nacheinander',
  party: 'Party',
  partyHelp: '2 bis 16 Personen, alle zugleich, verdeckt, bis alle gesetzt haben',

  timers: 'Uhren',
  normal: 'Normal',
  normalHelp: 'Klassisch: 75 s für einen Hinweis, 25 s für einen Stein. Party: 40 s und 20 s.',
  relaxed: 'Gemütlich',
  relaxedHelp: 'anderthalbmal so lang',
  slow: 'Langsam',
  slowHelp: 'doppelt so lang',
  off: 'Aus',
  noClock: 'keine Uhr; der Host darf Züge überspringen',

  turnsEach: 'Hinweise je Person',
  auto: 'Auto',
  autoTurns: 'Klassisch: je 2 bis zu sechst. Party: 2 bis zu viert; ab neun insgesamt 8 Runden.',
  roundsInAll: (rounds) => `${rounds} Runden insgesamt`,
  takes: (minutes, people, bots) =>
    `Etwa ${plural(minutes, { one: '1 Minute', other: `${minutes} Minuten` })} mit ${plural(people, { one: '1 Person', other: `${people} Personen` })}${bots === 0 ? '' : ` und ${plural(bots, { one: '1 Bot', other: `${bots} Bots` })}`}.`,

  clues: 'Hinweise',
  autoClues: 'Klassisch: zwei. Party: einer.',
  oneClue: 'Einer',
  oneClueHelp: 'ein Hinweis, je ein Stein',
  twoClues: 'Zwei',
  twoCluesHelp: 'auf Wunsch noch ein zweiter Hinweis',
  one: 'einer',
  twoIfWanted: 'zwei, der zweite auf Wunsch',

  together: 'Wer mit wem',
  alone: 'Allein',
  aloneHelp: 'alle für sich',
  coop: 'Zu zweit',
  coopHelp: 'zwei zusammen gegen ein Ziel, sechs Runden; einer darf ein Bot sein',
  inTeams: 'Teams',
  inTeamsHelp: 'reihum nach der Sitzordnung; ein Hinweis gilt dem eigenen Team',
  teams: 'Teams',
  teamsHelp: (least) => `ab ${least} Personen`,

  words: 'Wörter je Hinweis',
  autoWords: 'eins, dann bis zu zwei',
  wordsHelp: (most) => (most === 1 ? 'eins in jedem Hinweis' : `bis zu ${most} in jedem Hinweis`),
  scoring: 'Punkte',
  normalScoring: 'bis zwei Schritte neben der Farbe',
  wideScoring: 'bis drei Schritte neben der Farbe',

  clueCheck: 'Prüfung',
  strict: 'Streng',
  strictHelp: 'Farbnamen und Orte werden abgelehnt',
  honor: 'Ehre',
  honorHelp: 'es gibt nur eine Warnung',
  uncheckedHelp: 'alles ist erlaubt',

  giver: 'Wer Hinweise gibt',
  inTurn: 'Reihum',
  inTurnHelp: 'die Rolle wandert weiter',
  volunteers: 'Freiwillige',
  volunteersHelp: 'wer die Hand hebt; sonst reihum',

  absent: 'Wer weg ist',
  arePassed: 'Wird ausgelassen',
  arePassedHelp: 'nach 5 s sind die anderen dran',
  botPlays: 'Ein Bot spielt',
  botPlaysHelp:
    'nach 60 s oder zwei ausgelassenen Zügen; wer zurückkommt, spielt sofort mit allen Punkten weiter',

  levels: LEVELS,
  near: NEAR,
  bot: (taste, level) =>
    taste === null
      ? `Ein ${LEVELS[level]}: ${NEAR[level]}.`
      : `${taste} und spielt als ${LEVELS[level]}: ${NEAR[level]}.`,
  tastes: TASTES,

  botsSpeakEnglish: 'Bots sprechen hier Englisch.',

  tellingApart: 'Farben unterscheiden',
  names: 'Farbnamen',
  namesHelp: 'Unter der Lupe, wohin du auch zeigst',
  families: 'Namen der Farbfamilien',
  familiesHelp: 'Lila, Rosa, Rot … am Rand',
  textures: 'Muster der Farbfamilien',
  texturesHelp: 'Jede Familie mit eigenem Muster auf den Feldern',
};
