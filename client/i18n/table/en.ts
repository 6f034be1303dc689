import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const list = new Intl.ListFormat('en-GB');

const NUMBERS =
  'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen'.split(
    ' ',
  );
const inWords = (count: number): string => NUMBERS[count] ?? String(count);

function needsMore(least: number, most: number, missing: number): string {
  const many = least === most ? inWords(least) : `${inWords(least)} to ${inWords(most).toLowerCase()}`;
  return `${many} can play, so this needs ${missing === 1 ? 'one' : missing} more.`;
}

/** A table, whatever is played there. */
export const messages = {
  opening: 'Opening the table…',
  howToPlay: 'How to play',

  /** Long, and where there is little room. */
  connection: {
    connecting: ['Connecting…', 'Connecting…'],
    moving: ['Moving…', 'Moving…'],
    reconnecting: ['Reconnecting… your moves are kept', 'Reconnecting…'],
    offline: ['Offline. Your moves are kept', 'Offline'],
    astray: ['This address leads to a wrong server. Your moves are kept', 'Wrong server'],
    updating: ['The game is being updated… your moves are kept', 'Updating…'],
    saving: ['Saving… this takes longer than usual', 'Saving…'],
    busy: ['A lot is going on. Your moves are kept', 'Busy…'],
  },

  /** In the place of the table: a title, and what to know or do. */
  openingTable: (code: string) => `Opening table ${code}…`,
  updating: 'The game is being updated',
  updatingText: 'This takes a few seconds. You get to your table by itself.',
  astray: 'This address leads to a wrong server',
  astrayText:
    'Your seat is there, and the connection to it does not open. We keep trying. Tell whoever runs this site: its log says what to set.',
  busy: 'A lot is going on',
  busyText: 'We keep trying. You get to your table by itself.',
  offline: 'You are offline',
  offlineText: 'As soon as the network is back, you get to your table by itself.',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  notLoaded: 'The game could not be loaded',
  notLoadedText: 'The network may be gone, or the game was updated.',
  takenOver: 'This game is open in another tab',
  takenOverText: 'Your seat went there with you.',
  playHere: 'Play here',
  kicked: 'The host sent you away',
  kickedText: "You can't come back to this table. Others are open.",
  closed: (code: string) => `Table ${code} is closed`,
  closedText: 'Everybody had left. A new one is set in a moment.',
  full: (code: string) => `Table ${code} is full`,
  fullText: 'Every seat is taken and nobody more can watch. A seat is free when somebody leaves.',
  locked: (code: string) => `Table ${code} has a password`,
  lockedText: 'Whoever invited you knows it.',
  notFound: (code: string) => `There is no table ${code}`,
  notFoundText: 'Tables close when everybody has left. Or is a letter wrong?',
  passwordOfTable: 'Password of this table',
  password: 'Password',
  comeIn: 'Come in',
  wrongPassword: 'That is not the password of this table.',

  invite: 'Invite',
  sayCode: 'Say this code',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copied: 'Copied',
  qr: 'QR',
  qrOf: (link: string) => `QR code for ${link}`,
  tv: 'TV',
  /** Read aloud after that. */
  tvHelp: ': show this table on a large screen, in a new window',
  /** Before the code of the table. */
  table: 'Table',
  /** Read aloud after the code. */
  copyLinkHelp: ': copy the link to this table',
  tableTitle: (code: string) => `Table ${code}`,
  pointCamera: "Point a phone's camera at this.",
  linkTitle: 'The link to this table',
  copyFromHere: 'Copy it from here',
  onlyHere: 'Only this computer can open the link. For friends, start the server with HOST=0.0.0.0.',

  waitingForPlayers: 'Waiting for players',
  waitingForFriends: 'Waiting for friends',
  readyHost: 'Ready when you are',
  ready: 'Ready to start',
  /** Why a game cannot start: how many can play, from `least` to `most`, and how many are missing. */
  needsMore,
  /** After that, whose seats are kept while they are away. */
  areAway: (names: readonly string[]) => ` ${list.format(names)} ${names.length === 1 ? 'is' : 'are'} away.`,
  needsMoreHost: (least: number, most: number, missing: number) =>
    `${needsMore(least, most, missing)} Bots can take the empty seats; they give them up when somebody comes.`,
  /** Who starts a game: oneself, somebody by name, or a host whom nobody knows; and whether others can still sit down. */
  youStart: (isFull: boolean): string =>
    isFull ? 'You can start now. Others may watch.' : 'You can start now. Others may still join.',
  hostStarts: (host: string | null, isFull: boolean) =>
    `${host ?? 'The host'} starts the game. ${isFull ? 'Others may watch.' : 'Others may still join.'}`,
  start: (players: number) => `Start with ${players}`,
  starting: 'Starting…',
  needs: (missing: number) => `Needs ${missing} more`,
  addBot: 'Add a bot',
  fillWithBots: 'Fill with bots',
  newBots: 'New bots',
  mixed: 'mixed',
  mixedHelp: 'each at another level',
  lockedWatch: 'The host has locked this table. You may watch.',
  sitDown: 'Sit down',

  seats: 'Seats',
  openSeat: 'open',
  openSeats: (open: number) => (open === 1 ? 'last seat' : `${open} seats`),
  you: 'you',
  host: 'host',
  isReady: 'ready',
  away: 'away',
  awayBotPlays: 'away · a bot plays',
  left: 'left',
  /** What a bot is besides its name, perhaps with its level. */
  bot: (level?: string) => (level === undefined ? 'bot' : `bot · ${level.toLowerCase()}`),
  yourSeat: 'You',
  /** Read aloud after a name. */
  changeNameAndMarker: 'change name and marker',
  options: 'options',
  aBot: 'A bot.',
  /** After what is known of the bot, in a sentence or two. */
  botGivesSeat: (about: string) => `${about} It gives its seat to the next person who comes.`,
  aPlayer: 'A player at your table.',
  makeHost: 'Make host',
  sendBotAway: 'Send the bot away',
  sendAway: 'Send away',
  sendAwaySure: 'Yes, send away for good',

  whatToPlay: 'What to play',
  change: 'Change',
  save: 'Save',
  /** The label of a choice, as it stands beside what it is about. */
  value: (label: string) => label.toLowerCase(),
  whoCanJoin: 'Who can join',
  whoCanJoinIs: {
    locked: 'nobody new, it is locked',
    public: 'anyone, it is listed',
    password: 'who has code and password',
    private: 'anyone with the code',
  },
  language: 'Language',

  hostControls: 'Host controls',
  lock: 'Lock the table',
  lockHelp: 'Nobody new sits down. Others may watch.',
  pause: 'Pause the game',
  goOn: 'Go on',
  pauseHelp: 'No clock runs in a pause. It ends by itself after five minutes.',
  languageHelp: 'It is spoken at this table.',
  passwordIsSet: 'It is asked for. Who has a seat keeps it.',
  passwordHelp: 'For whoever comes from now on.',
  newPassword: 'New',
  noPassword: 'None',
  set: 'Set',
  remove: 'Remove',
  order: 'Order of seats',
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  sentAway: 'Sent away',
  letBackIn: 'Let back in',

  leave: 'Leave this game?',
  /** `more`: what the game adds, in a sentence, or nothing. */
  leaveText: (more: string) => `Your seat is given up. ${more}`,
  stay: 'Stay',
  leaveGame: 'Leave the game',

  satDown: (name: string) => `${name} sat down.`,
  hasLeft: (name: string) => `${name} left.`,
  isAwayNow: (name: string) => `${name} is away.`,
  youAreHost: 'You are the host now.',
  /** Read aloud when a game ends. @param headline who won */
  endedWith: (headline: string) => `The game is over. ${headline}.`,
  secondsLeft: (seconds: number) =>
    plural(seconds, { one: `${seconds} second left.`, other: `${seconds} seconds left.` }),
  /** In the title of a tab that is not looked at. */
  yourTurnAt: (title: string) => `Your turn · ${title}`,
  reactions: {
    '😂': 'laughing',
    '😮': 'surprised',
    '👏': 'applause',
    '🔥': 'great',
    '😅': 'phew',
    '🎯': 'bull’s-eye',
  },

  over: 'The game is over',
  wins: (name: string) => `${name} wins`,
  youWin: 'You win',
  shareWin: (names: readonly string[]) => `${list.format(names)} share the win`,
  youShareWin: (others: readonly string[]) => `${list.format(['You', ...others])} share the win`,

  join: 'Join',
  players: 'Players',
  isPaused: 'The game is paused',
};
