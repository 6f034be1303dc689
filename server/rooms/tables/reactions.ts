import type { SeatId } from '../../../shared/core/ids.ts';
import type { Reaction } from '../../../shared/core/reactions.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import { type Apart, CROWD, type Rejection, SILENT } from '../../../shared/core/rules.ts';
import type { Clock } from '../../../shared/engine/ports.ts';
import { TokenBucket, TokenBuckets } from '../guard/token-bucket.ts';
import type { Silenced } from '../table-talk.ts';

/** How many reactions somebody may show at once, and how many a second in the long run. */
const BURST = 4;
const RATE = 0.5;
/** The same for a whole table: each goes to everybody who is there. */
const TABLE_BURST = 16;
const TABLE_RATE = 4;
/** When it is worth trying again, seconds. */
const AGAIN_SECONDS = '2';

/** The side of a seat, or of somebody without one, as long as a secret keeps people apart. */
const sideOf = (apart: Apart | null, seat: SeatId | null) =>
  seat === null ? CROWD : (apart?.sides.get(seat) ?? CROWD);

/** With the seconds until they may again, unless that is for good. */
const mutedFor = ({ until }: Silenced, now: number): Rejection =>
  until === null ? { code: 'muted' } : { code: 'muted', detail: String(Math.ceil((until - now) / 1_000)) };

/** A reaction as everybody it is for is told. */
export interface ShownReaction {
  readonly seat: SeatId;
  readonly emoji: Reaction;
}

/** What a table's reactions need to know of it. */
export interface ReactingTable<C> {
  clients(): Iterable<C>;
  personOf(client: C): string;
  /** Null for whoever watches. */
  seatOf(client: C): SeatId | null;
  /** Who may not write in the talk, as far as it is known here. */
  silenced(): readonly Silenced[];
  /** Who is kept apart at this moment. */
  apart(): Apart | null;
}

/** A connection that can be told something. */
interface Told {
  send(type: 'reaction', shown: ShownReaction): void;
}

/**
 * What people at one table show each other. Kept nowhere: what is over is over. Budgets are in the memory of the process
 * that has the table, which is one.
 */
export class TableReactions<C extends Told> {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #at: ReactingTable<C>;
  readonly #people = new TokenBuckets(RATE, BURST);
  readonly #table: TokenBucket;

  constructor(clock: Pick<Clock, 'now'>, at: ReactingTable<C>) {
    this.#clock = clock;
    this.#at = at;
    this.#table = new TokenBucket(TABLE_RATE, TABLE_BURST, clock.now());
  }

  /**
   * Shows what somebody feels, or says why not: `not_seated`, `muted` for whoever may not write in the talk, `react_later`
   * for whoever knows something that others must not, `rate_limited`.
   */
  react(client: C, emoji: Reaction): Result<object, Rejection> {
    const seat = this.#at.seatOf(client);
    if (seat === null) return err({ code: 'not_seated' });
    const person = this.#at.personOf(client);
    const silenced = this.#at.silenced().find((each) => each.person === person);
    const now = this.#clock.now();
    if (silenced && (silenced.until === null || now < silenced.until)) return err(mutedFor(silenced, now));
    if (sideOf(this.#at.apart(), seat) === SILENT) return err({ code: 'react_later' });
    const isWithin = this.#people.of(person, now).take(now) && this.#table.take(now);
    if (!isWithin) return err({ code: 'rate_limited', detail: AGAIN_SECONDS });
    this.show({ seat, emoji });
    return ok({});
  }

  /** Shows it to everybody on the same side: to whom a word in the talk would go. */
  show(shown: ShownReaction): void {
    const apart = this.#at.apart();
    const side = sideOf(apart, shown.seat);
    for (const client of this.#at.clients())
      if (sideOf(apart, this.#at.seatOf(client)) === side) client.send('reaction', shown);
  }
}
