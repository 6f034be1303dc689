import type { SeatId } from '../../core/ids.ts';
import type { Rng } from '../../core/rng.ts';
import { type Cells, COLUMNS, EMPTY, LINES, ROWS } from './board.ts';
import type { FourMove, FourOptions, FourView } from './rules.ts';

/** How deep each strength looks, in moves, and how often it moves without looking. */
const STRENGTH: Readonly<Record<FourOptions['bots'], { readonly depth: number; readonly slips: number }>> = {
  gentle: { depth: 2, slips: 0.45 },
  fair: { depth: 4, slips: 0.1 },
  strong: { depth: 10, slips: 0 },
};
/** Positions that one move may look at: about five milliseconds. */
const MAX_POSITIONS = 8_000;
const WIN = 10_000;
/** Worth of a line by how many of its discs are one's own, when none is the other's. */
const WORTH = [0, 1, 6, 30, WIN] as const;
/** The middle first: good moves first cut off more of the others. */
const FROM_THE_MIDDLE = [3, 2, 4, 1, 5, 0, 6] as const;
const LINES_OF: readonly (readonly number[])[] = Array.from(EMPTY, (_, cell) =>
  LINES.flatMap((line, index) => (line.includes(cell) ? [index] : [])),
);

/** A board that discs are put on and taken from, with the worth of all its lines kept up to date. */
class Search {
  positions = 0;
  readonly #heights: number[] = new Array<number>(COLUMNS).fill(0);
  readonly #counts = [new Uint8Array(LINES.length), new Uint8Array(LINES.length)] as const;
  #worth = 0; // for disc 0, against disc 1
  #discs = 0;

  constructor(cells: Cells) {
    for (let cell = cells.length - 1; cell >= 0; cell--) {
      if (cells[cell] !== '.') this.#put(cell % COLUMNS, Number(cells[cell]) as 0 | 1, 1);
    }
  }

  isOpen(column: number): boolean {
    return this.#heights[column]! < ROWS;
  }

  /** What a move is worth to `me`, looking `depth` moves ahead; exact when it is at least `from`. */
  value(column: number, me: 0 | 1, depth: number, from: number): number {
    this.#put(column, me, 1);
    const value = -this.#best((1 - me) as 0 | 1, depth - 1, -Infinity, 1 - from);
    this.#put(column, me, -1);
    return value;
  }

  /** Negamax with alpha-beta: the most that `me` can be sure of. A win counts more the sooner it comes. */
  #best(me: 0 | 1, depth: number, from: number, to: number): number {
    this.positions++;
    const worth = me === 0 ? this.#worth : -this.#worth;
    if (Math.abs(worth) > WIN / 2) return worth + Math.sign(worth) * depth;
    if (this.#discs === EMPTY.length) return 0;
    if (depth <= 0 || this.positions > MAX_POSITIONS) return worth;
    let best = -Infinity;
    for (const column of FROM_THE_MIDDLE) {
      if (!this.isOpen(column)) continue;
      this.#put(column, me, 1);
      best = Math.max(best, -this.#best((1 - me) as 0 | 1, depth - 1, -to, -Math.max(from, best)));
      this.#put(column, me, -1);
      if (best >= to) break;
    }
    return best;
  }

  /** Puts a disc on top of a column (`step` 1) or takes it away again (−1). */
  #put(column: number, disc: 0 | 1, step: 1 | -1): void {
    if (step === -1) this.#heights[column]!--;
    const cell = (ROWS - 1 - this.#heights[column]!) * COLUMNS + column;
    if (step === 1) this.#heights[column]!++;
    this.#discs += step;
    for (const line of LINES_OF[cell]!) {
      this.#worth -= this.#worthOf(line);
      this.#counts[disc][line]! += step;
      this.#worth += this.#worthOf(line);
    }
  }

  #worthOf(line: number): number {
    const [own, other] = [this.#counts[0][line]!, this.#counts[1][line]!];
    return own > 0 && other > 0 ? 0 : WORTH[own]! - WORTH[other]!;
  }
}

/** The move of the bot in seat `me`, or null when it is not its turn. Pure: all chance comes from `rng`. */
export function fourBotMove(view: FourView, me: SeatId, rng: Rng): FourMove | null {
  if (view.turn !== me) return null;
  const { cells, players } = view.position;
  const disc = players.indexOf(me) === 0 ? 0 : 1;
  const { depth, slips } = STRENGTH[view.options.bots];
  const looked = rng.next() < slips ? 0 : depth;
  const search = new Search(cells);
  let moves = FROM_THE_MIDDLE.filter((column) => search.isOpen(column)).map((column) => ({
    column,
    value: 0,
  }));
  // Deeper and deeper, the best first, so that there is an answer whenever the positions are used up.
  for (let ahead = 2; ahead <= looked && search.positions < MAX_POSITIONS; ahead += 2) {
    let best = -Infinity;
    const deeper = moves.map(({ column }) => {
      const value = search.value(column, disc, ahead, best);
      best = Math.max(best, value);
      return { column, value };
    });
    if (search.positions <= MAX_POSITIONS) moves = deeper.sort((a, b) => b.value - a.value);
  }
  return { type: 'drop', column: rng.pick(moves.filter(({ value }) => value === moves[0]?.value)).column };
}
