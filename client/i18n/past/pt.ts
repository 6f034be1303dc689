import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('pt');
const list = listIn('pt-BR');

export const messages: typeof english = {
  show: 'Mostrar',
  all: 'Tudo',
  played: 'Jogadas',
  showOlder: 'Partidas mais antigas',
  watchAgain: 'Rever',
  none: 'Nenhuma partida terminada ainda.',
  noneHelp: 'Cada uma que você joga até o fim fica aqui para rever.',

  youLeft: 'Você saiu antes do fim',
  youWon: 'Você ganhou',
  youSharedWin: 'Você dividiu a vitória',
  place: (place, players) => `${place}º lugar de ${players}`,
  company: (names, bots) =>
    `com ${list(bots === 0 ? names : [...names, plural(bots, { one: `${bots} bot`, other: `${bots} bots` })])}`,
  games: (count) => plural(count, { one: `${count} partida`, other: `${count} partidas` }),
  playedAndWon: (played, won) =>
    `${plural(played, { one: `${played} partida`, other: `${played} partidas` })}, ${plural(won, { one: `${won} ganha`, other: `${won} ganhas` })}`,
  points: (count, written) => `${written} ${plural(count, { one: 'ponto', other: 'pontos' })}`,

  statisticsOf: (game) => `Estatísticas de ${game}`,
  rating: 'Pontuação',
  week: 'Tabela da semana',
  weekEmpty: 'Ninguém ainda. Cada pessoa que você vence numa mesa pública sem bots vale um ponto.',
  ratings: 'Pontuações',
  ratingsNeedName: 'As pontuações e a tabela da semana são para quem tem um nome próprio.',
  takePart: 'Participar das pontuações e da tabela da semana',
  takePartHelp: 'Contam as partidas em mesas públicas, sem bots. Seu nome aparece na tabela.',

  opening: 'Abrindo a partida…',
  noGame: 'Não há essa partida para ver',
  noGameText:
    'Pode estar em andamento, ou ser antiga demais. Partidas de mesas privadas só podem ser vistas por quem jogou.',
  notLoaded: 'Não deu para carregar a partida',
  backToGames: 'Voltar às suas partidas',

  steps: 'Os passos da partida',
  step: 'Passo',
  stepOf: (step, steps) => `Passo ${step} de ${steps}`,
  shortStepOf: (step, steps) => `${step} de ${steps}`,
  stepBack: 'Um passo atrás',
  stepForward: 'Um passo à frente',
  play: 'Reproduzir',
  pause: 'Pausar',
  jumpTo: 'Ir para',
};
