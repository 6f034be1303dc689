import type { Limits } from '../config.ts';
import { OpenCount } from './budgets.ts';

/**
 * Seats that were promised and not taken yet, so that nobody can keep a table full without ever coming. A seat counts
 * until its ticket is used or has expired.
 */
export class PendingSeats {
  readonly #persons: OpenCount;
  readonly #addresses: OpenCount;
  readonly #lifeMs: number;
  readonly #tickets = new Map<string, () => void>();

  constructor(limits: Limits) {
    this.#persons = new OpenCount(limits.pendingSeatsPerPerson);
    this.#addresses = new OpenCount(limits.pendingSeatsPerAddress);
    this.#lifeMs = limits.seatSeconds * 1_000;
  }

  /** @returns what to do with the promise, or null when this person or address has too many */
  open(person: string, address: string): { cancel(): void; keep(ticket: string): void } | null {
    const closePerson = this.#persons.open(person);
    const closeAddress = closePerson && this.#addresses.open(address);
    if (!closeAddress) {
      closePerson?.();
      return null;
    }
    const cancel = () => {
      closePerson();
      closeAddress();
    };
    const keep = (ticket: string) => {
      const timer = setTimeout(() => this.used(ticket), this.#lifeMs).unref();
      this.#tickets.set(ticket, () => {
        clearTimeout(timer);
        cancel();
      });
    };
    return { cancel, keep };
  }

  /** A ticket was used, or can no longer be. */
  used(ticket: string): void {
    this.#tickets.get(ticket)?.();
    this.#tickets.delete(ticket);
  }
}
