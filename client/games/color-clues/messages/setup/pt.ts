import { pluralIn } from '../../../../i18n/plural.ts';
import type { SetupMessages } from './en.ts';

const plural = pluralIn('pt');

const LEVELS = { 1: 'novato', 2: 'iniciante', 3: 'frequentador', 4: 'craque', 5: 'sábio' } as const;
const NEAR = {
  1: 'uma ficha em seis no máximo a uma casa',
  2: 'uma ficha em quatro no máximo a uma casa',
  3: 'três fichas em dez no máximo a uma casa',
  4: 'uma ficha em três no máximo a uma casa',
  5: 'quase uma ficha em duas no máximo a uma casa',
} as const;
const TASTES: SetupMessages['tastes'] = {
  'a fruit lover': 'Adora frutas',
  'a cook': 'Gosta de cozinhar',
  'a gardener': 'Gosta de jardim',
  'a painter': 'Gosta de pintar',
  'a gamer': 'Gosta de videogame',
  'an animal lover': 'Adora bichos',
  'a traveler': 'Gosta de viajar',
  'a collector of stones': 'Coleciona pedras',
  'a dreamer': 'Gosta de sonhar',
  'a tinkerer': 'Gosta de consertar coisas',
};

export const messages: SetupMessages = {
  rules: 'Regras',
  classic: 'Clássico',
  classicHelp: '3 a 10 jogadores, uma ficha de cada vez',
  party: 'Festa',
  partyHelp: '2 a 16 jogadores, todos juntos e escondido até o fim',

  timers: 'Relógio',
  normal: 'Normal',
  normalHelp: 'Clássico: 75 s por dica, 25 s por ficha. Festa: 40 s e 20 s.',
  relaxed: 'Tranquilo',
  relaxedHelp: 'metade a mais de tempo',
  slow: 'Lento',
  slowHelp: 'o dobro do tempo',
  off: 'Sem',
  noClock: 'sem relógio; o anfitrião pode pular uma vez',

  turnsEach: 'Vezes por jogador',
  auto: 'Auto',
  autoTurns: 'Clássico: 2 cada até seis. Festa: 2 até quatro; de nove em diante, 8 rodadas no total.',
  roundsInAll: (rounds) => `${rounds} rodadas no total`,
  takes: (minutes, people, bots) =>
    `Cerca de ${plural(minutes, { one: '1 minuto', other: `${minutes} minutos` })} com ${plural(people, { one: '1 pessoa', other: `${people} pessoas` })}${bots === 0 ? '' : ` e ${plural(bots, { one: '1 bot', other: `${bots} bots` })}`}.`,

  clues: 'Dicas',
  autoClues: 'Clássico: duas. Festa: uma.',
  oneClue: 'Uma',
  oneClueHelp: 'uma dica, uma ficha cada',
  twoClues: 'Duas',
  twoCluesHelp: 'dá para dar uma segunda dica',
  one: 'uma',
  twoIfWanted: 'duas, a segunda se quiser',

  together: 'Quem joga com quem',
  alone: 'Cada um por si',
  aloneHelp: 'cada um soma os seus pontos',
  coop: 'Em dupla',
  coopHelp: 'dois juntos contra uma meta, seis rodadas; um pode ser um bot',
  inTeams: 'Equipes',
  inTeamsHelp: 'divididas pela ordem dos lugares; uma dica vale para a própria equipe',
  teams: 'Equipes',
  teamsHelp: (least) => `a partir de ${least} jogadores`,

  words: 'Palavras por dica',
  autoWords: 'uma, depois até duas',
  wordsHelp: (most) => (most === 1 ? 'uma em cada dica' : `até ${most} em cada dica`),
  scoring: 'Pontos',
  normalScoring: 'até duas casas da cor',
  wideScoring: 'até três casas da cor',

  clueCheck: 'Controle',
  strict: 'Rígido',
  strictHelp: 'cores e posições são recusadas',
  honor: 'Honra',
  honorHelp: 'só um aviso',
  uncheckedHelp: 'vale tudo',

  giver: 'Quem dá a dica',
  inTurn: 'Por turnos',
  inTurnHelp: 'o papel vai passando',
  volunteers: 'Voluntários',
  volunteersHelp: 'quem levantar a mão; se ninguém, por turnos',

  absent: 'Ausentes',
  arePassed: 'São pulados',
  arePassedHelp: 'a vez passa depois de 5 s',
  botPlays: 'Um bot joga',
  botPlaysHelp: 'após 60 s fora ou duas vezes puladas; quem volta continua na hora com todos os pontos',

  levels: LEVELS,
  near: NEAR,
  bot: (taste, level) =>
    taste === null
      ? `Um bot ${LEVELS[level]}: ${NEAR[level]}.`
      : `${taste}; como bot, ${LEVELS[level]}: ${NEAR[level]}.`,
  tastes: TASTES,

  botsSpeakEnglish: 'Aqui os bots falam inglês.',

  tellingApart: 'Distinguir as cores',
  names: 'Nomes das cores',
  namesHelp: 'Sob a lupa, onde você apontar',
  families: 'Nomes das famílias',
  familiesHelp: 'Roxo, rosa, vermelho… na borda',
  textures: 'Texturas das famílias',
  texturesHelp: 'Um padrão por família nas casas',
};
