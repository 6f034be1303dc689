import { pluralIn } from '../../../../i18n/plural.ts';
import type { AloneMessages } from './en.ts';

const plural = pluralIn('es');

export const messages: AloneMessages = {
  locale: 'es',
  wait: (hours, minutes) => (hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`),

  daily: 'Reto diario',
  practice: 'Práctica',
  today: 'Hoy',
  pastDays: 'Días pasados',
  cluesOfDay: 'Pistas del día',
  clueOf: (clue, clues) => `Pista ${clue} de ${clues}`,
  colorOf: (color, colors) => `Color ${color} de ${colors}`,
  pastDay: 'Un día pasado: cuenta aparte',
  yourMarker: 'Tu ficha',
  laidThen: (cell, then) => `Tu ficha está en ${cell}. ${then}`,
  allPlaced: 'Ya están las tres. Aún puedes moverlas.',
  seeWhenSent: 'Verás dónde colocaron los demás al enviar.',
  send: 'Enviar',
  sending: 'Enviando…',

  pointsOf: (points, most) => `${points} de ${most} puntos`,
  ofPoints: (most) => ` de ${most} puntos`,
  points: (points) => plural(points, { one: ' punto', other: ' puntos' }),
  pointsSoFar: ' puntos hasta ahora',
  share: (points, most) => `${points} de ${most}`,
  standing: (day, all, isCounted, streak) => {
    const others = all === 1 ? 'Abres el día.' : `Han colocado ${all} personas.`;
    if (!isCounted) return `${day}. ${others} El día ya había pasado: cuenta aparte.`;
    return streak > 1 ? `${day}. ${others} ${streak} días seguidos.` : `${day}. ${others}`;
  },
  newCluesIn: (time) => `Nuevas pistas en ${time}.`,
  placedHere: (name, many) =>
    `${name}, ${plural(many, { one: '1 persona ha colocado', other: `${many} personas han colocado` })} aquí`,
  theColor: 'El color',
  you: 'Tú',
  most: (many, all) => `La mayoría: ${many} de ${all}`,
  tableOfDay: 'Tabla del día',
  nobodyYet: 'Aún nadie con nombre propio. Con una cuenta, la próxima vez estarás aquí.',
  shared: (title, day, points, most) => `${title}, ${day}: ${points} de ${most}`,
  shareResult: 'Compartir',
  resultCopied: 'Copiado',
  result: 'El resultado',
  resultAsText: 'El resultado en texto',

  tenColors: 'Diez colores',
  tenColorsHelp: 'Ves un color. Busca su casilla.',
  tenClues: 'Diez pistas',
  tenCluesHelp: 'Un bot dice una palabra. Busca qué quiere decir.',
  best: (points) => `Récord: ${points}`,
  bestSoFar: 'Tu récord en este navegador.',
  tenInARow: 'Diez seguidas, tres puntos como mucho cada una. Funciona sin conexión.',
  wordsFailed: 'No se pudieron cargar las palabras de los bots. Prueba con conexión.',
  squareAndRound: 'Cuadrado: el color. Redondo: tu ficha.',
  needConnection: ['Las mesas, el chat y ', 'el reto diario', ' necesitan conexión.'],
  whatYouPlaced: 'Lo que colocaste',
  youPlaced: (cell) => `; tú: ${cell}`,
  whereIsIt: '¿Dónde está?',
  whichCell: '¿Qué casilla tiene este color?',
  whatDidBotMean: '¿Qué quería decir el bot?',
  itIs: 'Es ',
  told: (cell, points) =>
    `Es ${cell}. ${plural(points, { one: `${points} punto`, other: `${points} puntos` })}.`,
  next: 'Seguir',
  resultButton: 'Resultado',
};
