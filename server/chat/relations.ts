import type { ChatPerson, WhoMayWrite } from '../../shared/protocol/chat-wire.ts';
import type { ChatRecords } from './records.ts';

/** How people stand to each other and what they allow. All may reject with `Unavailable`. */
export class Relations {
  readonly #records: ChatRecords;

  constructor(records: ChatRecords) {
    this.#records = records;
  }

  /** Whether either of two people blocked the other. */
  async areApart(a: string, b: string): Promise<boolean> {
    return (await this.#records.blocks.getMany([`${a}:${b}`, `${b}:${a}`])).size > 0;
  }

  async block(by: string, person: string, isBlocked: boolean): Promise<void> {
    if (isBlocked) await this.#records.blocks.put(`${by}:${person}`, { person }, { owner: by });
    else await this.#records.blocks.remove(`${by}:${person}`);
  }

  async blockedBy(person: string): Promise<string[]> {
    const blocks = await this.#records.blocks.list(person, { limit: 500 });
    return [...blocks.values()].map((block) => block.person);
  }

  async whoMayWriteTo(person: string): Promise<WhoMayWrite> {
    return (await this.#records.preferences.get(person))?.whoMayWrite ?? 'everybody';
  }

  async setWhoMayWriteTo(person: string, whoMayWrite: WhoMayWrite): Promise<void> {
    await this.#records.preferences.put(person, { whoMayWrite });
  }

  /** How somebody may begin to write to somebody: not at all, with a request, or at once because they have met. */
  async opennessTo(person: string, from: string): Promise<'blocked' | 'closed' | 'ask' | 'trusted'> {
    if (await this.areApart(from, person)) return 'blocked';
    const who = await this.whoMayWriteTo(person);
    if (who === 'nobody') return 'closed';
    if (await this.haveMet(from, person)) return 'trusted';
    return who === 'met' ? 'closed' : 'ask';
  }

  /** Whether two people are members of a conversation together. */
  async haveMet(a: string, b: string): Promise<boolean> {
    const of = async (person: string) =>
      [...(await this.#records.members.list(person, { limit: 500 })).values()]
        .filter((member) => member.standing === 'active')
        .map((member) => member.conversation);
    const theirs = new Set(await of(b));
    return (await of(a)).some((conversation) => theirs.has(conversation));
  }
}

/** Who people are, for lists and messages. */
export interface People {
  /** In any order; whoever is not known is shown as gone. */
  byIds(ids: readonly string[]): Promise<ChatPerson[]>;
}
