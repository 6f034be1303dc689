import { nanoid } from 'nanoid';
import { playerId } from '../../shared/core/ids.ts';
import type { Clock, Entropy } from '../../shared/engine/ports.ts';
import type { Person } from '../../shared/table/types.ts';
import { makeGuestName } from './guest-names.ts';

/** Markers to choose from. */
const MARKERS = 10;
/** A guest who was not here for so long is forgotten. */
export const GUEST_IDLE_MS = 30 * 24 * 60 * 60 * 1_000;

/** Who is who. A session is known by its SHA-256 only; ids are public and no credential. */
export interface IdentityStore {
  /** Makes a guest with a friendly name for a new session. */
  createGuest(sessionHash: string): Promise<Person>;
  /** The person of a session, who is seen now; null when there is none, or not any more. */
  bySession(sessionHash: string): Promise<Person | null>;
  /** Changes what others see of a person; null when there is no such session. */
  change(sessionHash: string, patch: { name?: string; marker?: number }): Promise<Person | null>;
}

interface Guest {
  readonly person: Person;
  readonly seenAt: number;
}

/** Guests in memory: bounded, and gone when the process is. */
export function memoryIdentities(ports: {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly limits: { readonly guests: number };
}): IdentityStore {
  /** In order of when they were seen last. */
  const guests = new Map<string, Guest>();

  const keep = (hash: string, person: Person): Person => {
    guests.delete(hash);
    guests.set(hash, { person, seenAt: ports.clock.now() });
    return person;
  };

  const find = (hash: string): Person | null => {
    const guest = guests.get(hash);
    if (!guest) return null;
    if (ports.clock.now() - guest.seenAt <= GUEST_IDLE_MS) return guest.person;
    guests.delete(hash);
    return null;
  };

  const forgetOld = (): void => {
    const oldest = ports.clock.now() - GUEST_IDLE_MS;
    for (const [hash, guest] of guests) {
      if (guest.seenAt >= oldest && guests.size < ports.limits.guests) return;
      guests.delete(hash);
    }
  };

  return {
    async createGuest(hash) {
      forgetOld();
      const rng = ports.entropy.rng();
      return keep(hash, { id: playerId(nanoid(12)), name: makeGuestName(rng), marker: rng.int(MARKERS) });
    },
    async bySession(hash) {
      const person = find(hash);
      return person && keep(hash, person);
    },
    async change(hash, patch) {
      const person = find(hash);
      return person && keep(hash, { ...person, ...patch });
    },
  };
}
