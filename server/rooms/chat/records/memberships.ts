import { MAX_ROWS } from '../../../storage/types.ts';
import type { ChatRecords, MemberRecord } from './records.ts';

/**
 * The lists that a person's memberships are kept in: what they chose (`''`), tables they sat at, what they are asked
 * into, and what they are out of. Whatever others push into one of them displaces nothing of another.
 */
export const LISTS = ['', 'table:', 'asked:', 'out:'] as const;
export type ListName = (typeof LISTS)[number];

/** Who owns such a list in the store. */
export const listOwner = (list: ListName, person: string): string => `${list}${person}`;

/** The list that a membership belongs into. */
export function listOf({ standing, conversation }: MemberRecord): ListName {
  if (standing === 'asked') return 'asked:';
  if (standing !== 'active') return 'out:';
  return conversation.startsWith('talk-') ? 'table:' : '';
}

/** What is in some of a person's lists, by the ids of the records, the newest of each first. May reject with `Unavailable`. */
export async function membershipsOf(
  { members }: Pick<ChatRecords, 'members'>,
  person: string,
  lists: readonly ListName[],
  limit = MAX_ROWS,
): Promise<Map<string, MemberRecord>> {
  const found = await Promise.all(lists.map((list) => members.list(listOwner(list, person), { limit })));
  return new Map(found.flatMap((list) => [...list]));
}

/** Ids of the conversations that a person takes part in. May reject with `Unavailable`. */
export async function activeIn(records: Pick<ChatRecords, 'members'>, person: string): Promise<string[]> {
  const memberships = await membershipsOf(records, person, ['', 'table:']);
  return [...memberships.values()]
    .filter(({ standing }) => standing === 'active')
    .map(({ conversation }) => conversation);
}
