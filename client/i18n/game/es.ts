import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { GameMessages } from './en.ts';

const plural = pluralIn('es');
const list = listIn('es');

export const messages: GameMessages = {
  players: 'Jugadores',
  playersAre: (players) => `Jugadores. ${players.join('; ')}`,
  playerIs: ({ name, score, status }) =>
    `${name}${score === null ? '' : ` ${score}`}${status === null ? '' : `, ${status}`}`,
  you: 'tú',
  host: 'anfitrión',
  ready: 'todo listo',
  getSeats: (names) =>
    plural(names.length, {
      one: `${list(names)} tendrá el próximo sitio libre.`,
      other: `${list(names)} tendrán los próximos sitios libres.`,
    }),
  youGain: (points) => `Tú +${points}`,
  secondsLeft: (seconds) =>
    plural(seconds, { one: `queda ${seconds} segundo`, other: `quedan ${seconds} segundos` }),
  react: 'Reaccionar',

  now: 'Ahora',
  youAreWatching: 'Estás mirando.',
  skip: 'Saltar',
  skipKey: 'Saltar (Esc)',
  skipToPoints: 'Saltar a los puntos',

  paused: 'En pausa',
  hostPaused: ({ name, isMine }) =>
    isMine ? 'Has puesto la partida en pausa.' : `${name ?? 'El anfitrión'} ha puesto la partida en pausa.`,
  goesOnIn: (time) => `Sigue sola en ${time}.`,
  goOn: 'Seguir',
  missing: (players) =>
    plural(players, { one: `Falta ${players} jugador.`, other: `Faltan ${players} jugadores.` }),
  gameWaits: 'La partida espera.',
  endsIn: (seconds) => `En ${seconds} s termina la partida con los puntos de ahora.`,
  copyLink: 'Copiar enlace',
  linkCopied: 'Enlace copiado',
  addBot: 'Añadir un bot',

  seatIsComing: 'Tendrás el próximo sitio libre.',
  everySeatTaken: 'No quedan sitios.',
  tableLocked: 'La mesa está cerrada. Puedes mirar.',
  sitDown: 'Sentarse',
  asking: 'Pidiendo…',

  place: (place, isShared) => `${place}.º lugar${isShared ? ', empatado' : ''}`,
  starting: 'Empezando…',
  rematch: 'Revancha',
  canRematch: (host) => `${host} puede empezar la revancha. Quédate y empieza aquí mismo.`,
  whoeverCanRematch: 'Quien vuelva primero puede empezar la revancha.',
  watchAgain: 'Ver otra vez',
  shareResult: 'Compartir',
  resultCopied: 'Copiado',
  toTheStart: 'Al inicio',
  result: 'El resultado',
  resultAsText: 'El resultado en texto',
};
