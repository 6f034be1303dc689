import { type SeatId, seatId } from '../../shared/core/ids.ts';
import type { Rng } from '../../shared/core/rng.ts';
import type { Ctx } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { botMove, botThinks, isBotWaitedFor } from '../../shared/games/color-clues/bot.ts';
import { GERMAN_SPEECH } from '../../shared/games/color-clues/bot-german.ts';
import { densityOfClues } from '../../shared/games/color-clues/bot-guess.ts';
import type { BotLanguage } from '../../shared/games/color-clues/bot-language.ts';
import { type Mind, newMind } from '../../shared/games/color-clues/bot-mind.ts';
import { Thoughts } from '../../shared/games/color-clues/bot-thoughts.ts';
import germanCellNames from '../../shared/games/color-clues/data/cell-names-de.json' with { type: 'json' };
import lists from '../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import germanLists from '../../shared/games/color-clues/data/clues-de.json' with { type: 'json' };
import words from '../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import germanWords from '../../shared/games/color-clues/data/lexicon-de.json' with { type: 'json' };
import { decodeLexicon, type Lexicon } from '../../shared/games/color-clues/lexicon.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import { type GameState, orderOf } from '../../shared/games/color-clues/state.ts';
import type {
  Cell,
  GameCommand,
  GameEvent,
  GameOptions,
  GameView,
} from '../../shared/games/color-clues/types.ts';

/** What bots know, of the committed tables. */
export const LEXICON = decodeLexicon(words, lists);
export const GERMAN_LEXICON = decodeLexicon(germanWords, germanLists, {
  speech: GERMAN_SPEECH,
  foreign: LEXICON,
  cellNames: germanCellNames,
});
export const LEXICONS: Readonly<Record<BotLanguage, Lexicon>> = { en: LEXICON, de: GERMAN_LEXICON };

/** A marker with the color that it was meant for. */
export interface PlacedMarker {
  readonly seat: SeatId;
  readonly cell: Cell;
  readonly target: Cell;
  readonly clues: readonly string[];
  /** Whoever placed it has never heard of anything that was said. */
  readonly isBlind: boolean;
}

/** Runs a piece of work, and may look at the clock before and after. */
type Timing = <T>(what: 'step' | 'give' | 'guess', run: () => T) => T;

/** Bots among themselves, through the real rules, at a table where the first one's language is spoken. Every refused move is kept. */
export class BotGame {
  state: GameState = colorClues.initial;
  readonly refused: { readonly move: GameCommand; readonly code: string }[] = [];
  readonly moves: GameCommand[] = [];
  readonly placed: PlacedMarker[] = [];
  readonly #rng: Rng;
  readonly #minds: ReadonlyMap<SeatId, Mind>;
  readonly #language: BotLanguage;
  #now = 1_000_000;

  /** @param mindOf makes the mind of each seat; by default one of the middle level */
  constructor(
    seed: number,
    seats: number,
    options: Partial<GameOptions> = {},
    mindOf: (rng: Rng, index: number) => Mind = (rng) => newMind(LEXICON, rng),
  ) {
    this.#rng = seededRng(seed);
    const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
    this.#minds = new Map(order.map((seat, i) => [seat, mindOf(this.#rng, i)]));
    this.#language = this.#minds.get(order[0]!)!.lexicon.speech.language;
    const opened = colorClues.setup(order, options, this.#ctx, null);
    if (!opened.ok) throw new Error(opened.error.code);
    this.#apply(opened.value);
  }

  get #ctx(): Ctx {
    return { now: this.#now, rng: this.#rng, language: this.#language };
  }

  get isOver(): boolean {
    return colorClues.outcome(this.state) !== null;
  }

  view(seat: SeatId): GameView {
    return colorClues.view(this.state, { kind: 'seat', seat });
  }

  do(seat: SeatId, move: GameCommand): void {
    this.#now += 1_000;
    const decided = colorClues.decide(this.state, { kind: 'seat', seat }, move, this.#ctx);
    if (decided.ok) this.#apply(decided.value);
    else this.refused.push({ move, code: `${decided.error.code} ${decided.error.detail ?? ''}` });
    this.moves.push(move);
  }

  /** One move of whoever is waited for. `time` is around each piece of work that a server would do at once. */
  step(time: Timing = (_, run) => run()): void {
    const seat = orderOf(this.state).find((candidate) => isBotWaitedFor(this.view(candidate), candidate));
    if (!seat) throw new Error(`nobody is waited for in ${this.state.phase.name}`);
    const view = this.view(seat);
    const mind = this.#minds.get(seat)!;
    const thoughts = new Thoughts(mind);
    const steps = botThinks(view, seat, thoughts)[Symbol.iterator]();
    while (!time('step', () => steps.next()).done);
    const what = view.stage === 'place' ? 'guess' : 'give';
    const move = time(what, () => botMove(view, seat, mind, this.#rng, thoughts));
    if (!move) throw new Error(`nobody moves in ${this.state.phase.name}`);
    this.do(seat, move);
  }

  /** To the end, or the first refusal. */
  play(): this {
    while (!this.isOver && this.refused.length === 0) this.step();
    return this;
  }

  #apply(events: readonly GameEvent[]): void {
    const { round } = this.state;
    for (const event of events) {
      if (event.type !== 'markerPlaced' || !round) continue;
      const { seat, cell } = event;
      const { clues, target } = round;
      const isBlind = densityOfClues(clues, this.#minds.get(seat)!) === null;
      this.placed.push({ seat, cell, target: target!, clues, isBlind });
    }
    this.state = events.reduce(colorClues.evolve, this.state);
  }
}
