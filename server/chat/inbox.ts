import type { InboxRow } from '../../shared/protocol/chat-wire.ts';
import { membershipsOf } from './memberships.ts';
import type { ChatRecords } from './records.ts';
import type { People } from './relations.ts';

/** Conversations of a person's own choice that are shown, tables they sat at, and what they are asked into. */
const MAX_CHOSEN = 400;
const MAX_OTHERS = 50;
/** Mentions and blocked people that are looked at. */
const MAX_READ = 500;

/** The conversations of a person, newest first. May reject with `Unavailable`. */
export async function inboxOf(person: string, records: ChatRecords, people: People): Promise<InboxRow[]> {
  const lists = await Promise.all([
    membershipsOf(records, person, [''], MAX_CHOSEN),
    membershipsOf(records, person, ['table:', 'asked:'], MAX_OTHERS),
  ]);
  const members = lists
    .flatMap((list) => [...list.values()])
    .filter(({ standing }) => standing === 'active' || standing === 'asked');
  const ids = members.map(({ conversation }) => conversation);
  const keys = ids.map((id) => `${id}:${person}`);
  const [heads, readings, quiet, mentions, blocks] = await Promise.all([
    records.heads.getMany(ids),
    records.readings.getMany(keys),
    records.quiet.getMany(keys),
    records.mentions.list(person, { limit: MAX_READ }),
    records.blocks.list(person, { limit: MAX_READ }),
  ]);
  const blocked = new Set([...blocks.values()].map((block) => block.person));
  const peers = new Map<string, string>();
  const authors = new Set<string>();
  for (const [id, { pair, author }] of heads) {
    const peer = pair.find((each) => each !== person);
    if (peer) peers.set(id, peer);
    if (author) authors.add(author);
  }
  const known = await people.byIds([...new Set([...peers.values(), ...authors])]);
  const faces = new Map(known.map((each) => [each.id, each]));

  const rows = members.map(({ conversation, standing, role }): InboxRow => {
    const head = heads.get(conversation);
    const peer = peers.get(conversation) ?? '';
    const readNo = readings.get(`${conversation}:${person}`)?.no ?? 0;
    // What strangers and blocked people wrote is not shown before one asks for it.
    const isHidden = standing === 'asked' || blocked.has(head?.author ?? '');
    const unreadMentions = [...mentions.values()].filter(
      (m) => m.conversation === conversation && m.no > readNo,
    );
    return {
      conversation,
      kind: head?.kind ?? 'public',
      title: peer ? (faces.get(peer)?.name ?? '') : (head?.title ?? ''),
      peer,
      marker: faces.get(peer)?.marker ?? 0,
      standing,
      role,
      isMuted: quiet.has(`${conversation}:${person}`),
      lastNo: head?.no ?? 0,
      readNo,
      mentions: unreadMentions.length,
      lastAt: head?.at ?? 0,
      lastAuthor: faces.get(head?.author ?? '')?.name ?? '',
      preview: isHidden ? '' : (head?.preview ?? ''),
    };
  });
  return rows.sort((a, b) => b.lastAt - a.lastAt || a.conversation.localeCompare(b.conversation));
}
