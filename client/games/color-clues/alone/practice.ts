import { seatId } from '../../../../shared/core/ids.ts';
import { type Rng, rngFrom } from '../../../../shared/core/rng.ts';
import { type Drift, hueDrift } from '../../../../shared/games/color-clues/after-game.ts';
import { CELLS, cellName } from '../../../../shared/games/color-clues/board.ts';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { store, stored } from '../../../store/stored.ts';
import { text } from '../messages/alone/index.ts';
import { pointsAt } from '../store/cells.ts';

/** What is asked: a color that is shown, or what a bot says of one. */
export type Kind = 'colors' | 'clues';

/** One of ten: what is shown, and what was placed, when it was. */
export interface Task {
  readonly target: Cell;
  /** What a bot says of it; null where the color is shown. */
  readonly clue: string | null;
  readonly placed: Cell | null;
}

/** How often one is asked in a row. SPEC: rule 13.1 */
export const TASKS = 10;
/** The most points that ten markers can bring. */
export const MOST_POINTS = 3 * TASKS;

/** Chance of the browser. */
export const chance = (): Rng => rngFrom(() => crypto.getRandomValues(new Uint32Array(1))[0]!);

/** Ten different colors of the board. */
export const tenColors = (rng: Rng): readonly Task[] =>
  rng
    .shuffle(Array.from({ length: CELLS }, (_, cell) => cell))
    .slice(0, TASKS)
    .map((target) => ({ target, clue: null, placed: null }));

/** Places in one task; once. */
export const placeIn = (tasks: readonly Task[], at: number, placed: Cell): readonly Task[] =>
  tasks.map((task, i) => (i === at && task.placed === null ? { ...task, placed } : task));

/** Points of one task; 0 before it is placed. */
export const pointsOf = ({ target, placed }: Task): number =>
  placed === null ? 0 : pointsAt(placed, target);

/** Points so far. */
export const pointsIn = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, task) => sum + pointsOf(task), 0);

const KEYS: Readonly<Record<Kind, string>> = { colors: 'practiceColors', clues: 'practiceClues' };

/** The most points of this browser; null before the first ten. */
export function bestOf(kind: Kind): number | null {
  const best = stored()[KEYS[kind]];
  return typeof best === 'number' && Number.isInteger(best) && best >= 0 && best <= MOST_POINTS ? best : null;
}

/** Keeps the points of ten tasks when they are the most so far; answers whether they are. */
export function keepBest(kind: Kind, points: number): boolean {
  const best = bestOf(kind);
  if (best !== null && best >= points) return false;
  store({ [KEYS[kind]]: points });
  return true;
}

/** What a screen reader is told of a marker that was placed. */
export const toldOf = (task: Task): string => text.told(cellName(task.target), pointsOf(task));

const ME = seatId(1);

/** The hue that was placed too far to a side; null when nothing can be said. SPEC: rule 13.4 */
export function driftIn(tasks: readonly Task[]): Drift | null {
  const rounds = tasks.flatMap(({ target, placed }, round) =>
    placed === null
      ? []
      : [
          {
            round,
            giver: ME,
            clues: [],
            gains: [],
            target,
            markers: [{ seat: ME, cell: placed, pass: 1 as const }],
          },
        ],
  );
  return hueDrift(rounds, ME);
}
