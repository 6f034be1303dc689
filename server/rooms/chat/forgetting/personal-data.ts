import { targetOf } from '../../../../shared/chat/messages.ts';
import type { ConversationCommand, Message } from '../../../../shared/chat/types.ts';
import { playerId } from '../../../../shared/core/ids.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import { type EntryStore, Unavailable } from '../../../storage/types.ts';
import type { History } from '../records/history.ts';
import { LISTS, listOwner } from '../records/memberships.ts';
import type { ChatRecords, MemberRecord } from '../records/records.ts';
import type { Relations } from '../relations.ts';
import { emptyMessages } from './empty-messages.ts';

/** Refusals that say nothing of the wish: it was not carried out, and may be when it is told again. */
const NOT_NOW: ReadonlySet<string> = new Set(['unavailable', 'busy', 'internal', 'moved', 'gone']);

export interface PersonalDataPorts {
  readonly entries: EntryStore;
  readonly history: History;
  readonly records: ChatRecords;
  readonly relations: Relations;
  readonly conversations: {
    tell(id: string, command: ConversationCommand): Promise<Result<null, Rejection>>;
  };
}

/**
 * What chat knows about a person, and how it forgets, in small steps: each costs as much as what the person did, not as
 * the conversations they did it in. All may reject with `Unavailable`; repeatable.
 */
export class PersonalData {
  readonly #ports: PersonalDataPorts;

  constructor(ports: PersonalDataPorts) {
    this.#ports = ports;
  }

  /** Everything a person wrote and chose: names with a value, or with pages of a long list. */
  async *collect(person: string): AsyncGenerator<[name: string, value: unknown]> {
    const { relations } = this.#ports;
    yield ['blocked', await relations.blockedBy(person)];
    yield ['whoMayWrite', await relations.whoMayWriteTo(person)];
    yield ['conversations', this.#memberships(person)];
    yield ['messages', this.#messages(person)];
  }

  /**
   * Takes a person out of every conversation, after which nobody sees what they wrote, and then empties it all. Tells how
   * many messages it emptied since.
   */
  async *erase(person: string): AsyncGenerator<number> {
    const { records, entries } = this.#ports;
    const all = await this.#conversationsOf(person);
    for (const conversation of all) {
      await this.#tell(conversation, { type: 'erase', person: playerId(person) });
      yield 0;
    }
    for (const conversation of all) {
      for await (const { emptied, pinned } of emptyMessages(conversation, person, { entries, records })) {
        for (const message of pinned) await this.#unpin(conversation, message);
        yield emptied;
      }
      const key = `${conversation}:${person}`;
      for (const shelf of [records.quiet, records.readings, records.members, records.writers]) {
        await shelf.remove(key);
      }
    }
    yield* this.#drop(person);
  }

  /** Takes a guest who will not come back out of every conversation, with all records that are kept for them. What they said stays. */
  async *leave(person: string): AsyncGenerator<void> {
    const { records } = this.#ports;
    const by = { id: playerId(person), isNamed: true, isOperator: false };
    for (const conversation of await this.#conversationsOf(person)) {
      // Refused where they take no part any more.
      await this.#tell(conversation, { type: 'leave', by });
      const key = `${conversation}:${person}`;
      for (const shelf of [records.readings, records.members, records.writers]) await shelf.remove(key);
      yield;
    }
    for await (const _ of this.#drop(person)) yield;
  }

  /** What is listed under a person. */
  async *#drop(person: string): AsyncGenerator<number> {
    const { records } = this.#ports;
    for (const shelf of [records.blocks, records.asks, records.mentions, records.quiet]) {
      for await (const [key] of shelf.all(person)) {
        await shelf.remove(key);
        yield 0;
      }
    }
    await records.preferences.remove(person);
  }

  async #unpin(conversation: string, message: Message): Promise<void> {
    const by = { id: message.author, isNamed: true, isOperator: true };
    const target = { ...targetOf(message), isDeleted: false };
    await this.#tell(conversation, { type: 'unpin', by, target });
  }

  /** Resolves when it is carried out, or refused for good. Rejects with `Unavailable` when it was neither. */
  async #tell(conversation: string, command: ConversationCommand): Promise<void> {
    const done = await this.#ports.conversations.tell(conversation, command);
    if (!done.ok && NOT_NOW.has(done.error.code)) {
      throw new Unavailable(`${conversation} does not carry out ${command.type} now: ${done.error.code}`);
    }
  }

  async *#memberships(person: string): AsyncGenerator<readonly MemberRecord[]> {
    for (const list of LISTS) {
      for await (const [, member] of this.#ports.records.members.all(listOwner(list, person))) yield [member];
    }
  }

  async *#messages(person: string): AsyncGenerator<readonly object[]> {
    for (const conversation of await this.#conversationsOf(person)) {
      for (let after = 0; ; ) {
        const page = await this.#ports.history.ofAuthor(conversation, person, after);
        const last = page.at(-1);
        if (!last) break;
        after = last.seq;
        yield page.map((message) => ({ conversation, ...message }));
      }
    }
  }

  async #conversationsOf(person: string): Promise<ReadonlySet<string>> {
    const { members, writers } = this.#ports.records;
    const found = new Set<string>();
    for (const list of LISTS) {
      for await (const [, { conversation }] of members.all(listOwner(list, person))) found.add(conversation);
    }
    for await (const [, { conversation }] of writers.all(person)) found.add(conversation);
    return found;
  }
}
