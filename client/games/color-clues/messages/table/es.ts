import { listIn } from '../../../../i18n/list.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';
import type { TableMessages } from './en.ts';

const plural = pluralIn('es');
const list = listIn('es');

const named = ({ name, isMine }: Who): string => (isMine ? 'Tú' : name);
const quote = (word: string | undefined): string => (word ? `«${word}»` : 'Eso');
/** The subject of a sentence, with the form of the verb for it. */
const doing = (people: readonly Who[], you: string, one: string, many: string): string => {
  const words = list(people.map(named));
  return `${words} ${people.length > 1 ? many : people[0]!.isMine ? you : one}`;
};
const placed = (done: number, all: number): string =>
  `${done} de ${all} ${plural(done, { one: 'ha', other: 'han' })} colocado`;
const cells = (many: number): string => plural(many, { one: `${many} casilla`, other: `${many} casillas` });

export const messages: TableMessages = {
  refusals: {
    beside: {
      clue_empty: 'Escribe antes una pista.',
      clue_too_many_words: (most) =>
        most !== '1' && most !== undefined
          ? `${most === '2' ? 'Dos' : most} palabras como mucho.`
          : 'Una sola palabra. Un guion la convierte en dos.',
      clue_too_long: (most) => `Una pista tiene ${most ?? '50'} caracteres como mucho.`,
      clue_word_too_long: (word) => `${quote(word)} es muy larga. 20 letras como mucho.`,
      clue_not_letters: (word) => `${quote(word)} lleva algo que no es una letra.`,
      clue_color_name: (word) => `${quote(word)} es un color. Prueba con algo que tenga ese color.`,
      clue_position: (word) => `${quote(word)} dice dónde mirar. Mejor describe el color.`,
      clue_comparison: (word) => `${quote(word)} compara. Mejor di algo nuevo.`,
      clue_number: (word) => `${quote(word)} es un número. Usa una palabra ajena al tablero.`,
      clue_repeated: (word) => `${quote(word)} ya fue una pista en esta partida.`,
      clue_player_name: (word) => `${quote(word)} es el nombre de alguien aquí. Elige otra palabra.`,
      clue_rude: 'Esa palabra no es para esta mesa. Elige otra.',
      place_first: 'Coloca antes tu ficha.',
      cell_taken: 'Esa casilla está ocupada. Elige otra.',
      alone_with_bots: 'Solo se protesta en compañía: los demás son bots.',
      objecting_together: 'Juegas en el mismo equipo: solo protestan los demás.',
      giver_in_turn: 'Aquí todos dan pistas por turnos.',
      not_on_card: 'Elige uno de los cuatro colores de tu carta.',
      wrong_stage: 'Ahora no: la partida está en otro momento.',
    },
  },

  team: (shape, letter) => `${shape} Equipo\u00a0${letter}`,
  coopStanding: (points, par) => `${points} de ${par} para la meta`,
  roundOf: (round, rounds) => `Ronda ${round} de ${rounds}`,
  leaving: 'Las fichas que has colocado siguen contando para los demás.',
  passedIn: (seconds) => `Se le salta en ${seconds}\u00a0s.`,
  awayPassedIn: (seconds) => `ausente · se le salta en ${seconds}\u00a0s`,
  name: named,

  clueOf: ({ name, isMine }, clues) =>
    isMine
      ? plural(clues, { one: 'Tu pista', other: 'Tus pistas' })
      : `${plural(clues, { one: 'Pista', other: 'Pistas' })} de ${name}`,
  yourTurnPlace: 'Te toca: coloca una ficha',
  yourTurnSecond: 'Te toca: segunda ficha',
  isPlacing: (name) => `${name} coloca`,
  isAway: (name) => `${name} no está`,
  placeYours: 'Coloca tu ficha',
  placeYourSecond: 'Coloca tu segunda ficha',
  havePlaced: placed,
  askSecondClue: '¿Otra pista?',
  sayAnotherWayOrLeave: 'Han protestado. Dilo de otro modo, o déjalo.',
  mayAddClue: (name) => `${name} puede decir más`,
  withoutClue: 'Una ronda sin pista',
  gaveNoClue: (giver) =>
    `${giver.isMine ? 'No has dado pista' : `${giver.name} no ha dado pista`}. Nadie puntúa.`,
  gaveNoClueIn: (giver, round) =>
    `${giver.isMine ? 'No has dado pista' : `${giver.name} no ha dado pista`}: sin puntos en la ronda ${round}.`,
  itWas: (cell) => `Era ${cell}`,
  waitingForPlayers: 'Falta gente',
  goesOnWith: (players) => `Sigue en cuanto sean ${players === 2 ? 'dos' : 'tres'}.`,
  over: 'Fin de la partida',
  yourClue: 'Tu pista',
  onlyYouSee: 'Esta carta solo la ves tú.',
  newClue: 'Otra pista',
  sayAnotherWay: 'Han protestado. Dilo de otro modo.',
  findsNewClue: (name) => `${name} busca otra`,
  objectionStands: 'Vuestra protesta vale.',
  isChoosing: (name) => `${name} busca palabra`,

  picksOne: (name) => `${name} elige un color de cuatro y una palabra.`,
  lookAround: 'Mientras, explora el tablero.',
  mayAddWords: (name, most) =>
    `${name} puede añadir ${most === 1 ? 'una palabra' : most === 2 ? 'una o dos palabras' : `hasta ${most} palabras`}.`,
  thenSecond: 'Luego todos colocan una segunda ficha.',
  thenSecondLastFirst: 'Luego todos colocan una segunda ficha, en orden inverso.',
  gameIsOver: 'La partida ha terminado.',
  placedSoFar: (done, all) => `${placed(done, all)}.`,
  allAppear: 'Todas las fichas aparecen a la vez.',
  waitingFor: (name) => `Le toca a ${name}.`,
  nameIsAway: (name) => `${name} no está.`,
  youAreNext: 'Luego vas tú: ve apuntando.',
  placeAfter: (others) =>
    plural(others, { one: `Antes coloca ${others} más.`, other: `Antes colocan ${others} más.` }),
  yourMarkerStays: 'Tu ficha se queda donde está.',
  noPointsThisRound: 'Esta ronda no te da puntos.',
  mayObject: (why) => `Pueden protestar: ${why}`,
  matesOnAverage: 'Tu equipo se lleva además la media de tus compañeros.',
  togetherNote: 'Lo que saque tu pareja vale para los dos.',
  pointsOnAverage: 'Te llevas la media de sus puntos.',
  pointsForEach: (points) => `${points === 2 ? 'Dos puntos' : 'Un punto'} por ficha pegada a tu color.`,
  boardShowsLast: 'El tablero aún muestra la última ronda.',
  looksAt: (cell, isColor) => (isColor ? `Tu color: ${cell}.` : `${cell}.`),

  yourTurn: 'Te toca',
  touchAndPlace: 'Toca el color en que piensas y pulsa Colocar.',
  mayStillMove: 'Puedes moverla hasta que todos coloquen.',
  nobodySeesYet: (done, all) => `${placed(done, all)}. Aún nadie ve dónde.`,
  staysPut: 'Se queda donde la pongas.',
  firstOfTwo: 'Tu primera ficha de dos. Se queda donde la pongas.',
  secondStays: 'Tu segunda ficha. Se queda donde la pongas.',
  isHere: ({ name, isMine }) => `Aquí está ${isMine ? 'tu primera ficha' : name}. Elige otra casilla.`,
  arrows: 'Flechas, o escribe una casilla',
  placeHere: 'Colocar aquí',
  moveHere: 'Mover aquí',
  placing: 'Colocando…',
  placed: 'Colocada',

  yourCard: 'Tu carta',
  putDown: 'Bajar la carta para ver el tablero',
  yourColor: 'Tu color',
  yourColorIs: (cell) => `Tu color: ${cell}`,
  clueFor: (cell) => `Tu pista para ${cell}`,
  oneWord: 'Una palabra',
  anythingGoes: 'Lo que se te ocurra.',
  checked: 'Ni colores, ni posiciones, ni nada ya usado.',
  giveClue: 'Dar pista',
  giving: 'Enviando…',
  moreThanOne: 'Es más de una palabra.',
  moreThan: (most) => `${most === 2 ? 'Dos' : most} palabras como mucho.`,
  upToWords: (most) => `Hasta ${most} palabras`,
  addWords: (most) =>
    most === 1
      ? 'Una palabra más, o ninguna.'
      : most === 2
        ? 'Una o dos palabras más, o ninguna.'
        : `Hasta ${most} palabras más, o ninguna.`,
  noDigits: 'Solo letras, sin cifras.',
  secondClue: 'Segunda pista',
  secondClueFor: (cell) => `Segunda pista para ${cell ?? 'tu color'}`,
  oneOrTwoWords: 'Una o dos palabras',
  secondRules: (first) => `La primera: «${first}». Ni colores, ni «más claro».`,
  noSecondClue: 'Nada más',
  scoreNow: 'puntuar ya',

  aboutClue: 'Sobre esta pista',
  aboutClueObjected: (votes, needed) => `Sobre esta pista: protestas, ${votes} de ${needed}`,
  objections: (votes, needed) => `Protestas por esta pista: ${votes} de ${needed}.`,
  votes: (votes, needed) => `${votes} de ${needed}`,
  objectToClue: (isMine, votes, needed) =>
    `${isMine ? 'Protestas por esta pista' : 'Protestar por esta pista'}, ${votes} de ${needed}`,
  ifSoManyObject: (needed) =>
    `Si ${plural(needed, { one: 'protesta una persona', other: `protestan ${needed} personas` })}, hay que dar otra pista`,

  reveal: 'La respuesta',
  whoThinksAlike: '¿Quién piensa igual?',
  legend: 'Justo encima 3, en el marco 2, un paso fuera 1.',
  legendWide: 'Justo encima 4, a una casilla 3, a dos 2, a tres 1.',
  matesAverage: ({ name, isMine }, points, team) =>
    `La media ${isMine ? 'de tus compañeros' : `de los compañeros de ${name}`}: ${points} más, ${team} para el equipo.`,
  bothGet: (points) =>
    `${plural(points, { one: `${points} punto`, other: `${points} puntos` })} para los dos.`,
  getsForNear: ({ name, isMine }, near, isDoubled, points) =>
    `${plural(near, { one: `${near} ficha`, other: `${near} fichas` })} a dos casillas como mucho${isDoubled ? ', por 2' : ''}: ${isMine ? 'te llevas' : `${name} se lleva`} ${points}.`,
  nobodyPlaced: 'Nadie ha colocado ficha.',
  readMind: (people, giver) =>
    giver.isMine
      ? `${doing(people, '', 'te ha', 'te han')} leído la mente.`
      : `${doing(people, 'le has', 'le ha', 'le han')} leído la mente a ${giver.name}.`,
  allAlike: ({ name, isMine }) => `Todo el mundo piensa como ${isMine ? 'tú' : name}.`,
  twoAlike: (people, where) =>
    `${doing(people, '', '', 'piensan')} igual: ${where.length === 1 ? `en ${where[0]}` : list(where)}.`,
  cameClosest: (people, away) => `Más cerca: ${list(people.map(named))}, a ${cells(away)}.`,
  nobodyRead: ({ name, isMine }, away) =>
    `Nadie ${isMine ? 'te ha leído la mente' : `le ha leído la mente a ${name}`}: a ${cells(away)} como poco.`,
  cardGoesBack: 'La carta vuelve al mazo.',
  onToNext: 'A por la siguiente ronda.',
  objectedTwice: ({ name, isMine }) =>
    `Dos protestas contra ${isMine ? 'tu pista' : `la pista de ${name}`}: no da puntos.`,
  getsAverage: ({ name, isMine }, points) =>
    `La media: ${isMine ? 'te llevas' : `${name} se lleva`} ${points}.`,
  getsForFrame: ({ name, isMine }, inFrame, isDoubled, points) => {
    const fichas =
      inFrame === 0 ? 'Ninguna ficha' : plural(inFrame, { one: 'Una ficha', other: `${inFrame} fichas` });
    return `${fichas} en el marco${isDoubled ? ', por 2' : ''}: ${isMine ? 'te llevas' : `${name} se lleva`} ${points}.`;
  },
  eachDoubled: 'Entre tres, cada una vale doble.',
  yoursCounts: 'Tu ficha cuenta.',
  yoursTooFar: 'Tu ficha quedó muy lejos.',
  bothCount: 'Tus dos fichas cuentan.',
  oneCounts: 'Una de tus fichas cuenta.',
  bothTooFar: 'Tus fichas quedaron muy lejos.',
  readyOf: (ready, players) => `${ready} de ${players} listos`,
  showResult: 'Ver el resultado',
  readyForNext: 'Siguiente ronda',
  next: 'Seguir',
  judged: 'Puntos, de lejos a cerca',

  doesYourClue: 'tu pista',
  doesChoose: 'busca palabra',
  doesSecondClue: '¿otra pista?',
  doesGive: 'da la pista',
  iWantToGive: 'Quiero dar la pista',
  wantsToGive: 'quiere dar la pista',
  wouldGive: (names) => `${list(names)} ${names.length === 1 ? 'quiere' : 'quieren'} dar la próxima pista.`,
  isHereNow: 'aquí',
  waits: 'espera',
  objects: 'protesta por la pista',
  hasPlaced: (cell, isWildGuess) => `en ${cell}${isWildGuess ? ', a ciegas' : ''}`,
  passed: 'saltado',
  places: 'coloca',
  placesNow: 'coloca ahora',
  isNext: 'va después',
  inTurns: (turns) => `en ${turns} turnos`,
  noPoints: 'sin puntos',
  forTheClue: (points) => `+${points} por la pista`,
  noMarker: 'sin ficha',

  cluesSoFar: 'Pistas dadas',
  cluesCollect: 'Aquí se juntan las pistas de la partida y sus colores.',
  you: 'tú',
  nobodyScored: 'nadie puntuó',
  nobodyElseScored: 'nadie más puntuó',
  points: 'Puntos',
  promisedDeck: 'Mazo prometido',
  checkDeck: 'Comprobar el mazo',

  laid: (cell, done, all) => `Tu ficha está en ${cell}. ${placed(done, all)}.`,
  placedOn: (who, cell) => `${named(who)}: ${cell}.`,
  placedNothing: (who) => (who.isMine ? 'No has colocado nada.' : `${who.name} no ha colocado nada.`),
  cardHolds: (cells) => `En ella: ${cells.join('; ')}.`,
  clueAndNow: (clues, now) => `${clues.length === 0 ? '' : `Pista: ${clues.join(', ')}. `}${now}.`,
  largeAndAbout: (large, about) => `${large}${/[.?]$/.test(large) ? '' : '.'} ${about}`.trim(),
  revealed: (cell, guessers, givers, reading) => {
    const got = guessers.map(({ who, points }) => `${named(who)} ${points}`).join(', ');
    const gave = givers.map(({ who, points }) => `${named(who)} ${points} por la pista`);
    return `Era ${cell}. Puntos: ${[got, ...gave].filter(Boolean).join('; ')}. ${reading}`;
  },

  remarks: {
    hit: ['Mi primer disquete era así.', 'Sueño en este color.', '¿Suerte? Se llama buen gusto.'],
    near: ['Por un tono. Culpa de la luz.', 'Tan cerca que lo huelo.', 'La próxima, con gafas.'],
    far: [
      'En mi defensa: nunca he salido.',
      'Tenemos jardines muy distintos.',
      'En el folleto era ese color.',
      'Mi pantalla es mayor que yo.',
    ],
    understood: ['Sal de mi cabeza.', 'Por fin alguien me escucha.'],
    misunderstood: [
      'En mi cabeza quedaba distinto.',
      'Sigo pensando que era buena.',
      'Margaritas a los cerdos.',
    ],
  },
  remark: (bot, remark) => `${bot}: «${remark}»`,
};
