import { type PlayerId, type SeatId, seatId } from '../core/ids.ts';
import {
  type Actor,
  type Ctx,
  type Rejection,
  type Rules,
  type SeatLimits,
  type SystemCommand,
  seatLimits,
} from '../core/rules.ts';
import { apartAt } from './apart.ts';
import { gameTime } from './pause.ts';
import type { TableState } from './state.ts';
import { isBotPlayed, type Seat, type TableEvent } from './types.ts';

/** Why something is refused; null when it was done. */
export type Step = Rejection | null;

/** A table in the middle of one decision: facts are applied as they are found, so later steps see what earlier ones did. */
export class Draft<S, C extends { readonly type: string }, E, V> {
  readonly game: Rules<S, C, E, V>;
  readonly ctx: Ctx;
  readonly events: TableEvent<E>[] = [];
  readonly #evolve: (state: TableState<S>, event: TableEvent<E>, after?: S) => TableState<S>;
  #state: TableState<S>;

  /** @param evolve applies a fact; one of the game by the state after it, when that is known */
  constructor(
    game: Rules<S, C, E, V>,
    evolve: (state: TableState<S>, event: TableEvent<E>, after?: S) => TableState<S>,
    state: TableState<S>,
    ctx: Ctx,
  ) {
    this.game = game;
    this.ctx = ctx;
    this.#evolve = evolve;
    this.#state = state;
  }

  /** The table as it is so far. */
  get state(): TableState<S> {
    return this.#state;
  }

  /** Asks the game; why it refuses, or null when it was done. */
  play(by: Actor, move: C | SystemCommand): Step {
    if (this.state.phase !== 'playing' || this.state.game === null) return { code: 'no_game' };
    const decided = this.game.decide(this.state.game, by, move, this.gameCtx);
    if (!decided.ok) return decided.error;
    this.addGameEvents(decided.value, decided.after);
    return null;
  }

  /** What a game does not care about (a seat that is not in it) is no reason to refuse. */
  tellGame(news: SystemCommand): void {
    this.play({ kind: 'system' }, news);
  }

  /** Adds a fact, and applies it. */
  add(event: TableEvent<E>, after?: S): void {
    this.#state = this.#evolve(this.#state, event, after);
    this.events.push(event);
  }

  /** Adds facts of the game. @param after the game after all of them, when that is known */
  addGameEvents(events: readonly E[], after?: S): void {
    for (const event of events) this.add({ type: 'gameEvent', event }, after);
  }

  /** The seat with this number, or undefined. */
  seat(id: SeatId): Seat | undefined {
    return this.state.seats.find((seat) => seat.id === id);
  }

  /** The number of a new seat. */
  nextSeat(): SeatId {
    return seatId(this.state.nextSeat);
  }

  /** How many can play with the options of this table. */
  get limits(): SeatLimits {
    return seatLimits(this.game, this.state.options);
  }

  /** Whether this person waits for a seat. */
  isQueued(player: PlayerId): boolean {
    return this.state.queue.some((person) => person.id === player);
  }

  /** Whether somebody knows what others must not: then names hold still. */
  get isSecretKept(): boolean {
    return apartAt(this.state, this.game) !== null;
  }

  /** Whether seats may be added at this moment. */
  canSeatNow(): boolean {
    if (this.state.phase !== 'playing' || this.state.game === null) return true;
    return this.game.seatsOpen(this.state.game);
  }

  /** What the game may know of the world, and of who plays. */
  get gameCtx(): Ctx {
    const bots = this.state.seats.filter(isBotPlayed).map((seat) => seat.id);
    const { language } = this.state;
    return { ...this.ctx, now: gameTime(this.state, this.ctx.now), bots: new Set(bots), language };
  }
}
