import { listIn } from '../../../../i18n/list.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';
import type { TableMessages } from './en.ts';

const plural = pluralIn('pt');
const list = listIn('pt');

const named = ({ name, isMine }: Who): string => (isMine ? 'Você' : name);
const quote = (word: string | undefined): string => (word ? `“${word}”` : 'Isso');
const everybody = (people: readonly Who[]): string => list(people.map(named));
const mind = ({ name, isMine }: Who): string => (isMine ? 'a sua mente' : `a mente de ${name}`);
const placed = (done: number, all: number): string =>
  `${done} de ${all} ${done > 1 ? 'colocaram' : 'colocou'}`;
const cells = (many: number): string => plural(many, { one: `${many} casa`, other: `${many} casas` });

export const messages: TableMessages = {
  refusals: {
    beside: {
      clue_empty: 'Digite uma dica primeiro.',
      clue_too_many_words: (most) =>
        most !== '1' && most !== undefined
          ? `No máximo ${most === '2' ? 'duas' : most} palavras.`
          : 'Só uma palavra. Um hífen faz duas.',
      clue_too_long: (most) => `Uma dica tem no máximo ${most ?? '50'} caracteres.`,
      clue_word_too_long: (word) => `${quote(word)} é longa demais. No máximo 20 letras.`,
      clue_not_letters: (word) => `${quote(word)} tem algo que não é letra.`,
      clue_color_name: (word) => `${quote(word)} é nome de cor. Tente uma coisa dessa cor.`,
      clue_position: (word) => `${quote(word)} diz onde procurar. Descreva a cor.`,
      clue_comparison: (word) => `${quote(word)} compara. Diga algo novo.`,
      clue_number: (word) => `${quote(word)} é um número. Use uma palavra que não tenha a ver com o quadro.`,
      clue_repeated: (word) => `${quote(word)} já foi dica neste jogo.`,
      clue_player_name: (word) => `${quote(word)} é o nome de alguém aqui. Escolha outra palavra.`,
      clue_rude: 'Essa palavra não é para esta mesa. Escolha outra.',
      place_first: 'Coloque a sua ficha primeiro.',
      cell_taken: 'Essa casa está ocupada. Escolha outra.',
      alone_with_bots: 'Só dá para contestar com mais gente: os outros aqui são bots.',
      objecting_together: 'Você joga na mesma equipe: só os outros contestam.',
      giver_in_turn: 'Aqui todos dão dicas por turnos.',
      not_on_card: 'Escolha uma das quatro cores da sua carta.',
      wrong_stage: 'Agora não: o jogo está em outro momento.',
    },
  },

  team: (shape, letter) => `${shape} Equipe\u00a0${letter}`,
  coopStanding: (points, par) => `${points} de ${par} para a meta`,
  roundOf: (round, rounds) => `Rodada ${round} de ${rounds}`,
  leaving: 'As fichas que você colocou ainda contam para os outros.',
  passedIn: (seconds) => `Pula em ${seconds}\u00a0s.`,
  awayPassedIn: (seconds) => `ausente · pula em ${seconds}\u00a0s`,
  name: named,

  clueOf: ({ name, isMine }, clues) =>
    isMine
      ? plural(clues, { one: 'Sua dica', other: 'Suas dicas' })
      : `${plural(clues, { one: 'Dica', other: 'Dicas' })} de ${name}`,
  yourTurnPlace: 'Sua vez: coloque uma ficha',
  yourTurnSecond: 'Sua vez: segunda ficha',
  isPlacing: (name) => `${name} está colocando`,
  isAway: (name) => `${name} saiu`,
  placeYours: 'Coloque sua ficha',
  placeYourSecond: 'Coloque sua segunda ficha',
  havePlaced: placed,
  askSecondClue: 'Mais uma dica?',
  sayAnotherWayOrLeave: 'Contestaram. Diga de outro jeito, ou deixe.',
  mayAddClue: (name) => `${name} pode dizer mais`,
  withoutClue: 'Uma rodada sem dica',
  gaveNoClue: (giver) => `${named(giver)} não deu dica. Ninguém pontua.`,
  gaveNoClueIn: (giver, round) => `${named(giver)} não deu dica: sem pontos na rodada ${round}.`,
  itWas: (cell) => `Era ${cell}`,
  waitingForPlayers: 'Esperando gente',
  goesOnWith: (players) => `Continua assim que houver ${players === 2 ? 'duas' : 'três'} pessoas.`,
  over: 'Fim de jogo',
  yourClue: 'Sua dica',
  onlyYouSee: 'Só você vê esta carta.',
  newClue: 'Outra dica',
  sayAnotherWay: 'Contestaram. Diga de outro jeito.',
  findsNewClue: (name) => `${name} busca outra`,
  objectionStands: 'A contestação valeu.',
  isChoosing: (name) => `${name} escolhe a dica`,

  picksOne: (name) => `${name} escolhe uma de quatro cores e uma palavra.`,
  lookAround: 'Enquanto isso, explore o quadro.',
  mayAddWords: (name, most) =>
    `${name} pode dizer mais ${most === 1 ? 'uma palavra' : most === 2 ? 'uma ou duas palavras' : `até ${most} palavras`}.`,
  thenSecond: 'Depois todos colocam a segunda ficha.',
  thenSecondLastFirst: 'Depois todos colocam a segunda ficha, na ordem inversa.',
  gameIsOver: 'O jogo acabou.',
  placedSoFar: (done, all) => `${placed(done, all)}.`,
  allAppear: 'Todas as fichas aparecem juntas.',
  waitingFor: (name) => `É a vez de ${name}.`,
  nameIsAway: (name) => `${name} saiu.`,
  youAreNext: 'Você vem a seguir: já vá mirando.',
  placeAfter: (others) =>
    plural(others, { one: `Ainda ${others} antes de você.`, other: `Ainda ${others} antes de você.` }),
  yourMarkerStays: 'Sua ficha fica onde está.',
  noPointsThisRound: 'Você não pontua nesta rodada.',
  mayObject: (why) => `Podem contestar: ${why}`,
  matesOnAverage: 'A sua equipe ganha ainda a média dos seus colegas.',
  togetherNote: 'O que a sua dupla ganhar vale para os dois.',
  pointsOnAverage: 'Você ganha a média dos pontos deles.',
  pointsForEach: (points) => `${points === 2 ? 'Dois pontos' : 'Um ponto'} por ficha ao lado da sua cor.`,
  boardShowsLast: 'O quadro ainda mostra a última rodada.',
  looksAt: (cell, isColor) => (isColor ? `Sua cor: ${cell}.` : `${cell}.`),

  yourTurn: 'Sua vez',
  touchAndPlace: 'Toque na cor em que você pensa e depois em Colocar.',
  mayStillMove: 'Dá para mover até todos colocarem.',
  nobodySeesYet: (done, all) => `${placed(done, all)}. Ninguém vê onde ainda.`,
  staysPut: 'Ela fica onde você colocar.',
  firstOfTwo: 'A primeira de duas fichas. Ela fica onde você colocar.',
  secondStays: 'Sua segunda ficha. Ela fica onde você colocar.',
  isHere: ({ name, isMine }) => `${isMine ? 'Sua primeira ficha' : name} está aqui. Escolha outra casa.`,
  arrows: 'Setas, ou digite uma casa',
  placeHere: 'Colocar aqui',
  moveHere: 'Mover para cá',
  placing: 'Colocando…',
  placed: 'Colocada',

  yourCard: 'Sua carta',
  putDown: 'Baixar a carta para ver o quadro',
  yourColor: 'Sua cor',
  yourColorIs: (cell) => `Sua cor: ${cell}`,
  clueFor: (cell) => `Sua dica para ${cell}`,
  oneWord: 'Uma palavra',
  anythingGoes: 'O que vier à cabeça.',
  checked: 'Nada de cores, posições ou palavras já usadas.',
  giveClue: 'Dar dica',
  giving: 'Enviando…',
  moreThanOne: 'É mais de uma palavra.',
  moreThan: (most) => `No máximo ${most === 2 ? 'duas' : most} palavras.`,
  upToWords: (most) => `Até ${most} palavras`,
  addWords: (most) =>
    most === 1
      ? 'Mais uma palavra, ou nada.'
      : most === 2
        ? 'Mais uma ou duas palavras, ou nada.'
        : `Até mais ${most} palavras, ou nada.`,
  noDigits: 'Só letras, sem números.',
  secondClue: 'Segunda dica',
  secondClueFor: (cell) => `Segunda dica para ${cell ?? 'a sua cor'}`,
  oneOrTwoWords: 'Uma ou duas palavras',
  secondRules: (first) => `A primeira: “${first}”. Nada de cores nem de “mais claro”.`,
  noSecondClue: 'Nada mais',
  scoreNow: 'contar já',

  aboutClue: 'Sobre esta dica',
  aboutClueObjected: (votes, needed) => `Sobre esta dica: contestada, ${votes} de ${needed}`,
  objections: (votes, needed) => `Esta dica foi contestada: ${votes} de ${needed}.`,
  votes: (votes, needed) => `${votes} de ${needed}`,
  objectToClue: (isMine, votes, needed) =>
    `${isMine ? 'Você contesta esta dica' : 'Contestar esta dica'}, ${votes} de ${needed}`,
  ifSoManyObject: (needed) =>
    `Se ${plural(needed, { one: 'uma pessoa contestar', other: `${needed} pessoas contestarem` })}, é preciso dar outra dica`,

  reveal: 'A resposta',
  whoThinksAlike: 'Quem pensa igual?',
  legend: 'Em cima 3, na moldura 2, um passo fora 1.',
  legendWide: 'Em cima 4, a uma casa 3, a duas 2, a três 1.',
  matesAverage: ({ name, isMine }, points, team) =>
    `A média ${isMine ? 'dos seus colegas' : `dos colegas de ${name}`}: mais ${points}, ${team} para a equipe.`,
  bothGet: (points) =>
    `${plural(points, { one: `${points} ponto`, other: `${points} pontos` })} para os dois.`,
  getsForNear: ({ name, isMine }, near, isDoubled, points) =>
    `${plural(near, { one: `${near} ficha`, other: `${near} fichas` })} a até duas casas${isDoubled ? ', vezes 2' : ''}: ${isMine ? 'você ganha' : `${name} ganha`} ${points}.`,
  nobodyPlaced: 'Ninguém colocou ficha.',
  readMind: (people, giver) => `${everybody(people)} ${people.length > 1 ? 'leram' : 'leu'} ${mind(giver)}.`,
  allAlike: ({ name, isMine }) => `Todo mundo pensa como ${isMine ? 'você' : name}.`,
  twoAlike: (people, where) =>
    `${everybody(people)} pensam igual: ${where.length === 1 ? `os dois em ${where[0]}` : list(where)}.`,
  cameClosest: (people, away) => `Mais perto: ${everybody(people)}, a ${cells(away)}.`,
  nobodyRead: (giver, away) => `Ninguém leu ${mind(giver)}: a ${cells(away)}, no mínimo.`,
  cardGoesBack: 'A carta volta para o baralho.',
  onToNext: 'Vamos à próxima rodada.',
  objectedTwice: ({ name, isMine }) =>
    `${isMine ? 'Sua dica' : `A dica de ${name}`} foi contestada duas vezes: não rende pontos.`,
  getsAverage: (giver, points) => `A média: ${giver.isMine ? 'você' : giver.name} ganha ${points}.`,
  getsForFrame: ({ name, isMine }, inFrame, isDoubled, points) => {
    const fichas = inFrame === 0 ? 'Nenhuma ficha' : inFrame === 1 ? 'Uma ficha' : `${inFrame} fichas`;
    return `${fichas} na moldura${isDoubled ? ', vezes 2' : ''}: ${isMine ? 'você' : name} ganha ${points}.`;
  },
  eachDoubled: 'A três, cada uma vale o dobro.',
  yoursCounts: 'Sua ficha conta.',
  yoursTooFar: 'Sua ficha ficou longe demais.',
  bothCount: 'Suas duas fichas contam.',
  oneCounts: 'Uma das suas fichas conta.',
  bothTooFar: 'Suas fichas ficaram longe demais.',
  readyOf: (ready, players) => `${ready} de ${players} prontos`,
  showResult: 'Ver o resultado',
  readyForNext: 'Próxima rodada',
  next: 'Avançar',
  judged: 'Pontos, de longe para perto',

  doesYourClue: 'sua dica',
  doesChoose: 'escolhe a dica',
  doesSecondClue: 'mais uma dica?',
  doesGive: 'dá a dica',
  iWantToGive: 'Quero dar a dica',
  wantsToGive: 'quer dar a dica',
  wouldGive: (names) => `${list(names)} ${names.length === 1 ? 'quer' : 'querem'} dar a próxima dica.`,
  isHereNow: 'aqui',
  waits: 'espera',
  objects: 'contesta a dica',
  hasPlaced: (cell, isWildGuess) => `em ${cell}${isWildGuess ? ', no chute' : ''}`,
  passed: 'pulou',
  places: 'colocando',
  placesNow: 'coloca agora',
  isNext: 'a seguir',
  inTurns: (turns) => `em ${turns} vezes`,
  noPoints: 'sem pontos',
  forTheClue: (points) => `+${points} pela dica`,
  noMarker: 'sem ficha',

  cluesSoFar: 'Dicas até agora',
  cluesCollect: 'As dicas deste jogo ficam aqui, com as suas cores.',
  you: 'você',
  nobodyScored: 'ninguém pontuou',
  nobodyElseScored: 'ninguém mais pontuou',
  points: 'Pontos',
  promisedDeck: 'Baralho prometido',
  checkDeck: 'Conferir o baralho',

  laid: (cell, done, all) => `Sua ficha está em ${cell}. ${placed(done, all)}.`,
  placedOn: (who, cell) => `${named(who)}: ${cell}.`,
  placedNothing: (who) => `${named(who)} não colocou nada.`,
  cardHolds: (cells) => `Nela: ${cells.join('; ')}.`,
  clueAndNow: (clues, now) => `${clues.length === 0 ? '' : `Dica: ${clues.join(', ')}. `}${now}.`,
  largeAndAbout: (large, about) => `${large}${/[.?]$/.test(large) ? '' : '.'} ${about}`.trim(),
  revealed: (cell, guessers, givers, reading) => {
    const got = guessers.map(({ who, points }) => `${named(who)} ${points}`).join(', ');
    const gave = givers.map(({ who, points }) => `${named(who)} ${points} pela dica`);
    return `Era ${cell}. Pontos: ${[got, ...gave].filter(Boolean).join('; ')}. ${reading}`;
  },

  remarks: {
    hit: ['Meu primeiro disquete era assim.', 'Eu sonho nessa cor.', 'Sorte? Chama-se bom gosto.'],
    near: ['Por um tom. Culpa da luz.', 'Tão perto que sinto o cheiro.', 'Na próxima, de óculos.'],
    far: [
      'Em minha defesa, nunca saí de casa.',
      'Nossos jardins são bem diferentes.',
      'No folheto era dessa cor.',
      'Minha tela é mais velha que eu.',
    ],
    understood: ['Saia da minha cabeça.', 'Até que enfim alguém me ouve.'],
    misunderstood: [
      'Na minha cabeça era diferente.',
      'Continuo achando uma boa palavra.',
      'Pérolas aos porcos.',
    ],
  },
  remark: (bot, remark) => `${bot}: “${remark}”`,
};
