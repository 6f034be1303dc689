import { type SeatId, seatId } from '../../shared/core/ids.ts';
import type { Rng } from '../../shared/core/rng.ts';
import type { Actor, SystemCommand, Viewer } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { FAIR_TURN_MS } from '../../shared/core/skip.ts';
import { CELLS, distance } from '../../shared/games/color-clues/board.ts';
import { CARDS } from '../../shared/games/color-clues/cards.ts';
import { legalCommands } from '../../shared/games/color-clues/legal.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import {
  type GameState,
  orderOf,
  type Round,
  roundOf,
  waitedFor,
} from '../../shared/games/color-clues/state.ts';
import type {
  Cell,
  GameCommand,
  GameEvent,
  GameOptions,
  GameView,
} from '../../shared/games/color-clues/types.ts';

const SYSTEM: Actor = { kind: 'system' };

/** A game of Color Clues driven by hand, without table, engine or clock: `now` is set by the test. */
export class GameScript {
  state: GameState = colorClues.initial;
  now = 1_000_000;
  /** Seats that a program plays. */
  bots: ReadonlySet<SeatId> = new Set();
  /** Every fact so far. */
  readonly events: GameEvent[] = [];
  readonly rng: Rng;

  constructor(seats = 4, options: Partial<GameOptions> = {}, seed = 1, previous: GameState | null = null) {
    this.rng = seededRng(seed);
    this.state = previous ?? colorClues.initial;
    const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
    const opened = colorClues.setup(order, options, { now: this.now, rng: this.rng }, previous);
    if (!opened.ok) throw new Error(opened.error.code);
    this.#apply(opened.value);
  }

  /** @returns the code of a refusal, or `ok` */
  tell(command: GameCommand | SystemCommand, by: Actor = SYSTEM): string {
    const { now, rng, bots } = this;
    const decided = colorClues.decide(this.state, by, command, { now, rng, bots });
    if (!decided.ok) return decided.error.code;
    this.#apply(decided.value);
    return 'ok';
  }

  as(seat: SeatId, command: GameCommand): string {
    return this.tell(command, { kind: 'seat', seat });
  }

  /** Lets this much time pass, ms, with everything that happens by itself. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (let due = this.due; due !== null && due <= end; due = this.due) {
      this.now = Math.max(this.now, due);
      const result = this.tell({ type: 'timeUp' });
      if (result !== 'ok') throw new Error(`wake-up refused: ${result}`);
    }
    this.now = end;
  }

  /** The giver gives the next free sample as a clue; the first one for the first color of the card. */
  clue(text?: string): string {
    const command = legalCommands(this.state, this.giver).findLast((legal) => 'text' in legal);
    if (!command) throw new Error(`no clue can be given in ${this.state.phase.name}`);
    const cell = this.round.target ?? this.card[0];
    const word = text ?? command.text;
    return this.as(
      this.giver,
      command.type === 'giveClue' ? { ...command, cell, text: word } : { ...command, text: word },
    );
  }

  skipClue(): string {
    return this.as(this.giver, { type: 'skipSecondClue' });
  }

  /** A host who is not waited for skips whoever is, as soon as that is fair. */
  passWaited(): string {
    const { phase } = this.state;
    if ('since' in phase) {
      const at =
        phase.until === null ? phase.since + FAIR_TURN_MS : Math.ceil((phase.since + phase.until) / 2);
      this.now = Math.max(this.now, at);
    }
    const host = this.order.find((seat) => !waitedFor(this.state).includes(seat));
    return this.tell({ type: 'skip', by: host ?? seatId(999) });
  }

  /** Whose turn it is places a marker `steps` from the target, on the first such cell that is free. */
  place(steps: number): string {
    return this.as(this.turn, { type: 'placeMarker', cell: this.cellAt(steps) });
  }

  /** Everybody who is to place does so, far from the target. */
  placeAll(steps = 9): void {
    if (this.state.options.preset === 'party')
      for (const seat of this.guessers)
        if (this.stage === 'place') this.as(seat, { type: 'placeMarker', cell: this.cellAt(steps) });
    while (this.state.phase.name === 'place') this.place(steps);
  }

  /** One round with one clue, up to its reveal. */
  playRound(): void {
    this.clue();
    this.placeAll();
    if (this.stage === 'clue2') this.skipClue();
  }

  /** Everybody who sits here is ready to go on. */
  allReady(): void {
    for (const seat of this.order) if (this.state.phase.name === 'reveal') this.as(seat, { type: 'ready' });
  }

  cellAt(steps: number): Cell {
    const taken = this.round.markers.map((marker) => marker.cell);
    for (let cell = 0; cell < CELLS; cell++) {
      if (distance(cell, this.target) === steps && !taken.includes(cell)) return cell;
    }
    throw new Error(`no free cell at ${steps}`);
  }

  view(seat: SeatId | null): GameView {
    const viewer: Viewer = seat === null ? { kind: 'spectator' } : { kind: 'seat', seat };
    return colorClues.view(this.state, viewer);
  }

  score(seat: SeatId): number | undefined {
    return this.state.players.find((player) => player.seat === seat)?.score;
  }

  last<T extends GameEvent['type']>(type: T): Extract<GameEvent, { type: T }> | undefined {
    return this.events.findLast((event): event is Extract<GameEvent, { type: T }> => event.type === type);
  }

  /** What the game waits for, `over` at its end. */
  get stage(): string {
    return this.state.phase.name;
  }
  get due(): number | null {
    return colorClues.deadline(this.state);
  }
  /** Time until something happens by itself, ms. */
  get left(): number | null {
    return this.due === null ? null : this.due - this.now;
  }
  get round(): Round {
    return roundOf(this.state);
  }
  get giver(): SeatId {
    return this.round.giver;
  }
  get card(): readonly [Cell, Cell, Cell, Cell] {
    return CARDS[this.round.card]!;
  }
  get target(): Cell {
    return this.round.target ?? this.card[0];
  }
  get order(): SeatId[] {
    return orderOf(this.state);
  }
  get guessers(): readonly SeatId[] {
    return this.round.guessers;
  }
  get queue(): readonly SeatId[] {
    return this.view(null).queue;
  }
  get turn(): SeatId {
    return this.queue[0] ?? seatId(999);
  }

  #apply(events: readonly GameEvent[]): void {
    for (const event of events) this.state = colorClues.evolve(this.state, event);
    this.events.push(...events);
  }
}
