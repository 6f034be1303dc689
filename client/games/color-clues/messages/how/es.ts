import type { HowMessages } from './en.ts';

export const messages: HowMessages = {
  seesTitle: 'Alguien ve un color',
  sees: 'En cada ronda alguien recibe una carta con cuatro colores y elige uno. Nadie más lo ve.',
  clue: 'musgo',
  saysTitle: '… y dice una palabra',
  says: 'Ni nombres de colores, ni posiciones, ni nada ya usado.',
  placeTitle: 'Los demás colocan una ficha',
  place: 'Por turnos, en una casilla libre. La ficha se queda donde está.',
  secondTitle: 'Una segunda pista, si se quiere',
  second: 'Una o dos palabras más y otra ficha cada uno, en orden inverso.',
  frameTitle: 'Cae el marco',
  frame:
    'Justo encima 3 puntos, en el marco 2, un paso fuera 1. Quien dio la pista gana 1 por ficha en el marco, 2 si son tres.',
  more: 'Cada uno da la pista dos veces; con siete o más, una. ¿Una pista rompe las reglas? Protesta antes de la primera ficha: si lo hace la mitad de los demás, hay que dar otra.',

  options: 'Lo que se puede elegir',
  choices: [
    'Equipos: de dos a cuatro, según los asientos. Un equipo se lleva la media de los suyos; una pista da a su equipo lo que los compañeros saquen de ella.',
    'En pareja: juntos, un solo marcador, contra una meta.',
    'Pistas de hasta cinco palabras, y puntos hasta tres casillas: 4, 3, 2, 1.',
  ],

  party: 'Fiesta: todos a la vez',
  togetherTitle: 'Todos colocan al mismo tiempo',
  together:
    'Nadie ve dónde hasta que todos colocan o se acaba el tiempo; hasta entonces puedes mover tu ficha. Dos pueden elegir la misma casilla.',
  appearTitle: 'Y aparecen todas las fichas',
  appear:
    'Los mismos puntos. Quien dio la pista gana la media de los demás. Suele haber una pista, y una ronda dura menos de un minuto: de dos a dieciséis.',
};
