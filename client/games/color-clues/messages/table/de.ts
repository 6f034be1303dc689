import { listIn } from '../../../../i18n/list.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';
import type { TableMessages } from './en.ts';

const plural = pluralIn('de');
const list = listIn('de');

const subject = ({ name, isMine }: Who): string => (isMine ? 'Du' : name);
const steps = (many: number): string => plural(many, { one: 'einen Schritt', other: `${many} Schritte` });
const quote = (word: string | undefined): string => (word ? `„${word}“` : 'Das');
/** The subject of a sentence, with the form of the verb for it. */
const doing = (people: readonly Who[], you: string, one: string, many: string): string => {
  const words = list(people.map((who, i) => (who.isMine && i > 0 ? 'du' : subject(who))));
  if (people.length === 1) return `${words} ${people[0]!.isMine ? you : one}`;
  return `${words} ${people.some(({ isMine }) => isMine) ? many.replace(/en$/, 't') : many}`;
};
const placed = (done: number, all: number): string =>
  `${done} von ${all} ${plural(done, { one: 'hat', other: 'haben' })} gesetzt`;

export const messages: TableMessages = {
  refusals: {
    beside: {
      clue_empty: 'Tipp zuerst einen Hinweis ein.',
      clue_too_many_words: (most) =>
        most !== '1' && most !== undefined
          ? `Höchstens ${most === '2' ? 'zwei' : most} Wörter.`
          : 'Bitte nur ein Wort. Ein Bindestrich macht zwei daraus.',
      clue_too_long: (most) => `Ein Hinweis hat höchstens ${most ?? '50'} Zeichen.`,
      clue_word_too_long: (word) => `${quote(word)} ist zu lang. Höchstens 20 Buchstaben.`,
      clue_not_letters: (word) => `${quote(word)} enthält etwas anderes als Buchstaben.`,
      clue_color_name: (word) => `${quote(word)} ist ein Farbname. Nimm ein Ding, das diese Farbe hat.`,
      clue_position: (word) => `${quote(word)} sagt, wo man suchen soll. Beschreib lieber die Farbe.`,
      clue_comparison: (word) => `${quote(word)} vergleicht. Nenn lieber etwas Neues.`,
      clue_number: (word) =>
        `${quote(word)} ist eine Zahl. Nimm ein Wort, das nichts mit der Tafel zu tun hat.`,
      clue_repeated: (word) => `${quote(word)} war in diesem Spiel schon ein Hinweis.`,
      clue_player_name: (word) => `${quote(word)} heißt hier jemand. Nimm ein anderes Wort.`,
      clue_rude: 'Dieses Wort passt nicht an diesen Tisch. Nimm ein anderes.',
      place_first: 'Setz zuerst deinen eigenen Stein.',
      cell_taken: 'Dieses Feld ist besetzt. Nimm ein anderes.',
      alone_with_bots: 'Einspruch geht nur gemeinsam: die anderen hier sind Bots.',
      objecting_together: 'Du spielst mit im Team: Einspruch erheben nur andere.',
      giver_in_turn: 'Hier geben alle reihum Hinweise.',
      not_on_card: 'Wähle eine der vier Farben auf deiner Karte.',
      wrong_stage: 'Jetzt nicht: das Spiel ist gerade woanders.',
    },
  },

  team: (shape, letter) => `${shape} Team\u00a0${letter}`,
  coopStanding: (points, par) => `${points} von ${par} bis zum Ziel`,
  roundOf: (round, rounds) => `Runde ${round} von ${rounds}`,
  leaving: 'Deine gesetzten Steine zählen für die anderen weiter.',
  passedIn: (seconds) => `Ausgelassen in ${seconds}\u00a0s.`,
  awayPassedIn: (seconds) => `weg · ausgelassen in ${seconds}\u00a0s`,
  name: subject,

  clueOf: ({ name, isMine }, clues) =>
    isMine
      ? plural(clues, { one: 'Dein Hinweis', other: 'Deine Hinweise' })
      : `${plural(clues, { one: 'Hinweis', other: 'Hinweise' })} von ${name}`,
  yourTurnPlace: 'Du bist dran: Stein setzen',
  yourTurnSecond: 'Du bist dran: zweiter Stein',
  isPlacing: (name) => `${name} setzt`,
  isAway: (name) => `${name} ist weg`,
  placeYours: 'Setz deinen Stein',
  placeYourSecond: 'Setz deinen zweiten Stein',
  havePlaced: placed,
  askSecondClue: 'Noch ein Hinweis?',
  sayAnotherWayOrLeave: 'Einspruch der anderen. Sag es anders, oder lass es.',
  mayAddClue: (name) => `${name} darf noch etwas sagen`,
  withoutClue: 'Runde ohne Hinweis',
  gaveNoClue: (giver) =>
    `${giver.isMine ? 'Du hast' : `${giver.name} hat`} nichts gesagt. Niemand bekommt Punkte.`,
  gaveNoClueIn: (giver, round) =>
    `${giver.isMine ? 'Du hast' : `${giver.name} hat`} nichts gesagt: keine Punkte in Runde ${round}.`,
  itWas: (cell) => `Es war ${cell}`,
  waitingForPlayers: 'Warten auf Mitspieler',
  goesOnWith: (players) => `Es geht weiter, sobald ${players === 2 ? 'zwei' : 'drei'} da sind.`,
  over: 'Das Spiel ist aus',
  yourClue: 'Dein Hinweis',
  onlyYouSee: 'Nur du siehst diese Karte.',
  newClue: 'Ein neuer Hinweis',
  sayAnotherWay: 'Einspruch der anderen. Sag es anders.',
  findsNewClue: (name) => `${name} sucht neu`,
  objectionStands: 'Euer Einspruch gilt.',
  isChoosing: (name) => `${name} sucht ein Wort`,

  picksOne: (name) => `${name} wählt eine von vier Farben und ein Wort dafür.`,
  lookAround: 'Sieh dich so lange auf der Tafel um.',
  mayAddWords: (name, most) =>
    `${name} darf noch ${most === 1 ? 'ein Wort' : `bis zu ${most === 2 ? 'zwei' : most} Wörter`} sagen.`,
  thenSecond: 'Dann setzen alle einen zweiten Stein.',
  thenSecondLastFirst: 'Dann setzen alle einen zweiten Stein, in umgekehrter Reihenfolge.',
  gameIsOver: 'Das Spiel ist aus.',
  placedSoFar: (done, all) => `${placed(done, all)}.`,
  allAppear: 'Alle Steine erscheinen gleichzeitig.',
  waitingFor: (name) => `${name} ist dran.`,
  nameIsAway: (name) => `${name} ist weg.`,
  youAreNext: 'Du kommst als Nächstes: ziel schon mal.',
  placeAfter: (others) =>
    `Vor dir ${plural(others, { one: 'setzt noch jemand', other: `setzen noch ${others}` })}.`,
  yourMarkerStays: 'Dein Stein bleibt, wo er ist.',
  noPointsThisRound: 'Diese Runde bringt dir keine Punkte.',
  mayObject: (why) => `Einspruch möglich: ${why}`,
  matesOnAverage: 'Dein Team bekommt dazu, was deine Mitspieler im Schnitt bekommen.',
  togetherNote: 'Was dein Gegenüber bekommt, zählt für euch beide.',
  pointsOnAverage: 'Du bekommst so viele Punkte wie die anderen im Schnitt.',
  pointsForEach: (points) =>
    `${points === 2 ? 'Zwei Punkte' : 'Ein Punkt'} für jeden Stein neben deiner Farbe.`,
  boardShowsLast: 'Die Tafel zeigt noch die letzte Runde.',
  looksAt: (cell, isColor) => (isColor ? `Deine Farbe: ${cell}.` : `${cell}.`),

  yourTurn: 'Du bist dran',
  touchAndPlace: 'Tipp auf die Farbe, an die du denkst, dann auf Setzen.',
  mayStillMove: 'Umsetzen geht, bis alle gesetzt haben.',
  nobodySeesYet: (done, all) => `${placed(done, all)}. Noch sieht niemand, wohin.`,
  staysPut: 'Er bleibt, wo du ihn hinsetzt.',
  firstOfTwo: 'Der erste von zweien. Er bleibt liegen.',
  secondStays: 'Der zweite Stein. Er bleibt liegen.',
  isHere: ({ name, isMine }) =>
    `Hier ${isMine ? 'liegt dein erster Stein' : `ist ${name}`}. Nimm ein anderes Feld.`,
  arrows: 'Mit Pfeilen bewegen oder Feld tippen',
  placeHere: 'Hier setzen',
  moveHere: 'Umsetzen',
  placing: 'Setze…',
  placed: 'Gesetzt',

  yourCard: 'Deine Karte',
  putDown: 'Karte ablegen und die Tafel sehen',
  yourColor: 'Deine Farbe',
  yourColorIs: (cell) => `Deine Farbe: ${cell}`,
  clueFor: (cell) => `Dein Hinweis für ${cell}`,
  oneWord: 'Ein Wort',
  anythingGoes: 'Was dir einfällt.',
  checked: 'Keine Farbnamen, keine Orte, nichts von vorhin.',
  giveClue: 'Sagen',
  giving: 'Sage…',
  moreThanOne: 'Das ist mehr als ein Wort.',
  moreThan: (most) => `Höchstens ${most === 2 ? 'zwei' : most} Wörter.`,
  upToWords: (most) => `Bis zu ${most} Wörter`,
  addWords: (most) =>
    most === 1
      ? 'Ein Wort dazu, oder keins.'
      : `Bis zu ${most === 2 ? 'zwei' : most} Wörter dazu, oder keins.`,
  noDigits: 'Nur Buchstaben, keine Ziffern.',
  secondClue: 'Zweiter Hinweis',
  secondClueFor: (cell) => `Zweiter Hinweis für ${cell ?? 'deine Farbe'}`,
  oneOrTwoWords: 'Ein oder zwei Wörter',
  secondRules: (first) => `Dein erster: „${first}“. Keine Farbnamen, kein „heller“.`,
  noSecondClue: 'Nichts mehr',
  scoreNow: 'gleich werten',

  aboutClue: 'Zu diesem Hinweis',
  aboutClueObjected: (votes, needed) => `Zu diesem Hinweis: Einsprüche, ${votes} von ${needed}`,
  objections: (votes, needed) => `Einsprüche gegen diesen Hinweis: ${votes} von ${needed}.`,
  votes: (votes, needed) => `${votes} von ${needed}`,
  objectToClue: (isMine, votes, needed) =>
    `${isMine ? 'Einspruch eingelegt' : 'Einspruch gegen diesen Hinweis'}, ${votes} von ${needed}`,
  ifSoManyObject: (needed) =>
    `Bei ${plural(needed, { one: 'einem Einspruch', other: `${needed} Einsprüchen` })} muss ein neuer Hinweis her`,

  reveal: 'Die Auflösung',
  whoThinksAlike: 'Wer denkt gleich?',
  legend: 'Genau drauf 3, im Rahmen 2, ein Schritt daneben 1.',
  legendWide: 'Genau drauf 4, ein Schritt daneben 3, zwei 2, drei 1.',
  matesAverage: ({ name, isMine }, points, team) =>
    `Der Schnitt ${isMine ? 'deines Teams' : `des Teams von ${name}`}: ${points} dazu, ${team} fürs Team.`,
  bothGet: (points) => `${plural(points, { one: '1 Punkt', other: `${points} Punkte` })} für euch beide.`,
  getsForNear: ({ name, isMine }, near, isDoubled, points) =>
    `${plural(near, { one: '1 Stein', other: `${near} Steine` })} höchstens zwei Schritte daneben${isDoubled ? ', mal 2' : ''}: ${isMine ? 'du bekommst' : `${name} bekommt`} ${points}.`,
  nobodyPlaced: 'Niemand hat einen Stein gesetzt.',
  readMind: (people, giver) =>
    `${doing(people, 'hast', 'hat', 'haben')} ${giver.isMine ? 'deine Gedanken' : `die Gedanken von ${giver.name}`} gelesen.`,
  allAlike: ({ name, isMine }) => `Alle denken wie ${isMine ? 'du' : name}.`,
  twoAlike: (people, cells) =>
    `${doing(people, 'denkst', 'denkt', 'denken')} gleich: ${cells.length === 1 ? `beide auf ${cells[0]}` : list(cells)}.`,
  cameClosest: (people, away) =>
    `${doing(people, 'warst', 'war', 'waren')} am nächsten: ${steps(away)} entfernt.`,
  nobodyRead: (giver, away) =>
    `Niemand hat ${giver.isMine ? 'deine Gedanken' : `die Gedanken von ${giver.name}`} gelesen: mindestens ${steps(away)} entfernt.`,
  cardGoesBack: 'Die Karte kommt zurück in den Stapel.',
  onToNext: 'Auf zur nächsten Runde.',
  objectedTwice: ({ name, isMine }) =>
    `Zweimal Einspruch gegen ${isMine ? 'deinen Hinweis' : `den Hinweis von ${name}`}: keine Punkte dafür.`,
  getsAverage: ({ name, isMine }, points) =>
    `Der Schnitt: ${isMine ? 'du bekommst' : `${name} bekommt`} ${points}.`,
  getsForFrame: ({ name, isMine }, inFrame, isDoubled, points) => {
    const markers =
      inFrame === 0 ? 'Kein Stein' : plural(inFrame, { one: 'Ein Stein', other: `${inFrame} Steine` });
    return `${markers} im Rahmen${isDoubled ? ', mal 2' : ''}: ${isMine ? 'du bekommst' : `${name} bekommt`} ${points}.`;
  },
  eachDoubled: 'Zu dritt zählt jeder doppelt.',
  yoursCounts: 'Dein Stein zählt.',
  yoursTooFar: 'Dein Stein war zu weit weg.',
  bothCount: 'Deine beiden Steine zählen.',
  oneCounts: 'Einer deiner Steine zählt.',
  bothTooFar: 'Deine Steine waren zu weit weg.',
  readyOf: (ready, players) => `${ready} von ${players} bereit`,
  showResult: 'Zum Ergebnis',
  readyForNext: 'Nächste Runde',
  next: 'Weiter',
  judged: 'Punkte, von fern nach nah',

  doesYourClue: 'dein Hinweis',
  doesChoose: 'sucht ein Wort',
  doesSecondClue: 'noch ein Hinweis?',
  doesGive: 'gibt den Hinweis',
  iWantToGive: 'Ich möchte dran',
  wantsToGive: 'möchte dran',
  wouldGive: (names) =>
    `${list(names)} ${names.length === 1 ? 'möchte' : 'möchten'} den nächsten Hinweis geben.`,
  isHereNow: 'da',
  waits: 'wartet',
  objects: 'legt Einspruch ein',
  hasPlaced: (cell, isWildGuess) => `auf ${cell}${isWildGuess ? ', blind geraten' : ''}`,
  passed: 'ausgelassen',
  places: 'setzt',
  placesNow: 'setzt gerade',
  isNext: 'als Nächstes',
  inTurns: (turns) => `in ${turns} Zügen`,
  noPoints: 'keine Punkte',
  forTheClue: (points) => `+${points} für den Hinweis`,
  noMarker: 'kein Stein',

  cluesSoFar: 'Hinweise bisher',
  cluesCollect: 'Hier sammeln sich die Hinweise dieses Spiels mit ihren Farben.',
  you: 'du',
  nobodyScored: 'keine Punkte',
  nobodyElseScored: 'sonst niemand',
  points: 'Punkte',
  promisedDeck: 'Versprochener Stapel',
  checkDeck: 'Stapel prüfen',

  laid: (cell, done, all) => `Dein Stein ist auf ${cell}. ${placed(done, all)}.`,
  placedOn: (who, cell) => `${subject(who)}: ${cell}.`,
  placedNothing: (who) => `${subject(who)} ${who.isMine ? 'hast' : 'hat'} nichts gesetzt.`,
  cardHolds: (cells) => `Darauf: ${cells.join('; ')}.`,
  clueAndNow: (clues, now) => `${clues.length === 0 ? '' : `Hinweis: ${clues.join(', ')}. `}${now}.`,
  largeAndAbout: (large, about) => `${large}${/[.?]$/.test(large) ? '' : '.'} ${about}`.trim(),
  revealed: (cell, guessers, givers, reading) => {
    const got = guessers.map(({ who, points }) => `${subject(who)} ${points}`).join(', ');
    const gave = givers.map(({ who, points }) => `${subject(who)} ${points} für den Hinweis`);
    return `Es war ${cell}. Punkte: ${[got, ...gave].filter(Boolean).join('; ')}. ${reading}`;
  },

  remarks: {
    hit: [
      'Genau so sah mein erstes Kabel aus.',
      'In dieser Farbe träume ich.',
      'Glück? Geschmack nennt man das.',
    ],
    near: ['Knapp daneben. Das liegt am Licht.', 'So nah, ich kann sie riechen.', 'Nächstes Mal mit Brille.'],
    far: [
      'Zu meiner Verteidigung: Ich war nie draußen.',
      'Wir gärtnern sehr verschieden.',
      'Im Prospekt sah das anders aus.',
      'Mein Monitor ist älter als ich.',
    ],
    understood: ['Raus aus meinem Kopf!', 'Endlich hört mir jemand zu.'],
    misunderstood: [
      'In meinem Kopf sah das anders aus.',
      'Das Wort war trotzdem gut.',
      'Perlen vor die Säue.',
    ],
  },
  remark: (bot, remark) => `${bot}: „${remark}“`,
};
