import { targetOf } from '../../shared/chat/messages.ts';
import type { ConversationCommand, Message } from '../../shared/chat/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { History } from './history.ts';
import { LISTS, membershipsOf } from './memberships.ts';
import type { ChatRecords } from './records.ts';
import type { Relations } from './relations.ts';

/** Conversations of one person that are looked at. */
const MAX_CONVERSATIONS = 500;

export interface PersonalDataPorts {
  readonly history: History;
  readonly records: ChatRecords;
  readonly relations: Relations;
  readonly conversations: {
    tell(id: string, command: ConversationCommand): Promise<Result<null, Rejection>>;
  };
}

/** What chat knows about a person, and how it forgets. All may reject with `Unavailable`; repeatable. */
export class PersonalData {
  readonly #ports: PersonalDataPorts;

  constructor(ports: PersonalDataPorts) {
    this.#ports = ports;
  }

  /** Everything a person wrote and chose. */
  async collect(person: string): Promise<Record<string, unknown>> {
    const { records, relations } = this.#ports;
    const messages: (Message & { conversation: string })[] = [];
    for (const conversation of await this.#conversationsOf(person)) {
      for await (const message of this.#messagesOf(person, conversation)) {
        messages.push({ conversation, ...message });
      }
    }
    return {
      conversations: [...(await membershipsOf(records, person, LISTS)).values()],
      messages,
      blocked: await relations.blockedBy(person),
      whoMayWrite: await relations.whoMayWriteTo(person),
    };
  }

  /** Empties every message of a person and takes them out of every conversation. */
  async erase(person: string): Promise<void> {
    const { conversations, records, relations } = this.#ports;
    const id = playerId(person);
    const by = { id, isNamed: true, isOperator: true };
    for (const conversation of await this.#conversationsOf(person)) {
      for await (const message of this.#messagesOf(person, conversation)) {
        if (message.deletedBy === '') {
          await conversations.tell(conversation, { type: 'delete', by, target: targetOf(message) });
        }
      }
      await conversations.tell(conversation, { type: 'erase', person: id });
      await records.quiet.remove(`${conversation}:${person}`);
      await records.readings.remove(`${conversation}:${person}`);
      await records.members.remove(`${conversation}:${person}`);
      await records.writers.remove(`${conversation}:${person}`);
    }
    for (const other of await relations.blockedBy(person)) await relations.block(person, other, false);
    for (const ask of (await records.asks.list(person, { limit: MAX_CONVERSATIONS })).keys())
      await records.asks.remove(ask);
    await records.preferences.remove(person);
  }

  async #conversationsOf(person: string): Promise<string[]> {
    const { writers } = this.#ports.records;
    const lists = [
      await membershipsOf(this.#ports.records, person, LISTS),
      await writers.list(person, { limit: MAX_CONVERSATIONS }),
    ];
    return [...new Set(lists.flatMap((list) => [...list.values()].map(({ conversation }) => conversation)))];
  }

  async *#messagesOf(person: string, conversation: string): AsyncGenerator<Message> {
    for (let before: number | null = null; ; ) {
      const page = await this.#ports.history.before(conversation, before);
      yield* page.messages.filter((message) => message.author === person);
      const oldest = page.messages[0];
      if (!oldest || !page.hasMore) return;
      before = oldest.seq;
    }
  }
}
