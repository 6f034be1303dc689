import { ofName } from '../../../../i18n/french.ts';
import { listIn } from '../../../../i18n/list.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';
import type { TableMessages } from './en.ts';

const plural = pluralIn('fr');
const list = listIn('fr');

/** In a list, where French does not say “tu”. */
const named = ({ name, isMine }: Who): string => (isMine ? 'Toi' : name);
const quote = (word: string | undefined): string => (word ? `« ${word} »` : 'Cela');
/** The subject of a sentence, with the form of the verb for it. */
const doing = (people: readonly Who[], you: string, one: string, youAll: string, many: string): string => {
  const [first] = people;
  if (people.length === 1) return first!.isMine ? `Tu ${you}` : `${first!.name} ${one}`;
  const words = list(people.map(named));
  return people.some(({ isMine }) => isMine) ? `${words}, vous ${youAll}` : `${words} ${many}`;
};
const placed = (done: number, all: number): string =>
  `${done} sur ${all} ${plural(done, { one: 'a', other: 'ont' })} posé`;
const cases = (many: number): string => plural(many, { one: `${many} case`, other: `${many} cases` });

export const messages: TableMessages = {
  refusals: {
    beside: {
      clue_empty: 'Tape d’abord un indice.',
      clue_too_many_words: (most) =>
        most !== '1' && most !== undefined
          ? `${most === '2' ? 'Deux' : most} mots au plus.`
          : 'Un seul mot. Un trait d’union en fait deux.',
      clue_too_long: (most) => `Un indice a ${most ?? '50'} caractères au plus.`,
      clue_word_too_long: (word) => `${quote(word)} est trop long. 20 lettres au plus.`,
      clue_not_letters: (word) => `${quote(word)} contient autre chose que des lettres.`,
      clue_color_name: (word) => `${quote(word)} est un nom de couleur. Essaie une chose de cette couleur.`,
      clue_position: (word) => `${quote(word)} dit où chercher. Décris plutôt la couleur.`,
      clue_comparison: (word) => `${quote(word)} compare. Trouve plutôt autre chose.`,
      clue_number: (word) => `${quote(word)} est un nombre. Prends un mot sans rapport avec la palette.`,
      clue_repeated: (word) => `${quote(word)} a déjà été un indice dans cette partie.`,
      clue_player_name: (word) => `${quote(word)} est le nom de quelqu’un ici. Prends un autre mot.`,
      clue_rude: 'Ce mot n’a pas sa place à cette table. Prends-en un autre.',
      place_first: 'Pose d’abord ton propre pion.',
      cell_taken: 'Cette case est prise. Choisis-en une autre.',
      alone_with_bots: 'On ne conteste qu’à plusieurs : les autres sont des bots.',
      objecting_together: 'Tu joues dans la même équipe : seuls les autres contestent.',
      giver_in_turn: 'Ici, chacun donne à son tour.',
      not_on_card: 'Choisis l’une des quatre couleurs de ta carte.',
      wrong_stage: 'Pas maintenant : la partie en est ailleurs.',
    },
  },

  team: (shape, letter) => `${shape} Équipe\u00a0${letter}`,
  coopStanding: (points, par) => `${points} sur ${par} pour l’objectif`,
  roundOf: (round, rounds) => `Manche ${round}/${rounds}`,
  leaving: 'Tes pions posés comptent encore pour les autres.',
  passedIn: (seconds) => `Passé dans ${seconds}\u00a0s.`,
  awayPassedIn: (seconds) => `absent · passé dans ${seconds}\u00a0s`,
  name: named,

  clueOf: ({ name, isMine }, clues) =>
    isMine
      ? plural(clues, { one: 'Ton indice', other: 'Tes indices' })
      : `${plural(clues, { one: 'Indice', other: 'Indices' })} ${ofName(name)}`,
  yourTurnPlace: 'À toi : pose un pion',
  yourTurnSecond: 'À toi : deuxième pion',
  isPlacing: (name) => `${name} pose`,
  isAway: (name) => `${name} n’est pas là`,
  placeYours: 'Pose ton pion',
  placeYourSecond: 'Pose ton deuxième pion',
  havePlaced: placed,
  askSecondClue: 'Encore un indice ?',
  sayAnotherWayOrLeave: 'Contesté. Dis-le autrement, ou laisse.',
  mayAddClue: (name) => `${name} peut en dire plus`,
  withoutClue: 'Manche sans indice',
  gaveNoClue: (giver) =>
    `${giver.isMine ? 'Tu n’as' : `${giver.name} n’a`} pas donné d’indice. Personne ne marque.`,
  gaveNoClueIn: (giver, round) =>
    `${giver.isMine ? 'Tu n’as' : `${giver.name} n’a`} pas donné d’indice : rien à la manche ${round}.`,
  itWas: (cell) => `C’était ${cell}`,
  waitingForPlayers: 'On attend du monde',
  goesOnWith: (players) => `La partie reprend dès que vous êtes ${players === 2 ? 'deux' : 'trois'}.`,
  over: 'La partie est finie',
  yourClue: 'Ton indice',
  onlyYouSee: 'Cette carte n’est que pour tes yeux.',
  newClue: 'Un nouvel indice',
  sayAnotherWay: 'Contesté. Dis-le autrement.',
  findsNewClue: (name) => `${name} cherche mieux`,
  objectionStands: 'Indice contesté.',
  isChoosing: (name) => `${name} cherche un mot`,

  picksOne: (name) => `${name} choisit une couleur sur quatre et un mot.`,
  lookAround: 'En attendant, explore la palette.',
  mayAddWords: (name, most) =>
    `${name} peut ajouter ${most === 1 ? 'un mot' : most === 2 ? 'un ou deux mots' : `jusqu’à ${most} mots`}.`,
  thenSecond: 'Puis chacun pose un deuxième pion.',
  thenSecondLastFirst: 'Puis chacun pose un deuxième pion, en ordre inverse.',
  gameIsOver: 'La partie est finie.',
  placedSoFar: (done, all) => `${placed(done, all)}.`,
  allAppear: 'Tous les pions apparaissent en même temps.',
  waitingFor: (name) => `C’est à ${name}.`,
  nameIsAway: (name) => `${name} n’est pas là.`,
  youAreNext: 'Bientôt à toi : vise déjà.',
  placeAfter: (others) =>
    plural(others, {
      one: `Encore ${others} personne avant toi.`,
      other: `Encore ${others} personnes avant toi.`,
    }),
  yourMarkerStays: 'Ton pion reste où il est.',
  noPointsThisRound: 'Tu ne marques rien cette manche.',
  mayObject: (why) => `On peut contester : ${why}`,
  matesOnAverage: 'Ton équipe gagne en plus la moyenne de tes coéquipiers.',
  togetherNote: 'Ce que l’autre marque compte pour vous deux.',
  pointsOnAverage: 'Tu marques la moyenne de leurs points.',
  pointsForEach: (points) =>
    `${points === 2 ? 'Deux points' : 'Un point'} par pion au contact de ta couleur.`,
  boardShowsLast: 'La palette montre encore la manche d’avant.',
  looksAt: (cell, isColor) => (isColor ? `Ta couleur : ${cell}.` : `${cell}.`),

  yourTurn: 'À toi',
  touchAndPlace: 'Touche la couleur à laquelle tu penses, puis Poser.',
  mayStillMove: 'Déplaçable jusqu’à ce que tous aient posé.',
  nobodySeesYet: (done, all) => `${placed(done, all)}. Personne ne voit encore où.`,
  staysPut: 'Il reste où tu le poses.',
  firstOfTwo: 'Ton premier pion sur deux. Il reste où tu le poses.',
  secondStays: 'Ton deuxième pion. Il reste où tu le poses.',
  isHere: ({ name, isMine }) => `${isMine ? 'Ton premier pion' : name} est ici. Choisis une autre case.`,
  arrows: 'Flèches, ou tape une case',
  placeHere: 'Poser ici',
  moveHere: 'Déplacer ici',
  placing: 'Pose…',
  placed: 'Posé',

  yourCard: 'Ta carte',
  putDown: 'Ranger la carte pour voir la palette',
  yourColor: 'Ta couleur',
  yourColorIs: (cell) => `Ta couleur : ${cell}`,
  clueFor: (cell) => `Ton indice pour ${cell}`,
  oneWord: 'Un mot',
  anythingGoes: 'Ce qui te vient.',
  checked: 'Ni couleur, ni position, ni mot déjà dit.',
  giveClue: 'Donner',
  giving: 'Envoi…',
  moreThanOne: 'Il y a plus d’un mot.',
  moreThan: (most) => `${most === 2 ? 'Deux' : most} mots au plus.`,
  upToWords: (most) => `${most} mots au plus`,
  addWords: (most) =>
    most === 1
      ? 'Un mot de plus, ou rien.'
      : most === 2
        ? 'Un ou deux mots de plus, ou rien.'
        : `Jusqu’à ${most} mots de plus, ou rien.`,
  noDigits: 'Des lettres, pas de chiffres.',
  secondClue: 'Deuxième indice',
  secondClueFor: (cell) => `Deuxième indice pour ${cell ?? 'ta couleur'}`,
  oneOrTwoWords: 'Un ou deux mots',
  secondRules: (first) => `Le premier : « ${first} ». Ni couleur, ni « plus clair ».`,
  noSecondClue: 'Rien de plus',
  scoreNow: 'compter',

  aboutClue: 'À propos de cet indice',
  aboutClueObjected: (votes, needed) => `À propos de cet indice : contesté, ${votes} sur ${needed}`,
  objections: (votes, needed) => `Cet indice est contesté : ${votes} sur ${needed}.`,
  votes: (votes, needed) => `${votes} sur ${needed}`,
  objectToClue: (isMine, votes, needed) =>
    `${isMine ? 'Tu contestes cet indice' : 'Contester cet indice'}, ${votes} sur ${needed}`,
  ifSoManyObject: (needed) =>
    `Si ${plural(needed, { one: 'une personne conteste', other: `${needed} personnes contestent` })}, il faut un autre indice`,

  reveal: 'La réponse',
  whoThinksAlike: 'Qui pense pareil ?',
  legend: 'Pile dessus 3, dans le cadre 2, juste autour 1.',
  legendWide: 'Pile dessus 4, à une case 3, à deux 2, à trois 1.',
  matesAverage: ({ name, isMine }, points, team) =>
    `La moyenne ${isMine ? 'de tes coéquipiers' : `des coéquipiers de ${name}`} : ${points} de plus, ${team} pour l’équipe.`,
  bothGet: (points) =>
    `${plural(points, { one: `${points} point`, other: `${points} points` })} pour vous deux.`,
  getsForNear: ({ name, isMine }, near, isDoubled, points) =>
    `${plural(near, { one: `${near} pion`, other: `${near} pions` })} à deux cases au plus${isDoubled ? ', fois 2' : ''} : ${isMine ? 'tu marques' : `${name} marque`} ${points}.`,
  nobodyPlaced: 'Personne n’a posé de pion.',
  readMind: (people, giver) =>
    `${doing(people, 'as lu', 'a lu', 'avez lu', 'ont lu')} dans ${giver.isMine ? 'tes pensées' : `les pensées ${ofName(giver.name)}`}.`,
  allAlike: ({ name, isMine }) => `Tout le monde pense comme ${isMine ? 'toi' : name}.`,
  twoAlike: (people, cells) =>
    `${doing(people, 'penses', 'pense', 'pensez', 'pensent')} pareil : ${cells.length === 1 ? `les deux en ${cells[0]}` : list(cells)}.`,
  cameClosest: (people, away) =>
    people.length === 1
      ? `Au plus près : ${named(people[0]!).replace('Toi', 'toi')}, à ${cases(away)}.`
      : `Au plus près, à ${cases(away)} : ${list(people.map(named))}.`,
  nobodyRead: (giver, away) =>
    `Personne n’a lu dans ${giver.isMine ? 'tes pensées' : `les pensées ${ofName(giver.name)}`} : ${cases(away)} au mieux.`,
  cardGoesBack: 'La carte retourne dans la pioche.',
  onToNext: 'Manche suivante.',
  objectedTwice: ({ name, isMine }) =>
    `${isMine ? 'Ton indice' : `L’indice ${ofName(name)}`} contesté deux fois : aucun point pour lui.`,
  getsAverage: ({ name, isMine }, points) =>
    `La moyenne : ${isMine ? 'tu marques' : `${name} marque`} ${points}.`,
  getsForFrame: ({ name, isMine }, inFrame, isDoubled, points) => {
    const pions =
      inFrame === 0 ? 'Aucun pion' : plural(inFrame, { one: 'Un pion', other: `${inFrame} pions` });
    return `${pions} dans le cadre${isDoubled ? ', fois 2' : ''} : ${isMine ? 'tu marques' : `${name} marque`} ${points}.`;
  },
  eachDoubled: 'À trois, chacun compte double.',
  yoursCounts: 'Ton pion compte.',
  yoursTooFar: 'Ton pion était trop loin.',
  bothCount: 'Tes deux pions comptent.',
  oneCounts: 'Un de tes pions compte.',
  bothTooFar: 'Tes pions étaient trop loin.',
  readyOf: (ready, players) => `${ready} sur ${players}`,
  showResult: 'Voir le résultat',
  readyForNext: 'Manche suivante',
  next: 'Suite',
  judged: 'Points, du plus loin au plus près',

  doesYourClue: 'ton indice',
  doesChoose: 'cherche un mot',
  doesSecondClue: 'encore un indice ?',
  doesGive: 'donne l’indice',
  iWantToGive: 'Je veux donner l’indice',
  wantsToGive: 'veut donner l’indice',
  wouldGive: (names) =>
    `${list(names)} ${names.length === 1 ? 'veut' : 'veulent'} donner le prochain indice.`,
  isHereNow: 'là',
  waits: 'attend',
  objects: 'conteste l’indice',
  hasPlaced: (cell, isWildGuess) => `en ${cell}${isWildGuess ? ', au hasard' : ''}`,
  passed: 'passé',
  places: 'pose',
  placesNow: 'pose maintenant',
  isNext: 'ensuite',
  inTurns: (turns) => `dans ${turns} tours`,
  noPoints: 'aucun point',
  forTheClue: (points) => `+${points} pour l’indice`,
  noMarker: 'pas de pion',

  cluesSoFar: 'Indices donnés',
  cluesCollect: 'Les indices de la partie se rangent ici, avec leurs couleurs.',
  you: 'toi',
  nobodyScored: 'personne n’a marqué',
  nobodyElseScored: 'personne d’autre n’a marqué',
  points: 'Points',
  promisedDeck: 'Pioche promise',
  checkDeck: 'Vérifier la pioche',

  laid: (cell, done, all) => `Ton pion est en ${cell}. ${placed(done, all)}.`,
  placedOn: (who, cell) => `${named(who)} : ${cell}.`,
  placedNothing: (who) => (who.isMine ? 'Tu n’as rien posé.' : `${who.name} n’a rien posé.`),
  cardHolds: (cells) => `Dessus : ${cells.join(' ; ')}.`,
  clueAndNow: (clues, now) => `${clues.length === 0 ? '' : `Indice : ${clues.join(', ')}. `}${now}.`,
  largeAndAbout: (large, about) => `${large}${/[.?]$/.test(large) ? '' : '.'} ${about}`.trim(),
  revealed: (cell, guessers, givers, reading) => {
    const got = guessers.map(({ who, points }) => `${named(who)} ${points}`).join(', ');
    const gave = givers.map(({ who, points }) => `${named(who)} ${points} pour l’indice`);
    return `C’était ${cell}. Points : ${[got, ...gave].filter(Boolean).join(' ; ')}. ${reading}`;
  },

  remarks: {
    hit: ['J’avais ça en fond d’écran.', 'Je rêve dans cette couleur.', 'Du bol ? Du goût, plutôt.'],
    near: ['À un poil. C’est l’éclairage.', 'Si près que je la sens.', 'La prochaine fois, mes lunettes.'],
    far: [
      'À ma décharge, je ne sors jamais.',
      'Nos jardins n’ont rien à voir.',
      'Sur le catalogue, c’était cette couleur.',
      'Mon écran est plus vieux que moi.',
    ],
    understood: ['Sors de ma tête !', 'Enfin quelqu’un qui m’écoute.'],
    misunderstood: [
      'Dans ma tête, c’était différent.',
      'Je maintiens : c’était un bon mot.',
      'De la confiture aux cochons.',
    ],
  },
  remark: (bot, remark) => `${bot} : « ${remark} »`,
};
