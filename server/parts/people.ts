import type { Person } from '../../shared/table/types.ts';
import { Accounts } from '../identity/accounts.ts';
import { type EndedSessions, endedSessionsCheck, hasEnded } from '../identity/ended-sessions.ts';
import { Identities } from '../identity/identities.ts';
import { Operators } from '../identity/operators.ts';
import { Passwords } from '../identity/passwords.ts';
import { topic } from '../infra/topics.ts';
import type { People } from '../rooms/chat/people.ts';
import { openSessions, signOut } from '../rooms/guard/connections.ts';
import { PERSON_CHANGED } from '../rooms/guard/member.ts';
import type { Base } from './base.ts';

/** Sessions are over. */
const SESSIONS_ENDED = topic<EndedSessions>('sessions-ended');

/** Who is who: guests, their sessions and accounts. */
export function peopleParts({ config, storage, clock, entropy, log, topics }: Base) {
  const identities = new Identities({
    documents: storage.documents,
    clock,
    entropy,
    log,
    tell: (ended) => topics.publish(SESSIONS_ENDED, ended),
  });
  const passwords = new Passwords(config.passwordPepper);
  const accounts = new Accounts({
    documents: storage.documents,
    identities,
    passwords,
    clock,
  });
  const operators = new Operators({ documents: storage.documents, clock, fixed: config.operators });
  /** All of these, also those whom nobody knows any more. */
  const faces: People = {
    async byIds(ids) {
      const known = new Map<string, Person>(
        (await identities.byIds(ids)).map((person) => [person.id, person]),
      );
      return ids.map((id) => {
        const person = known.get(id);
        return { id, name: person?.name ?? '', marker: person?.marker ?? 0, isGone: !person };
      });
    },
  };

  /** Begins to hear what other processes say of people, and to look after the sessions of open sockets. */
  const listen = async (): Promise<void> => {
    await topics.subscribe(SESSIONS_ENDED, (ended) => {
      identities.onEnded(ended);
      signOut((member) => hasEnded(ended, member));
    }).ready;
    await topics.subscribe(PERSON_CHANGED, ({ id }) => identities.onChanged(id)).ready;
    const closeEnded = endedSessionsCheck(identities, { sessions: openSessions, signOut });
    setInterval(() => {
      closeEnded().catch((error: unknown) =>
        log.warn({ err: error }, 'the sessions of open sockets could not be looked up'),
      );
    }, config.limits.sessionCheckSeconds * 1_000).unref();
  };
  return { identities, accounts, passwords, operators, faces, listen };
}

export type PeopleParts = ReturnType<typeof peopleParts>;
