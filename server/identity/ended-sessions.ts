import type { EndedSessions, Identities } from './identities.ts';

/** Where sessions have sockets. */
export interface Sockets {
  /** Public ids of sessions with a socket in this process, by person. */
  sessions(): ReadonlyMap<string, ReadonlySet<string>>;
  endSessions(ended: EndedSessions): void;
}

/**
 * Closes the sockets of this process whose session is over, although nobody said so: Redis lost the word, or another
 * process that shares the store, but no Redis, ended it. Rejects with `Unavailable` when the store is away: the sockets
 * that were not looked up stay open.
 */
export async function closeEndedSessions(
  identities: Pick<Identities, 'sessionsOf' | 'onEnded'>,
  sockets: Sockets,
): Promise<void> {
  for (const [person, sessions] of sockets.sessions()) {
    const open = new Set((await identities.sessionsOf(person)).map(({ id }) => id));
    for (const session of sessions) {
      if (open.has(session)) continue;
      identities.onEnded({ session });
      sockets.endSessions({ session });
    }
  }
}
