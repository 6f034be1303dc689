import type { Replay } from '../../shared/core/replay.ts';
import { fold } from '../../shared/engine/replay.ts';
import type { ReadReplayPage } from '../../shared/protocol/replay.ts';
import { evolveTable, initialTable, type TableState } from '../../shared/table/state.ts';
import type { TableEvent } from '../../shared/table/types.ts';
import { viewTable } from '../../shared/table/view.ts';
import type { GameWords } from '../games/game.ts';
import type { View } from './faces.ts';
import { played } from './turns.ts';

/** Steps that a page shows at most: more than the longest game has. */
export const MAX_STEPS = 10_000;
/** How long a step is shown at least and at most while it plays by itself, ms. */
const LEAST_MS = 600;
const MOST_MS = 3_000;

type Told = ReadReplayPage['steps'][number]['events'][number];

/** A place to jump to. */
export interface Chapter {
  /** The first step of it, from 0. */
  readonly step: number;
  /** `Round 3 of 10`. */
  readonly label: string;
}

/** A finished game, folded step by step with the rules by which it was played. */
export class Replaying {
  readonly #replay: Replay;
  /** What people are called who are not known any more. */
  readonly #someone: string;
  #last: TableState<unknown> = initialTable;
  readonly #states: TableState<unknown>[] = [];
  readonly #moments: number[] = [];
  readonly #views = new Map<number, View>();

  constructor(replay: Replay, someone: string) {
    this.#replay = replay;
    this.#someone = someone;
  }

  /** Steps so far. */
  get length(): number {
    return this.#states.length;
  }

  /** Adds a page; false when something in it cannot be read, after which nothing more can be added. */
  add({ steps }: ReadReplayPage): boolean {
    for (const { at, events } of steps) {
      if (this.length >= MAX_STEPS) return true;
      const facts = events.map((event) => this.#read(event));
      if (!facts.every((fact) => fact !== null)) return false;
      const { initial, evolve } = this.#replay;
      const table = {
        evolve: (state: TableState<unknown>, event: TableEvent<unknown>) =>
          evolveTable<unknown, unknown>(state, event, {
            evolve: (game, fact) => evolve(game ?? initial, fact),
            passed: () => null,
          }),
      };
      this.#last = fold(table, this.#last, [{ events: facts }]);
      // Before the first fact of the game there is nothing to see.
      if (this.#last.game === null) continue;
      this.#states.push(this.#last);
      this.#moments.push(at);
    }
    return true;
  }

  /** The table after a step, from 0, as everybody saw it. */
  view(step: number): View {
    const known = this.#views.get(step);
    if (known) return known;
    const view = viewTable(this.#states[step]!, (game) => this.#replay.view(game, { kind: 'spectator' }));
    this.#views.set(step, view);
    return view;
  }

  /**
   * How long a step is shown before the next one, ms: as long as it was, but neither too long nor too short; where there
   * is nothing to see, no longer than the shortest.
   */
  lasts(step: number): number {
    const [from = 0, to = from] = [this.#moments[step], this.#moments[step + 1]];
    const view = played(this.view(step));
    const isQuiet = view !== null && (this.#replay.isQuiet?.(view.game) ?? false);
    return isQuiet ? LEAST_MS : Math.min(MOST_MS, Math.max(LEAST_MS, to - from));
  }

  /** Where each part of the game begins; none in a game that has no parts. */
  chapters(words: Pick<GameWords, 'progress'>): Chapter[] {
    const chapters: Chapter[] = [];
    for (let step = 0; step < this.length; step++) {
      const view = played(this.view(step));
      const label = view && words.progress?.(view);
      if (label && label !== chapters.at(-1)?.label) chapters.push({ step, label });
    }
    return chapters;
  }

  #read(event: Told): TableEvent<unknown> | null {
    if (event.type === 'gameEvent') {
      const fact = this.#replay.read(event.event);
      return fact === null ? null : { type: 'gameEvent', event: fact };
    }
    if (event.type !== 'seatTaken' || event.person.name !== '') return event;
    return { ...event, person: { ...event.person, name: this.#someone } };
  }
}
