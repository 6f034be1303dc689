import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { GameMessages } from './en.ts';

const plural = pluralIn('de');
const list = listIn('de');

export const messages: GameMessages = {
  players: 'Spieler',
  playersAre: (players) => `Spieler. ${players.join('; ')}`,
  playerIs: ({ name, score, status }) =>
    `${name}${score === null ? '' : ` ${score}`}${status === null ? '' : `, ${status}`}`,
  you: 'du',
  host: 'Host',
  ready: 'bereit',
  getSeats: (names) =>
    plural(names.length, {
      one: `${list(names)} bekommt den nächsten freien Platz.`,
      other: `${list(names)} bekommen die nächsten freien Plätze.`,
    }),
  youGain: (points) => `Du +${points}`,
  secondsLeft: (seconds) =>
    plural(seconds, { one: `noch ${seconds} Sekunde`, other: `noch ${seconds} Sekunden` }),
  react: 'Reagieren',

  now: 'Gerade',
  youAreWatching: 'Du schaust zu.',
  skip: 'Weiter',
  skipKey: 'Überspringen (Esc)',
  skipToPoints: 'Weiter zu den Punkten',

  paused: 'Pause',
  hostPaused: ({ name, isMine }) =>
    isMine ? 'Du hast das Spiel angehalten.' : `${name ?? 'Der Host'} hat das Spiel angehalten.`,
  goesOnIn: (time) => `In ${time} geht es von selbst weiter.`,
  goOn: 'Weiter',
  missing: (players) =>
    plural(players, { one: `${players} Person fehlt.`, other: `${players} Personen fehlen.` }),
  gameWaits: 'Das Spiel wartet.',
  endsIn: (seconds) => `In ${seconds} s endet das Spiel mit den Punkten von jetzt.`,
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  addBot: 'Bot dazuholen',

  seatIsComing: 'Du bekommst den nächsten freien Platz.',
  everySeatTaken: 'Alle Plätze sind besetzt.',
  tableLocked: 'Der Tisch ist abgeschlossen. Zuschauen geht.',
  sitDown: 'Platz nehmen',
  asking: 'Frage an…',

  place: (place, isShared) => `${place}. Platz${isShared ? ', geteilt' : ''}`,
  starting: 'Beginnt…',
  rematch: 'Revanche',
  canRematch: (host) => `${host} kann eine Revanche beginnen. Bleib da, dann geht es hier weiter.`,
  whoeverCanRematch: 'Wer zuerst zurückkommt, kann eine Revanche beginnen.',
  watchAgain: 'Noch mal ansehen',
  shareResult: 'Ergebnis teilen',
  resultCopied: 'Ergebnis kopiert',
  toTheStart: 'Zum Anfang',
  result: 'Das Ergebnis',
  resultAsText: 'Das Ergebnis als Text',
};
