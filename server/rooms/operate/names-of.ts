import type { ChatPerson } from '../../../shared/protocol/chat-wire.ts';
import type { People } from '../chat/people.ts';

/** Finds out who these people are, in one question; whoever is not known has no name. */
export async function namesOf(people: People, ids: readonly string[]): Promise<(id: string) => ChatPerson> {
  const known = await people.byIds([...new Set(ids.filter((id) => id !== ''))]);
  const byId = new Map(known.map((person) => [person.id as string, person]));
  return (id) => byId.get(id) ?? { id, name: '', marker: 0, isGone: true };
}
