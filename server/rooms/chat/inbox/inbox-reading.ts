import type { People } from '../people.ts';
import { NO_HEAD } from '../records/head.ts';
import { membershipsOf } from '../records/memberships.ts';
import type { ChatRecords, MemberRecord } from '../records/records.ts';
import type { Relations } from '../relations.ts';
import type { Face, InboxStart, Part } from './inbox.ts';

/** Conversations of a person's own choice that are shown, tables they sat at, and what they are asked into. */
const MAX_CHOSEN = 400;
const MAX_OTHERS = 50;
/** Mentions that are looked at. */
const MAX_MENTIONS = 500;

const isShown = ({ standing }: MemberRecord): boolean => standing === 'active' || standing === 'asked';

/** Reads what an inbox begins with: once when it opens, and again when it missed something. All may reject with `Unavailable`. */
export class InboxReading {
  readonly #records: ChatRecords;
  readonly #relations: Relations;
  readonly #people: People;

  constructor(records: ChatRecords, relations: Relations, people: People) {
    this.#records = records;
    this.#relations = relations;
    this.#people = people;
  }

  /** What a person takes part in or is asked into. */
  async memberships(person: string): Promise<MemberRecord[]> {
    const lists = await Promise.all([
      membershipsOf(this.#records, person, [''], MAX_CHOSEN),
      membershipsOf(this.#records, person, ['table:', 'asked:'], MAX_OTHERS),
    ]);
    return lists.flatMap((list) => [...list.values()]).filter(isShown);
  }

  async all(person: string, memberships: readonly MemberRecord[]): Promise<InboxStart> {
    const [{ parts, faces }, blocked, whoMayWrite] = await Promise.all([
      this.#parts(person, memberships),
      this.#relations.blockedBy(person),
      this.#relations.whoMayWriteTo(person),
    ]);
    const peers = new Set([...parts.values()].flatMap(({ head }) => head.pair));
    peers.delete(person);
    const blockedBy = await this.blockersAmong(person, [...peers]);
    return { parts, faces, blocked, blockedBy, whoMayWrite };
  }

  /** Those of these people who blocked a person. */
  async blockersAmong(person: string, people: readonly string[]): Promise<string[]> {
    const blocks = await this.#records.blocks.getMany(people.map((each) => `${each}:${person}`));
    return people.filter((each) => blocks.has(`${each}:${person}`));
  }

  /** One conversation of a person; null when they have no part in it. */
  async one(
    person: string,
    conversation: string,
  ): Promise<{ part: Part | null; faces: ReadonlyMap<string, Face> }> {
    const member = await this.#records.members.get(`${conversation}:${person}`);
    if (!member || !isShown(member)) return { part: null, faces: new Map() };
    const { parts, faces } = await this.#parts(person, [member]);
    return { part: parts.get(conversation) ?? null, faces };
  }

  async #parts(
    person: string,
    memberships: readonly MemberRecord[],
  ): Promise<{ parts: Map<string, Part>; faces: Map<string, Face> }> {
    const records = this.#records;
    const ids = memberships.map(({ conversation }) => conversation);
    const keys = ids.map((id) => `${id}:${person}`);
    const [heads, readings, quiet, mentions] = await Promise.all([
      records.heads.getMany(ids),
      records.readings.getMany(keys),
      records.quiet.getMany(keys),
      records.mentions.list(person, { limit: MAX_MENTIONS }),
    ]);
    const peerKeys = new Map<string, string>();
    for (const [id, { pair }] of heads) {
      const peer = pair.find((each) => each !== person);
      if (peer) peerKeys.set(id, `${id}:${peer}`);
    }
    const peers = await records.members.getMany([...peerKeys.values()]);
    const parts = new Map<string, Part>();
    for (const member of memberships) {
      const { conversation } = member;
      const head = heads.get(conversation) ?? NO_HEAD;
      const mine = [...mentions.values()].filter((mention) => mention.conversation === conversation);
      parts.set(conversation, {
        member,
        head,
        readNo: Math.max(readings.get(`${conversation}:${person}`)?.no ?? 0, member.since),
        isMuted: quiet.has(`${conversation}:${person}`),
        mentions: new Map(mine.map(({ seq, no, author }) => [seq, { no, author }])),
        peerStanding: peers.get(peerKeys.get(conversation) ?? '')?.standing ?? null,
      });
    }
    return { parts, faces: await this.#faces([...parts.values()]) };
  }

  async #faces(parts: readonly Part[]): Promise<Map<string, Face>> {
    const ids = new Set(parts.flatMap(({ head, member }) => [...head.pair, head.author, member.by]));
    ids.delete('');
    const people = await this.#people.byIds([...ids]);
    return new Map(people.map(({ id, name, marker }) => [id, { name, marker }]));
  }
}
