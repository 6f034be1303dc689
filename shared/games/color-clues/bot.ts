import type { SeatId } from '../../core/ids.ts';
import type { Rng } from '../../core/rng.ts';
import { chooseFirstClue, chooseSecondClue, type IsRefused, weighClues } from './bot-clue.ts';
import { chooseCell, densityOfClues } from './bot-guess.ts';
import type { Mind } from './bot-mind.ts';
import { Thoughts } from './bot-thoughts.ts';
import type { GameCommand, GameView } from './types.ts';

/** What a bot has to do now. */
type Task = 'giveClue' | 'giveSecondClue' | 'placeMarker' | 'ready';

/** How long a person takes, ms: from, to. */
const PACE: Readonly<Record<Task, readonly [number, number]>> = {
  giveClue: [3_000, 9_000],
  giveSecondClue: [3_000, 8_000],
  placeMarker: [2_000, 6_000],
  ready: [1_000, 3_000],
};
/** The same for whoever has thought already while others placed, in Classic: a full table is not slow because of its bots. */
const THOUGHT_ALREADY = [1_000, 3_000] as const;
/** A bot takes at most this share of the time there is. */
const MOST_OF_WAIT = 0.4;

/** Whether the game waits for this seat (at the reveal: among others). */
export const isBotWaitedFor = (view: GameView, me: SeatId): boolean => taskOf(view, me) !== null;

const NOTHING_REFUSED: IsRefused = () => false;

/** Works out what the next move needs, one clue in each step; nothing for a move that is no clue. */
export function botThinks(
  view: GameView,
  me: SeatId,
  thoughts: Thoughts,
  isRefused = NOTHING_REFUSED,
): Iterable<void> {
  const task = taskOf(view, me);
  return task === 'giveClue' || task === 'giveSecondClue' ? weighClues(view, thoughts, isRefused) : [];
}

/**
 * The move of the bot in seat `me`, or null when the game does not wait for it. `view` is what that seat may see, all
 * chance comes from `rng`; what was thought before makes it quicker and no other. It says nothing that `isRefused`. Bots
 * never challenge.
 */
export function botMove(
  view: GameView,
  me: SeatId,
  mind: Mind,
  rng: Rng,
  thoughts = new Thoughts(mind),
  isRefused = NOTHING_REFUSED,
): GameCommand | null {
  switch (taskOf(view, me)) {
    case 'giveClue':
      return chooseFirstClue(view, thoughts, rng, isRefused);
    case 'giveSecondClue':
      return chooseSecondClue(view, thoughts, rng, isRefused);
    case 'placeMarker':
      return placing(view, me, mind, rng);
    case 'ready':
      return { type: 'ready' };
    case null:
      return null;
  }
}

/** Where it is open for all to see, a bot says that it only guesses. */
function placing(view: GameView, me: SeatId, mind: Mind, rng: Rng): GameCommand {
  const isBlind = view.preset === 'classic' && densityOfClues(view.clues, mind) === null;
  return { type: 'placeMarker', cell: chooseCell(view, me, mind, rng), ...(isBlind && { isBlind }) };
}

/** How long the bot thinks before that move, ms: a human pace, quicker when the wait is short. */
export function botDelayMs(view: GameView, me: SeatId, rng: Rng): number {
  const task = taskOf(view, me);
  if (task === null) return 0;
  const [from, to] = task === 'placeMarker' && othersHavePlaced(view) ? THOUGHT_ALREADY : PACE[task];
  const haste = view.spanMs === null ? 1 : Math.min(1, (view.spanMs * MOST_OF_WAIT) / to);
  // The mean of two numbers: the middle is likelier than the ends.
  return Math.round(haste * (from + ((to - from) * (rng.next() + rng.next())) / 2));
}

/** Whether this seat has waited while others placed their markers of this clue, one after the other. */
const othersHavePlaced = ({ preset, players, pass }: GameView): boolean =>
  preset === 'classic' && players.some(({ markers }) => markers[pass - 1] !== null);

function taskOf(view: GameView, me: SeatId): Task | null {
  switch (view.stage) {
    case 'clue':
      return view.giver === me ? 'giveClue' : null;
    case 'clue2':
      return view.giver === me ? 'giveSecondClue' : null;
    case 'place':
      return isToPlace(view, me) ? 'placeMarker' : null;
    case 'reveal':
      return view.players.some(({ seat, isReady }) => seat === me && !isReady) ? 'ready' : null;
    case 'paused':
    case 'over':
      return null;
  }
}

/** In Party all place at the same time, and a bot leaves its marker where it put it. */
function isToPlace({ preset, queue, players, pass }: GameView, me: SeatId): boolean {
  if (preset === 'classic') return queue[0] === me;
  return queue.includes(me) && players.some(({ seat, markers }) => seat === me && markers[pass - 1] === null);
}
