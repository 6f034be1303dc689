import { chanceOfFrame, NOTHING_UNDERSTOOD, type Understanding, understand } from './bot-guess.ts';
import type { Mind } from './bot-mind.ts';
import type { Cell } from './types.ts';

/** How well clues work in one mind, as far as it has thought about them. What is thought is not thought again. */
export class Thoughts {
  readonly mind: Mind;
  #before: readonly string[] = [];
  #known: Understanding = NOTHING_UNDERSTOOD;
  readonly #chances = new Map<string, number>();

  constructor(mind: Mind) {
    this.mind = mind;
  }

  /**
   * The chance that a bot's marker lands at most `reach` steps from a cell when this clue follows those before it, 0–1.
   */
  chanceOf(cell: Cell, text: string, before: readonly string[], reach = 1): number {
    this.#recall(before);
    const key = `${reach} ${cell} ${text}`;
    const thought = this.#chances.get(key);
    if (thought !== undefined) return thought;
    const { density } = understand(this.#known, text, this.mind);
    const chance = density ? chanceOfFrame(density, cell, reach) : 0;
    this.#chances.set(key, chance);
    return chance;
  }

  /** Thoughts are about the clues that were said: after others they begin anew. */
  #recall(before: readonly string[]): void {
    if (before.length === this.#before.length && before.every((clue, i) => clue === this.#before[i])) return;
    this.#before = before;
    this.#known = before.reduce((known, clue) => understand(known, clue, this.mind), NOTHING_UNDERSTOOD);
    this.#chances.clear();
  }
}
