import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { GameMessages } from './en.ts';

const plural = pluralIn('pt');
const list = listIn('pt');

export const messages: GameMessages = {
  players: 'Jogadores',
  playersAre: (players) => `Jogadores. ${players.join('; ')}`,
  playerIs: ({ name, score, status }) =>
    `${name}${score === null ? '' : ` ${score}`}${status === null ? '' : `, ${status}`}`,
  you: 'você',
  host: 'anfitrião',
  ready: 'tudo certo',
  getSeats: (names) =>
    plural(names.length, {
      one: `${list(names)} fica com o próximo lugar livre.`,
      other: `${list(names)} ficam com os próximos lugares livres.`,
    }),
  youGain: (points) => `Você +${points}`,
  secondsLeft: (seconds) => (seconds === 1 ? `falta ${seconds} segundo` : `faltam ${seconds} segundos`),
  react: 'Reagir',

  now: 'Agora',
  youAreWatching: 'Você está assistindo.',
  skip: 'Pular',
  skipKey: 'Pular (Esc)',
  skipToPoints: 'Pular para os pontos',

  paused: 'Pausa',
  hostPaused: ({ name, isMine }) =>
    isMine ? 'Você pausou o jogo.' : `${name ?? 'O anfitrião'} pausou o jogo.`,
  goesOnIn: (time) => `Continua sozinho em ${time}.`,
  goOn: 'Continuar',
  missing: (players) =>
    plural(players, { one: `Falta ${players} jogador.`, other: `Faltam ${players} jogadores.` }),
  gameWaits: 'O jogo espera.',
  endsIn: (seconds) => `Em ${seconds} s o jogo acaba com os pontos de agora.`,
  copyLink: 'Copiar link',
  linkCopied: 'Link copiado',
  addBot: 'Adicionar bot',

  seatIsComing: 'Você fica com o próximo lugar livre.',
  everySeatTaken: 'Todos os lugares estão ocupados.',
  tableLocked: 'A mesa está trancada. Você pode assistir.',
  sitDown: 'Sentar',
  asking: 'Pedindo…',

  place: (place, isShared) => `${place}º lugar${isShared ? ', empatado' : ''}`,
  starting: 'Começando…',
  rematch: 'Revanche',
  canRematch: (host) => `${host} pode começar a revanche. Fique, ela começa aqui mesmo.`,
  whoeverCanRematch: 'Quem voltar primeiro pode começar a revanche.',
  watchAgain: 'Ver de novo',
  shareResult: 'Compartilhar',
  resultCopied: 'Copiado',
  toTheStart: 'Ao início',
  result: 'O resultado',
  resultAsText: 'O resultado em texto',
};
