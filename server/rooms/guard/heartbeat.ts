import { WebSocket } from 'ws';

/** How often each socket is looked at, ms, and in how many groups, so that not all are asked at once. */
const LOOK_MS = 1_000;
const GROUPS = 8;
/**
 * So many looks without a word, and a socket is asked whether it is still there: when others wait for its person, and else.
 * Proxies cut what is silent for 60 seconds.
 */
const URGENT_LOOKS = 3;
const CALM_LOOKS = 50;
/** So many looks without an answer, and it is gone: when others wait for it, within 9 seconds of its last word. */
const ANSWER_LOOKS = 4;

/** Where somebody with a socket is. */
export interface Place {
  /** Whether others wait for a person there, so that it must be noticed soon when they are gone. */
  isAwaited(person: string): boolean;
}

const BEAT = Symbol('beat');

/** What is kept of a socket. */
interface Beat {
  readonly socket: Watched;
  readonly place: Place;
  readonly person: string;
  isHeard: boolean;
  /** Looks since it was heard, and since it was asked; 0 when it was not. */
  silent: number;
  asked: number;
}

type Watched = Pick<WebSocket, 'on' | 'ping' | 'terminate' | 'readyState'> & { [BEAT]?: Beat };

/**
 * Something came from a socket. Called by whoever reads it: with a second listener for messages, Node would copy the list
 * of listeners for each of them.
 */
export function noteHeard(socket: WebSocket): void {
  const { [BEAT]: beat } = socket as Watched;
  if (beat) beat.isHeard = true;
}

// Shared by all sockets: none has a function or a timer of its own, nor more listeners than must be.
function answered(this: Watched): void {
  this[BEAT]!.isHeard = true;
}
const nothing = (): void => {};

/**
 * Finds sockets whose other end is gone without a word, and cuts them. Whoever says something is not asked; the others
 * are, rarely, and never all at once. Looks are counted, not time: a process that stood still does not take the sockets
 * whose answers it has not read yet for dead.
 */
export class Heartbeat {
  readonly #groups = Array.from({ length: GROUPS }, () => new Set<Beat>());
  #turn = 0;
  /** Sockets that were cut since the start. */
  cut = 0;
  #timer: NodeJS.Timeout | null = null;

  /** Looks after a socket of a person until it is closed. */
  watch(socket: Watched, place: Place, person: string): void {
    const group = this.#groups.reduce((least, other) => (other.size < least.size ? other : least));
    const beat = { socket, place, person, isHeard: false, silent: 0, asked: 0 };
    socket[BEAT] = beat;
    group.add(beat);
    socket.on('pong', answered);
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS / GROUPS).unref();
  }

  /** Looks at the next group. */
  #look(): void {
    const group = this.#groups[this.#turn++ % GROUPS]!;
    for (const beat of group) {
      const found = lookAt(beat);
      if (found === 'here') continue;
      group.delete(beat);
      if (found === 'cut') this.cut++;
    }
    if (this.#timer && this.#groups.every(({ size }) => size === 0)) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  }
}

/** Cuts a socket whose other end is gone. One that is closed by now is looked after no longer. */
function lookAt(beat: Beat): 'here' | 'closed' | 'cut' {
  if (beat.socket.readyState === WebSocket.CLOSED) return 'closed';
  if (beat.isHeard) {
    beat.isHeard = false;
    beat.silent = 0;
    beat.asked = 0;
    return 'here';
  }
  beat.silent++;
  if (beat.asked > 0) {
    if (beat.asked++ >= ANSWER_LOOKS) {
      beat.socket.terminate();
      return 'cut';
    }
  } else if (isDue(beat)) {
    beat.asked = 1;
    beat.socket.ping(undefined, false, nothing);
  }
  return 'here';
}

const isDue = ({ silent, place, person }: Beat): boolean =>
  silent >= CALM_LOOKS || (silent >= URGENT_LOOKS && place.isAwaited(person));
