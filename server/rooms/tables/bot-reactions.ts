import type { SeatId } from '../../../shared/core/ids.ts';
import type { Clock, Entropy } from '../../../shared/engine/ports.ts';
import type { Seat, TableView } from '../../../shared/table/types.ts';
import type { BotReacts } from './bots.ts';
import type { ShownReaction } from './reactions.ts';

interface Ports {
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** How long bots take: 1 as people do, 0 no time at all. */
  readonly botPace: number;
}

/**
 * Lets the bots of one table react to what has happened. They are asked about nothing but what everybody sees, so that no
 * reaction can tell what is hidden.
 */
export class BotReactions {
  readonly #reacts: BotReacts<unknown> | undefined;
  readonly #ports: Ports;
  readonly #show: (reaction: ShownReaction) => void;
  readonly #timers = new Set<() => void>();
  #before: unknown = null;
  /** Seats as of the last change, and which of them are of bots. */
  #seats: readonly Seat[] = [];
  #bots: ReadonlySet<SeatId> = new Set();

  /** @param show is called when a bot reacts; what it was about may be over by then */
  constructor(reacts: BotReacts<unknown> | undefined, ports: Ports, show: (reaction: ShownReaction) => void) {
    this.#reacts = reacts;
    this.#ports = ports;
    this.#show = show;
  }

  /** Looks at a table as everybody sees it after a change. */
  update({ phase, game, seats }: TableView<unknown>): void {
    const before = this.#before;
    if (seats !== this.#seats)
      this.#bots = new Set(seats.filter(({ kind }) => kind === 'bot').map(({ id }) => id));
    this.#seats = seats;
    this.#before = phase === 'playing' ? game : null;
    if (!this.#reacts || before === null || this.#before === null) return;
    if (!this.#reacts.isMoment(before, game)) return;
    for (const seat of this.#bots) this.#ask(this.#reacts, game, seat);
  }

  /** Cancels every timer. */
  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  #ask(reacts: BotReacts<unknown>, game: unknown, seat: SeatId): void {
    const { clock, entropy, botPace } = this.#ports;
    const reaction = reacts.react(game, seat, entropy.rng());
    if (!reaction) return;
    const cancel = clock.setTimer(clock.now() + botPace * reaction.afterMs, () => {
      this.#timers.delete(cancel);
      // Somebody may have taken the seat meanwhile.
      if (this.#bots.has(seat)) this.#show({ seat, emoji: reaction.emoji });
    });
    this.#timers.add(cancel);
  }
}
