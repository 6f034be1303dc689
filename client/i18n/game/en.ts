import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const list = listIn('en-GB');

/** The frame of every game: players, clock, waiting, the end. */
export const messages = {
  players: 'Players',
  /** Everybody with points and what they do, read aloud. */
  playersAre: (players: readonly string[]) => `Players. ${players.join('; ')}`,
  playerIs: ({ name, score, status }: { name: string; score: number | null; status: string | null }) =>
    `${name}${score === null ? '' : ` ${score}`}${status === null ? '' : `, ${status}`}`,
  /** After a name, or under a marker: short. */
  you: 'you',
  host: 'host',
  ready: 'ready',
  getSeats: (names: readonly string[]) =>
    plural(names.length, {
      one: `${list(names)} gets a seat as soon as one opens.`,
      other: `${list(names)} get a seat as soon as one opens.`,
    }),
  youGain: (points: number) => `You +${points}`,
  secondsLeft: (seconds: number) =>
    plural(seconds, { one: `${seconds} second left`, other: `${seconds} seconds left` }),
  react: 'React',

  /** What the dock is while one waits for others. */
  now: 'Now',
  youAreWatching: 'You are watching.',
  skip: 'Skip',
  skipKey: 'Skip (Esc)',
  skipToPoints: 'Skip to the points',

  paused: 'Paused',
  /** @param name of the host; null where there is none */
  hostPaused: ({ name, isMine }: { name: string | null; isMine: boolean }) =>
    isMine ? 'You paused the game.' : `${name ?? 'The host'} paused the game.`,
  /** @param time `4:05` */
  goesOnIn: (time: string) => `It goes on by itself in ${time}.`,
  goOn: 'Go on',
  missing: (players: number) =>
    plural(players, { one: `${players} player missing.`, other: `${players} players missing.` }),
  gameWaits: 'The game waits.',
  endsIn: (seconds: number) => `In ${seconds} s the game ends with the points as they are.`,
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  addBot: 'Add a bot',

  seatIsComing: 'You get a seat as soon as one opens.',
  everySeatTaken: 'Every seat is taken.',
  tableLocked: 'The host has locked the table. You may watch.',
  sitDown: 'Sit down',
  asking: 'Asking…',

  /** After the number of a place, read aloud only. */
  place: (place: number, isShared: boolean) => `Place ${place}${isShared ? ', shared' : ''}`,
  starting: 'Starting…',
  rematch: 'Rematch',
  canRematch: (host: string) => `${host} can start a rematch. Stay and it begins right here.`,
  whoeverCanRematch: 'Whoever comes back first can start a rematch.',
  watchAgain: 'Watch it again',
  shareResult: 'Share result',
  resultCopied: 'Result copied',
  toTheStart: 'To the start',
  result: 'The result',
  resultAsText: 'The result as text',
};

export type GameMessages = typeof messages;
