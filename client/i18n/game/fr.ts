import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { GameMessages } from './en.ts';

const plural = pluralIn('fr');
const list = listIn('fr');

export const messages: GameMessages = {
  players: 'Joueurs',
  playersAre: (players) => `Joueurs. ${players.join(' ; ')}`,
  playerIs: ({ name, score, status }) =>
    `${name}${score === null ? '' : ` ${score}`}${status === null ? '' : `, ${status}`}`,
  you: 'toi',
  host: 'hôte',
  ready: 'c’est bon',
  getSeats: (names) =>
    plural(names.length, {
      one: `${list(names)} aura la prochaine place libre.`,
      other: `${list(names)} auront les prochaines places libres.`,
    }),
  youGain: (points) => `Toi +${points}`,
  secondsLeft: (seconds) =>
    plural(seconds, { one: `encore ${seconds} seconde`, other: `encore ${seconds} secondes` }),
  react: 'Réagir',

  now: 'En ce moment',
  youAreWatching: 'Tu regardes.',
  skip: 'Passer',
  skipKey: 'Passer (Échap)',
  skipToPoints: 'Passer aux points',

  paused: 'Pause',
  hostPaused: ({ name, isMine }) =>
    isMine ? 'Tu as mis la partie en pause.' : `${name ?? 'L’hôte'} a mis la partie en pause.`,
  goesOnIn: (time) => `Reprise automatique dans ${time}.`,
  goOn: 'Reprendre',
  missing: (players) =>
    plural(players, { one: `Il manque ${players} joueur.`, other: `Il manque ${players} joueurs.` }),
  gameWaits: 'La partie attend.',
  endsIn: (seconds) => `Dans ${seconds} s, la partie se termine avec les points actuels.`,
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  addBot: 'Ajouter un bot',

  seatIsComing: 'Tu auras la prochaine place libre.',
  everySeatTaken: 'Toutes les places sont prises.',
  tableLocked: 'La table est verrouillée. Tu peux regarder.',
  sitDown: 'S’asseoir',
  asking: 'Demande…',

  place: (place, isShared) => `${place === 1 ? '1ʳᵉ' : `${place}ᵉ`} place${isShared ? ', à égalité' : ''}`,
  starting: 'Lancement…',
  rematch: 'Revanche',
  canRematch: (host) => `${host} peut lancer une revanche. Reste, elle commence ici.`,
  whoeverCanRematch: 'La première personne de retour peut lancer une revanche.',
  watchAgain: 'Revoir la partie',
  shareResult: 'Partager',
  resultCopied: 'Résultat copié',
  toTheStart: 'Accueil',
  result: 'Le résultat',
  resultAsText: 'Le résultat en texte',
};
