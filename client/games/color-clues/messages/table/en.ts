import type { Worded } from '../../../../../shared/core/refusals.ts';
import { COLOR_CLUES_REFUSALS } from '../../../../../shared/games/color-clues/refusals.ts';
import { listIn } from '../../../../i18n/list.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';

const plural = pluralIn('en');
const list = listIn('en-GB');

const subject = ({ name, isMine }: Who): string => (isMine ? 'You' : name);
const possessive = ({ name, isMine }: Who): string => (isMine ? 'your' : `${name}'s`);
const everybody = (people: readonly Who[]): string => list(people.map(subject));
const steps = (many: number): string => plural(many, { one: `${many} step`, other: `${many} steps` });

const NUMBERS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
    ' ',
  );
const inWords = (many: number): string => NUMBERS[many] ?? String(many);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A table while the game runs. */
export const messages = {
  refusals: COLOR_CLUES_REFUSALS as Worded<typeof COLOR_CLUES_REFUSALS>,

  /** @param shape before its letter */
  team: (shape: string, letter: string) => `${shape} Team\u00a0${letter}`,
  coopStanding: (points: number, par: number) => `${points} of ${par} for par`,
  roundOf: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  leaving: 'Markers that you have placed still count for the others.',
  passedIn: (seconds: number) => `Passed in ${seconds}\u00a0s.`,
  awayPassedIn: (seconds: number) => `away · passed in ${seconds}\u00a0s`,
  /** A name in a list. */
  name: subject,

  // Above the board.
  clueOf: ({ name, isMine }: Who, clues: number) =>
    `${isMine ? 'Your' : `${name}'s`} ${plural(clues, { one: 'clue', other: 'clues' })}`,
  yourTurnPlace: 'Your turn: place a marker',
  yourTurnSecond: 'Your turn: second marker',
  isPlacing: (name: string) => `${name} is placing`,
  isAway: (name: string) => `${name} is away`,
  placeYours: 'Place your marker',
  placeYourSecond: 'Place your second marker',
  havePlaced: (placed: number, expected: number) =>
    `${placed} of ${expected} ${plural(expected, { one: 'has', other: 'have' })} placed`,
  askSecondClue: 'A second clue?',
  sayAnotherWayOrLeave: 'The others objected. Say it another way, or leave it.',
  mayAddClue: (name: string) => `${name} may add a clue`,
  withoutClue: 'A round without a clue',
  gaveNoClue: (giver: Who) => `${subject(giver)} gave no clue. Nobody scores.`,
  gaveNoClueIn: (giver: Who, round: number) => `${subject(giver)} gave no clue: no points in round ${round}.`,
  itWas: (cell: string) => `It was ${cell}`,
  waitingForPlayers: 'Waiting for players',
  goesOnWith: (players: number) => `It goes on as soon as ${inWords(players)} are here.`,
  over: 'The game is over',
  yourClue: 'Your clue',
  onlyYouSee: 'Only you see this card.',
  newClue: 'A new clue',
  sayAnotherWay: 'The others objected. Say it another way.',
  findsNewClue: (name: string) => `${name} finds a new clue`,
  objectionStands: 'Your objection stands.',
  isChoosing: (name: string) => `${name} is choosing a clue`,

  // Under the board, while one waits.
  picksOne: (name: string) => `${name} picks one of four colors and a word for it.`,
  lookAround: 'Look around the board meanwhile.',
  mayAddWords: (name: string, most: number) =>
    `${name} may add ${most === 1 ? 'one word' : `up to ${inWords(most)} words`}.`,
  thenSecond: 'Then everybody places a second marker.',
  thenSecondLastFirst: 'Then everybody places a second marker, last one first.',
  gameIsOver: 'The game is over.',
  placedSoFar: (placed: number, expected: number) => `${messages.havePlaced(placed, expected)}.`,
  allAppear: 'All markers appear at once.',
  waitingFor: (name: string) => `Waiting for ${name}.`,
  nameIsAway: (name: string) => `${name} is away.`,
  youAreNext: 'You are next: aim already.',
  placeAfter: (others: number) =>
    `You place after ${plural(others, { one: 'one other', other: `${others === 2 ? 'two' : others} others` })}.`,
  yourMarkerStays: 'Your marker stays where it is.',
  noPointsThisRound: 'You get no points this round.',
  mayObject: (why: string) => `The others may object: ${why}`,
  matesOnAverage: 'Your team gets besides what your mates get on average.',
  togetherNote: 'What your partner gets is for both of you.',
  pointsOnAverage: 'You get as many points as they do on average.',
  /** @param points 1 or 2 */
  pointsForEach: (points: number) =>
    `${points === 2 ? 'Two points' : 'One point'} for each marker next to your color.`,
  boardShowsLast: 'The board still shows the last round.',
  /** A cell that is looked at, or is the giver's color. */
  looksAt: (cell: string, isColor: boolean) => (isColor ? `Your color: ${cell}.` : `${cell}.`),

  // Placing.
  yourTurn: 'Your turn',
  touchAndPlace: 'Touch the color you think of, then press Place.',
  mayStillMove: 'You may move it until all have placed.',
  nobodySeesYet: (placed: number, expected: number) =>
    `${messages.havePlaced(placed, expected)}. Nobody sees where yet.`,
  staysPut: 'It stays where you put it.',
  firstOfTwo: 'Your first of two markers. It stays where you put it.',
  secondStays: 'Your second marker. It stays where you put it.',
  /** Whose marker lies where one aims; one's own is the first of two. */
  isHere: ({ name, isMine }: Who) => `${isMine ? 'Your first marker' : name} is here. Choose another cell.`,
  arrows: 'Arrows to move, or type a cell',
  placeHere: 'Place here',
  moveHere: 'Move here',
  placing: 'Placing…',
  placed: 'Placed',

  // Giving a clue.
  yourCard: 'Your card',
  putDown: 'Put this down to see the board',
  yourColor: 'Your color',
  yourColorIs: (cell: string) => `Your color: ${cell}`,
  clueFor: (cell: string) => `Your clue for ${cell}`,
  oneWord: 'One word',
  anythingGoes: 'Whatever comes to mind.',
  checked: 'No color names, no positions, nothing used before.',
  giveClue: 'Give clue',
  giving: 'Giving…',
  moreThanOne: 'That is more than one word.',
  moreThan: (most: number) => (most === 2 ? 'Two words at most.' : `${most} words at most.`),
  upToWords: (most: number) => `Up to ${inWords(most)} words`,
  addWords: (most: number) =>
    most === 1 ? 'Add one word, or none.' : `Add up to ${inWords(most)} words, or none.`,
  noDigits: 'Letters only, no digits.',
  secondClue: 'Second clue',
  /** @param cell null where it is not known */
  secondClueFor: (cell: string | null) => `Second clue for ${cell ?? 'your color'}`,
  oneOrTwoWords: 'One or two words',
  secondRules: (first: string) => `Your first: “${first}”. No color names, no “lighter”.`,
  noSecondClue: 'No second clue',
  scoreNow: 'score now',

  // Objecting.
  aboutClue: 'About this clue',
  aboutClueObjected: (votes: number, needed: number) => `About this clue: objections, ${votes} of ${needed}`,
  /** Read aloud when somebody objects. */
  objections: (votes: number, needed: number) => `Objections to this clue: ${votes} of ${needed}.`,
  votes: (votes: number, needed: number) => `${votes} of ${needed}`,
  objectToClue: (isMine: boolean, votes: number, needed: number) =>
    `${isMine ? 'You object' : 'Object'} to this clue, ${votes} of ${needed}`,
  ifSoManyObject: (needed: number) =>
    `If ${plural(needed, { one: 'one person objects', other: `${needed} people object` })}, the clue has to be given again`,

  // The reveal.
  reveal: 'The reveal',
  whoThinksAlike: 'Who thinks alike?',
  legend: 'On the spot 3, in the frame 2, one step outside 1.',
  legendWide: 'On the spot 4, one step away 3, two steps 2, three steps 1.',
  /** @param team what the giver's team got, the giver's share included */
  matesAverage: ({ name, isMine }: Who, points: number, team: number) =>
    `The average of ${isMine ? 'your' : `${name}’s`} mates: ${points} more, ${team} for the team.`,
  bothGet: (points: number) =>
    `${plural(points, { one: `${points} point`, other: `${points} points` })} for both of you.`,
  /** With wide scoring. @param near how many markers lie at most two steps away */
  getsForNear: ({ name, isMine }: Who, near: number, isDoubled: boolean, points: number) => {
    const markers = plural(near, { one: 'marker', other: 'markers' });
    const gets = isMine ? 'you get' : `${name} gets`;
    return `${capital(inWords(near))} ${markers} within two steps${isDoubled ? ', times 2' : ''}: ${gets} ${points}.`;
  },
  nobodyPlaced: 'Nobody placed a marker.',
  readMind: (people: readonly Who[], giver: Who) => `${everybody(people)} read ${possessive(giver)} mind.`,
  allAlike: ({ name, isMine }: Who) => `Everybody thinks like ${isMine ? 'you' : name}.`,
  /** @param cells of the two, one where it is the same */
  twoAlike: (people: readonly Who[], cells: readonly string[]) =>
    `${everybody(people)} think alike: ${cells.length === 1 ? `both on ${cells[0]}` : list(cells)}.`,
  cameClosest: (people: readonly Who[], away: number) =>
    `${everybody(people)} came closest: ${steps(away)} away.`,
  nobodyRead: (giver: Who, away: number) =>
    `Nobody read ${possessive(giver)} mind: ${steps(away)} away at best.`,
  cardGoesBack: 'The card goes back into the deck.',
  onToNext: 'On to the next round.',
  objectedTwice: (giver: Who) =>
    `${capital(possessive(giver))} clue was objected to twice: no points for it.`,
  getsAverage: ({ name, isMine }: Who, points: number) =>
    `The average: ${isMine ? 'you get' : `${name} gets`} ${points}.`,
  /** @param inFrame how many markers lie there */
  getsForFrame: ({ name, isMine }: Who, inFrame: number, isDoubled: boolean, points: number) => {
    const markers = plural(inFrame, { one: 'marker', other: 'markers' });
    const gets = isMine ? 'you get' : `${name} gets`;
    return `${capital(inWords(inFrame))} ${markers} in the frame${isDoubled ? ', times 2' : ''}: ${gets} ${points}.`;
  },
  eachDoubled: 'With three players each counts double.',
  yoursCounts: 'Your marker counts.',
  yoursTooFar: 'Your marker was too far away.',
  bothCount: 'Both of your markers count.',
  oneCounts: 'One of your markers counts.',
  bothTooFar: 'Your markers were too far away.',
  readyOf: (ready: number, players: number) => `${ready} of ${players} ready`,
  showResult: 'Show the result',
  readyForNext: 'Ready for the next',
  next: 'Next',
  judged: 'Points, from far to near',

  // Beside a name: what somebody does.
  doesYourClue: 'your clue',
  doesChoose: 'choosing a clue',
  doesSecondClue: 'second clue?',
  doesGive: 'gives the clue',
  iWantToGive: 'I’d like to give',
  wantsToGive: 'wants to give',
  /** Read aloud when hands go up. */
  wouldGive: (names: readonly string[]) => `${list(names)} would like to give the next clue.`,
  isHereNow: 'here',
  waits: 'waiting',
  objects: 'objects to the clue',
  hasPlaced: (cell: string, isWildGuess: boolean) => `placed ${cell}${isWildGuess ? ', a wild guess' : ''}`,
  passed: 'passed',
  places: 'placing',
  placesNow: 'placing now',
  isNext: 'next',
  inTurns: (turns: number) => `in ${turns} turns`,
  noPoints: 'no points',
  forTheClue: (points: number) => `+${points} for the clue`,
  noMarker: 'no marker',

  // The record.
  cluesSoFar: 'Clues so far',
  cluesCollect: 'The clues of this game collect here, with the colors they meant.',
  you: 'you',
  nobodyScored: 'nobody scored',
  /** After those with points, where others have none. */
  nobodyElseScored: 'nobody else scored',
  points: 'Points',
  promisedDeck: 'Promised deck',
  checkDeck: 'Check the deck',

  // Read aloud.
  laid: (cell: string, placed: number, expected: number) =>
    `Your marker is on ${cell}. ${messages.havePlaced(placed, expected)}.`,
  /** Where somebody's marker came to lie. */
  placedOn: (who: Who, cell: string) => `${subject(who)}: ${cell}.`,
  /** Their time ran out, or they were passed. */
  placedNothing: (who: Who) => `${subject(who)} placed nothing.`,
  cardHolds: (cells: readonly string[]) => `On it: ${cells.join('; ')}.`,
  /** @param clues new ones; may be empty */
  clueAndNow: (clues: readonly string[], now: string) =>
    `${clues.length === 0 ? '' : `Clue: ${clues.join(', ')}. `}${now}.`,
  largeAndAbout: (large: string, about: string) =>
    `${large}${/[.?]$/.test(large) ? '' : '.'} ${about}`.trim(),
  /** The reveal: the color, who got what, who read whom. */
  revealed: (
    cell: string,
    guessers: readonly { readonly who: Who; readonly points: number }[],
    givers: readonly { readonly who: Who; readonly points: number }[],
    reading: string,
  ) => {
    const got = guessers.map(({ who, points }) => `${subject(who)} ${points}`).join(', ');
    const gave = givers.map(({ who, points }) => `${subject(who)} ${points} for the clue`);
    return `It was ${cell}. Points: ${[got, ...gave].filter(Boolean).join('; ')}. ${reading}`;
  },

  /** What bots say of a round, by how it went for them: short enough for a phone. */
  remarks: {
    hit: ['I had that exact color on a disk once.', 'I dream in this color.', 'Lucky? I call it taste.'],
    near: ['One shade off. I blame the light.', 'So close that I can smell it.', 'Next time I wear glasses.'],
    far: [
      'In my defense, I have never been outside.',
      'We have very different gardens.',
      'It was that color in the brochure.',
      'My monitor is older than I am.',
    ],
    understood: ['You are in my head. Come out.', 'Finally somebody listens to me.'],
    misunderstood: [
      'It looked different in my head.',
      'I still say it was a good word.',
      'Poetry is wasted on you.',
    ],
  } as Readonly<Record<'hit' | 'near' | 'far' | 'understood' | 'misunderstood', readonly string[]>>,
  remark: (bot: string, remark: string) => `${bot}: “${remark}”`,
};

export type TableMessages = typeof messages;
