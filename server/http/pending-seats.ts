import type { Limits } from '../config.ts';
import { OpenCount, tooFast } from './budgets.ts';

/** Whoever asks again within this share of the life of a seat gets the same one. */
const AGAIN = 0.5;
/** What to tell somebody whose promised seats are all still open, seconds. */
const PAUSE_SECONDS = 2;

/** Who wants to sit where. */
export interface Wish {
  readonly person: string;
  readonly address: string;
  readonly room: string;
  /** Everything that goes into the seat: the very same wish gets the very same seat. */
  readonly details: readonly unknown[];
}

/** An answer that promises a seat. */
interface Promised {
  readonly reservation: { readonly roomId: string; readonly sessionId: string };
}

export interface PendingSeatsPorts {
  readonly limits: Limits;
  /** Whose seat a ticket opens; null when it opens none any more. */
  ticketOwner(roomId: string, ticket: string): string | null;
  /** Tells other processes that a ticket was used here which none of this process promised. */
  tellUsed(ticket: string): void;
}

/**
 * Seats that were promised and not taken yet, so that nobody can keep a room full without ever coming. A seat counts
 * until its ticket is used or has expired. A page that is loaded again and again asks for the one it has.
 */
export class PendingSeats {
  readonly #persons: OpenCount;
  readonly #addresses: OpenCount;
  readonly #lifeMs: number;
  readonly #ticketOwner: PendingSeatsPorts['ticketOwner'];
  readonly #tellUsed: PendingSeatsPorts['tellUsed'];
  readonly #tickets = new Map<string, () => void>();
  readonly #promised = new Map<string, { readonly answer: Promised; readonly until: number }>();

  constructor({ limits, ticketOwner, tellUsed }: PendingSeatsPorts) {
    this.#persons = new OpenCount(limits.pendingSeatsPerPerson);
    this.#addresses = new OpenCount(limits.pendingSeatsPerAddress);
    this.#lifeMs = limits.seatSeconds * 1_000;
    this.#ticketOwner = ticketOwner;
    this.#tellUsed = tellUsed;
  }

  /**
   * Asks `reserve` for a seat, or finds the one that waits for this wish.
   * @throws RefusedError `rate_limited` when this person or address has too many in this room, and what `reserve` throws
   */
  async promise<T extends Promised>(wish: Wish, reserve: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([wish.person, wish.room, wish.details]);
    const found = this.#promised.get(key);
    // The same wish had the same kind of answer.
    if (found && this.#isGood(found, wish.person)) return found.answer as T;
    const close = this.#open(wish);
    try {
      const answer = await reserve();
      this.#keep(key, answer, close);
      return answer;
    } catch (error) {
      close();
      throw error;
    }
  }

  /** Seats that are promised and not taken. */
  get size(): number {
    return this.#tickets.size;
  }

  /** A ticket was used in this process. */
  used(ticket: string): void {
    if (this.#tickets.has(ticket)) this.over(ticket);
    else this.#tellUsed(ticket);
  }

  /** A ticket that may be of this process was used somewhere, or can no longer be. */
  over(ticket: string): void {
    this.#tickets.get(ticket)?.();
    this.#tickets.delete(ticket);
  }

  #isGood({ answer, until }: { answer: Promised; until: number }, person: string): boolean {
    const { roomId, sessionId } = answer.reservation;
    return performance.now() < until && this.#ticketOwner(roomId, sessionId) === person;
  }

  #open({ person, address, room }: Wish): () => void {
    const closePerson = this.#persons.open(`${person} ${room}`);
    const closeAddress = closePerson && this.#addresses.open(`${address} ${room}`);
    if (!closeAddress) {
      closePerson?.();
      throw tooFast(PAUSE_SECONDS);
    }
    return () => {
      closePerson();
      closeAddress();
    };
  }

  #keep(key: string, answer: Promised, close: () => void): void {
    const ticket = answer.reservation.sessionId;
    const timer = setTimeout(() => this.over(ticket), this.#lifeMs).unref();
    const kept = { answer, until: performance.now() + this.#lifeMs * AGAIN };
    this.#promised.set(key, kept);
    this.#tickets.set(ticket, () => {
      clearTimeout(timer);
      if (this.#promised.get(key) === kept) this.#promised.delete(key);
      close();
    });
  }
}
