import { pluralIn } from '../../../../i18n/plural.ts';
import type { SetupMessages } from './en.ts';

const plural = pluralIn('es');

const LEVELS = { 1: 'novato', 2: 'principiante', 3: 'habitual', 4: 'experto', 5: 'sabio' } as const;
const NEAR = {
  1: 'una ficha de cada seis a una casilla como mucho',
  2: 'una ficha de cada cuatro a una casilla como mucho',
  3: 'tres fichas de cada diez a una casilla como mucho',
  4: 'una ficha de cada tres a una casilla como mucho',
  5: 'casi una de cada dos fichas a una casilla como mucho',
} as const;
const TASTES: SetupMessages['tastes'] = {
  'a fruit lover': 'Adora la fruta',
  'a cook': 'Le gusta cocinar',
  'a gardener': 'Le gusta el jardín',
  'a painter': 'Le gusta pintar',
  'a gamer': 'Le gustan los videojuegos',
  'an animal lover': 'Adora los animales',
  'a traveler': 'Le gusta viajar',
  'a collector of stones': 'Colecciona piedras',
  'a dreamer': 'Le gusta soñar',
  'a tinkerer': 'Le gustan los cacharros',
};

export const messages: SetupMessages = {
  rules: 'Reglas',
  classic: 'Clásico',
  classicHelp: 'de 3 a 10 jugadores, las fichas una tras otra',
  party: 'Fiesta',
  partyHelp: 'de 2 a 16 jugadores, todos a la vez y a escondidas',

  timers: 'Reloj',
  normal: 'Normal',
  normalHelp: 'Clásico: 75 s por pista, 25 s por ficha. Fiesta: 40 s y 20 s.',
  relaxed: 'Tranquilo',
  relaxedHelp: 'la mitad más de tiempo',
  slow: 'Lento',
  slowHelp: 'el doble de tiempo',
  off: 'Sin reloj',
  noClock: 'sin reloj; el anfitrión puede saltar un turno',

  turnsEach: 'Turnos por jugador',
  auto: 'Auto',
  autoTurns: 'Clásico: 2 cada uno hasta seis. Fiesta: 2 hasta cuatro; desde nueve, 8 rondas en total.',
  roundsInAll: (rounds) => `${rounds} rondas en total`,
  takes: (minutes, people, bots) =>
    `Más o menos ${plural(minutes, { one: '1 minuto', other: `${minutes} minutos` })} con ${plural(people, { one: '1 persona', other: `${people} personas` })}${bots === 0 ? '' : ` y ${plural(bots, { one: '1 bot', other: `${bots} bots` })}`}.`,

  clues: 'Pistas',
  autoClues: 'Clásico: dos. Fiesta: una.',
  oneClue: 'Una',
  oneClueHelp: 'una pista, una ficha cada uno',
  twoClues: 'Dos',
  twoCluesHelp: 'se puede dar una segunda pista',
  one: 'una',
  twoIfWanted: 'dos, la segunda si se quiere',

  together: 'Quién juega con quién',
  alone: 'Solos',
  aloneHelp: 'cada cual por su cuenta',
  coop: 'En pareja',
  coopHelp: 'dos juntos contra una meta, seis rondas; uno puede ser un bot',
  inTeams: 'Equipos',
  inTeamsHelp: 'por turnos según los asientos; una pista vale para el propio equipo',
  teams: 'Equipos',
  teamsHelp: (least) => `desde ${least} jugadores`,

  words: 'Palabras por pista',
  autoWords: 'una, luego hasta dos',
  wordsHelp: (most) => (most === 1 ? 'una en cada pista' : `hasta ${most} en cada pista`),
  scoring: 'Puntos',
  normalScoring: 'hasta dos casillas del color',
  wideScoring: 'hasta tres casillas del color',

  clueCheck: 'Control',
  strict: 'Estricto',
  strictHelp: 'no se admiten colores ni posiciones',
  honor: 'Honor',
  honorHelp: 'solo se avisa',
  uncheckedHelp: 'vale todo',

  giver: 'Quién da pistas',
  inTurn: 'Por turnos',
  inTurnHelp: 'el papel va rotando',
  volunteers: 'Voluntarios',
  volunteersHelp: 'quien levante la mano; si nadie, por turnos',

  absent: 'Ausentes',
  arePassed: 'Se saltan',
  arePassedHelp: 'a los 5 s se salta su turno',
  botPlays: 'Juega un bot',
  botPlaysHelp: 'tras 60 s fuera o dos turnos saltados; quien vuelve sigue enseguida con todos sus puntos',

  levels: LEVELS,
  near: NEAR,
  bot: (taste, level) =>
    taste === null
      ? `Un bot ${LEVELS[level]}: ${NEAR[level]}.`
      : `${taste}; como bot, ${LEVELS[level]}: ${NEAR[level]}.`,
  tastes: TASTES,

  botsSpeakEnglish: 'Aquí los bots hablan inglés.',

  tellingApart: 'Distinguir los colores',
  names: 'Nombres de colores',
  namesHelp: 'Bajo la lupa, apuntes donde apuntes',
  families: 'Nombres de familias',
  familiesHelp: 'Morado, rosa, rojo… en el borde',
  textures: 'Texturas de familias',
  texturesHelp: 'Un dibujo por familia en las casillas',
};
