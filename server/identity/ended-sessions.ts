/** Sessions that are over: one by its public id, or those of a person, except perhaps one. */
export type EndedSessions =
  | { readonly session: string }
  | { readonly person: string; readonly except?: string };

/** A session by its public id, and whose it is. */
export interface Held {
  readonly person: { readonly id: string };
  readonly session: string;
}

/** Whether a session is among those that are over. */
export const hasEnded = (ended: EndedSessions, { person, session }: Held): boolean =>
  'session' in ended ? session === ended.session : person.id === ended.person && session !== ended.except;

/** Where it is known which sessions are over. */
export interface KnownSessions {
  /** The sessions that open something, by person. Rejects with `Unavailable`. */
  sessionsOfEach(people: readonly string[]): Promise<ReadonlyMap<string, readonly { readonly id: string }[]>>;
  /** Sessions ended, perhaps on another process. */
  onEnded(ended: EndedSessions): void;
}

/** Where sessions have sockets. */
export interface Sockets {
  /** Public ids of sessions with a socket in this process, by person. */
  sessions(): ReadonlyMap<string, ReadonlySet<string>>;
  /** Closes the sockets of whoever is signed out. */
  signOut(isOut: (held: Held) => boolean): void;
}

/**
 * Closes the sockets of this process whose session is over, although nobody said so: Redis lost the word, or another
 * process that shares the store, but no Redis, ended it. One look at a time: whoever asks meanwhile waits for the same
 * one. Rejects with `Unavailable` when the store is away: then all sockets stay open.
 */
export function endedSessionsCheck(known: KnownSessions, sockets: Sockets): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const held = sockets.sessions();
    const found = await known.sessionsOfEach([...held.keys()]);
    for (const [person, sessions] of held) {
      const open = new Set(found.get(person)?.map(({ id }) => id));
      for (const session of sessions) {
        if (open.has(session)) continue;
        known.onEnded({ session });
        sockets.signOut((each) => hasEnded({ session }, each));
      }
    }
  };
  return () => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
}
