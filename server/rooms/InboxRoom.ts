import { ok } from '../../shared/core/result.ts';
import { clockMessage } from '../../shared/protocol/messages.ts';
import { inboxOf } from '../chat/inbox.ts';
import type { ChatRecords } from '../chat/records.ts';
import type { People, Relations } from '../chat/relations.ts';
import type { Topic } from '../infra/topics.ts';
import { InboxState } from '../schema/conversation-state.ts';
import { showInbox } from '../schema/inbox-mirror.ts';
import { type Here, hereTopic, inboxTopic, newsTopic } from './chat-topics.ts';
import { findRoom } from './open-once.ts';
import { SafeRoom, type SafeRoomPorts } from './SafeRoom.ts';

export const INBOX = 'inbox';
export const inboxRoomId = (person: string): string => `inbox-${person}`;

/** Tabs and devices of one person. */
const SOCKETS_PER_PERSON = 12;
/** News that come within this time become one patch, ms. */
const GATHER_MS = 150;

export interface InboxRoomPorts extends SafeRoomPorts {
  readonly records: ChatRecords;
  readonly relations: Relations;
  readonly people: People;
}

/** A room class for inboxes: one room per person, as long as a page of theirs is open. */
export const inboxRoom = (ports: InboxRoomPorts) =>
  class InboxRoom extends SafeRoom<InboxState> {
    protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
    #person!: string;
    readonly #topics = new Set<string>();
    #gathering: (() => void) | null = null;
    #isReading = false;
    #isStale = false;
    readonly #onNews = () => this.#soon();
    readonly #onHere = ({ person, isHere }: Here) => {
      if (isHere) this.state.online.set(person, true);
      else this.state.online.delete(person);
      this.broadcastPatch();
    };

    constructor() {
      super(ports);
    }

    override async onCreate({ person }: { person: string }): Promise<void> {
      this.#person = person;
      this.roomId = inboxRoomId(person);
      this.maxClients = SOCKETS_PER_PERSON;
      this.state = new InboxState();
      this.handle('clock', clockMessage, () => ok({ now: ports.clock.now() }));
      await this.#listenOnce(inboxTopic(person), this.#onNews);
      await this.#refresh();
      ports.topics.publish(hereTopic(person), { person, isHere: true });
    }

    override async onEnter(): Promise<void> {}
    override async onExit(): Promise<void> {}

    override async onEnd(): Promise<void> {
      this.#gathering?.();
      ports.topics.publish(hereTopic(this.#person), { person: this.#person, isHere: false });
    }

    async #listenOnce<T>(topic: Topic<T>, handler: (message: T) => void): Promise<void> {
      if (this.#topics.has(topic)) return;
      this.#topics.add(topic);
      await this.listen(topic, handler);
    }

    #soon(): void {
      this.#isStale = true;
      this.#gathering ??= ports.clock.setTimer(ports.clock.now() + GATHER_MS, () => {
        this.#gathering = null;
        if (!this.#isReading) void this.#refresh();
      });
    }

    /** One at a time, so that an older list never comes after a newer one. */
    async #refresh(): Promise<void> {
      this.#isReading = true;
      this.#isStale = false;
      try {
        const [rows, blocked, whoMayWrite] = await Promise.all([
          inboxOf(this.#person, ports.records, ports.people),
          ports.relations.blockedBy(this.#person),
          ports.relations.whoMayWriteTo(this.#person),
        ]);
        for (const { conversation, peer } of rows) {
          await this.#listenOnce(newsTopic(conversation), this.#onNews);
          if (peer === '' || this.#topics.has(hereTopic(peer))) continue;
          await this.#listenOnce(hereTopic(peer), this.#onHere);
          if (await findRoom(INBOX, inboxRoomId(peer))) this.state.online.set(peer, true);
        }
        showInbox(this.state, rows, blocked, whoMayWrite);
        this.broadcastPatch();
      } catch (error) {
        ports.log.warn({ err: error, person: this.#person }, 'an inbox could not be read');
        this.#isStale = true;
      }
      this.#isReading = false;
      if (this.#isStale) this.#soon();
    }
  };
