import { calmMs } from '../../../../shared/chat/calm.ts';
import { ok } from '../../../../shared/core/result.ts';
import { clockMessage } from '../../../../shared/protocol/messages.ts';
import { type RoomKey, roomKey } from '../../../directory/directory.ts';
import type { Subscription, Topic } from '../../../infra/topics.ts';
import { InboxState } from '../../../schema/conversation-state.ts';
import { showPeople, showRow } from '../../../schema/inbox-mirror.ts';
import { Gathering } from '../../guard/gathering.ts';
import { type ChangedPerson, PERSON_CHANGED } from '../../guard/member.ts';
import { SafeRoom, type SafeRoomPorts } from '../../guard/SafeRoom.ts';
import { type Here, hereTopic, inboxTopic, newsTopic } from '../chat-topics.ts';
import type { NamesPort } from '../conversation/shown-names.ts';
import type { News, PersonalNews } from '../news.ts';
import { Inbox } from './inbox.ts';
import type { InboxReading } from './inbox-reading.ts';

export const INBOX = 'inbox';
const PREFIX = 'inbox-';
export const inboxRoomId = (person: string): string => `${PREFIX}${person}`;
export const personOfInbox = (id: string): string => id.slice(PREFIX.length);
const inboxKey = (person: string): RoomKey => roomKey(INBOX, inboxRoomId(person));

/** Tabs and devices of one person. */
const SOCKETS_PER_PERSON = 12;
/** News that come within this time become one patch, ms. */
const GATHER_MS = 150;
/** Pause before a list that could not be read is read again; twice as long each time, ms. */
const AGAIN_MS = 500;
const MAX_AGAIN_MS = 30_000;
/** How often it is read who blocked this person, ms: others must not be seen for long because a word was lost. */
const BLOCKS_MS = 60_000;

export interface InboxRoomPorts extends SafeRoomPorts {
  readonly reading: InboxReading;
  readonly names: NamesPort;
}

/**
 * The inbox of a person: one room, as long as a page of theirs is open. It reads the store when it opens, and again only
 * where it missed something; everything else it is told.
 */
export class InboxRoom extends SafeRoom<InboxState> {
  protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
  readonly #ports: InboxRoomPorts;
  #person!: string;
  /** Null until it could be read. */
  #inbox: Inbox | null = null;
  readonly #followed = new Map<string, Subscription>();
  readonly #here = new Set<string>();
  /** Conversations that have to be read again, one by one. */
  readonly #unread = new Set<string>();
  #mustReadAll = true;
  /** News that came while the store was read. */
  #news: (News | PersonalNews)[] = [];
  #isReading = false;
  #failures = 0;
  #stopWaiting: (() => void) | null = null;
  #stopLooking: () => void = () => {};
  /** Counts what was heard of blocks: an answer that was under way then is not taken. */
  #blocksHeard = 0;
  readonly #changed = new Set<string>();
  #isPeopleChanged = false;
  readonly #showing: Gathering;
  /** Messages that others wrote in public: since something was shown, and before that. */
  #calmNews = 0;
  #calmNewsBefore = 0;
  #wasHere = false;
  #isOver = false;

  constructor(ports: InboxRoomPorts) {
    super(ports);
    this.#ports = ports;
    this.#showing = new Gathering(ports.clock, GATHER_MS, () => this.#show());
  }

  override async onOpen({ person }: { person: string }): Promise<void> {
    this.#person = person;
    this.roomId = inboxRoomId(person);
    this.maxClients = SOCKETS_PER_PERSON;
    this.state = new InboxState();
    this.handle('clock', clockMessage, () => ok({ now: this.#ports.clock.now() }));
    await this.listen(inboxTopic(person), (news) => this.#hear(news));
    await this.listen(PERSON_CHANGED, (changed) => this.#renamed(changed));
    await this.#read();
    this.#lookForBlocks();
  }

  override async onEnter(): Promise<void> {
    this.#wasHere = true;
    this.#tellHere(true);
  }

  override async onExit(): Promise<void> {
    this.#tellHere(false);
  }

  /** Whoever listens and then looks must find one of the two. */
  #tellHere(isHere: boolean): void {
    const person = this.#person;
    void this.listPeople().then(() => this.#ports.topics.publish(hereTopic(person), { person, isHere }));
  }

  override async onEnd(): Promise<void> {
    this.#isOver = true;
    this.#showing.stop();
    this.#stopWaiting?.();
    this.#stopLooking();
    // Whoever was to come over from another process did not.
    if (!this.#wasHere && !this.isResting) this.#tellHere(false);
  }

  #lookForBlocks(): void {
    const { clock, log } = this.#ports;
    this.#stopLooking = clock.setTimer(clock.now() + BLOCKS_MS, () => {
      if (this.#isOver) return;
      this.#lookForBlocks();
      this.#readBlocks().catch((error: unknown) =>
        log.warn({ err: error }, 'who blocked a person could not be read'),
      );
    });
  }

  async #readBlocks(): Promise<void> {
    const peers = this.#inbox?.peers ?? [];
    if (peers.length === 0) return;
    const heard = this.#blocksHeard;
    const blockers = new Set(await this.#ports.reading.blockersAmong(this.#person, peers));
    if (heard !== this.#blocksHeard) return;
    for (const person of peers)
      this.#inbox?.hearInPerson({ type: 'blockedBy', person, isBlocked: blockers.has(person) });
    this.#isPeopleChanged = true;
    this.#showing.soon();
  }

  #hear(news: News | PersonalNews): void {
    if (this.#isReading) this.#news.push(news);
    else this.#take(news);
    if (this.#unread.size > 0) void this.#read();
  }

  #take(news: News | PersonalNews): void {
    // What cannot be taken in now is in the store when it is read.
    if (!this.#inbox || this.#mustReadAll) return;
    if (!('type' in news)) {
      if (!this.#inbox.hear(news)) this.#unread.add(news.conversation);
      this.#changed.add(news.conversation);
      if (news.members.length > 0) this.#isPeopleChanged = true;
      // Whether they may still read it is in the store, should nobody tell them in person.
      if (news.members.some(({ person }) => person === this.#person)) this.#unread.add(news.conversation);
      const isCalm = this.#isCalm(news);
      if (isCalm) this.#calmNews += news.head.seq - news.from;
      this.#showing.soon(isCalm ? calmMs(this.#calmNewsBefore) : 0);
    } else if (news.type === 'member') this.#unread.add(news.conversation);
    else if (news.type === 'read') {
      const changed = this.#inbox.hearInPerson(news);
      for (const conversation of changed) this.#changed.add(conversation);
      const isPublic = this.#inbox.isPublic(news.conversation);
      if (changed.length > 0) this.#showing.soon(calmMs(isPublic ? this.#calmNewsBefore : 0));
    } else {
      if (news.type === 'blockedBy') this.#blocksHeard++;
      for (const conversation of this.#inbox.hearInPerson(news)) this.#changed.add(conversation);
      this.#isPeopleChanged = true;
      this.#showing.soon();
    }
  }

  /** Whether it is only that people talk in public; what is taken back is not. */
  #isCalm({ head, from, mentions }: News): boolean {
    const isMeant = mentions.some(({ person }) => person === this.#person);
    return head.kind === 'public' && !isMeant && head.previewOf > from;
  }

  #renamed(person: ChangedPerson): void {
    // Everybody's list hears of everybody's name.
    if (this.#inbox && !this.#inbox.knows(person.id)) return;
    for (const conversation of this.#inbox?.rename(person) ?? []) this.#changed.add(conversation);
    if (this.#changed.size > 0) this.#showing.soon();
    this.#settle().catch((error: unknown) =>
      this.#ports.log.warn({ err: error }, 'whose account has a name could not be read'),
    );
  }

  /** Of people with one name, whose account it is keeps it. */
  async #settle(): Promise<void> {
    for (const [person, name] of this.#inbox?.numbered ?? []) {
      if ((await this.#ports.names.holderOf(name)) !== person) continue;
      for (const conversation of this.#inbox?.prefer(person) ?? []) this.#changed.add(conversation);
      this.#showing.soon();
    }
  }

  /** Reads what has to be read, one thing after the other; when the store is away, again after a pause. */
  async #read(): Promise<void> {
    if (this.#isReading || this.#stopWaiting || this.#isOver) return;
    this.#isReading = true;
    try {
      while (!this.#isOver && (this.#mustReadAll || this.#unread.size > 0)) {
        if (this.#mustReadAll) await this.#readAll();
        else await this.#readOne([...this.#unread][0]!);
        for (const news of this.#news.splice(0)) this.#take(news);
      }
      this.#failures = 0;
    } catch (error) {
      this.#mustReadAll = true;
      this.#news = [];
      this.#readLater(error);
    }
    this.#isReading = false;
  }

  #readLater(error: unknown): void {
    this.#ports.log.warn({ err: error, person: this.#person }, 'an inbox could not be read');
    if (this.#isOver) return;
    const pauseMs = Math.min(AGAIN_MS * 2 ** this.#failures++, MAX_AGAIN_MS);
    this.#stopWaiting = this.#ports.clock.setTimer(this.#ports.clock.now() + pauseMs, () => {
      this.#stopWaiting = null;
      void this.#read();
    });
  }

  async #readAll(): Promise<void> {
    const before = this.#inbox?.conversations ?? [];
    const memberships = await this.#ports.reading.memberships(this.#person);
    const ids = memberships.map(({ conversation }) => conversation);
    // First listening, then reading: nothing is missed in between.
    await Promise.all(ids.map((id) => this.#follow(newsTopic(id), (news) => this.#hear(news))));
    const start = await this.#ports.reading.all(this.#person, memberships);
    this.#inbox = new Inbox(this.#person, start, this.#ports.names.looksOf);
    this.#mustReadAll = false;
    this.#unread.clear();
    await this.#meet(this.#inbox.peers);
    await this.#settle();
    const gone = before.filter((id) => !start.parts.has(id));
    for (const id of gone) this.#unfollow(newsTopic(id));
    this.#isPeopleChanged = true;
    for (const id of [...ids, ...gone]) this.#changed.add(id);
    this.#showing.now();
  }

  async #readOne(conversation: string): Promise<void> {
    await this.#follow(newsTopic(conversation), (news) => this.#hear(news));
    this.#unread.delete(conversation);
    const { part, faces } = await this.#ports.reading.one(this.#person, conversation);
    this.#inbox?.put(conversation, part, faces);
    await this.#settle();
    if (!part) this.#unfollow(newsTopic(conversation));
    await this.#meet(part?.head.pair.filter((each) => each !== this.#person) ?? []);
    this.#isPeopleChanged = true;
    this.#changed.add(conversation);
    this.#showing.soon();
  }

  /** From now on it is known when these people are here. */
  async #meet(people: readonly string[]): Promise<void> {
    const fresh = people.filter((person) => !this.#followed.has(hereTopic(person)));
    if (fresh.length === 0) return;
    await Promise.all(fresh.map((person) => this.#follow(hereTopic(person), (here) => this.#seen(here))));
    const inboxes = await this.#ports.directory.find(fresh.map(inboxKey));
    for (const person of fresh) if ((inboxes.get(inboxKey(person))?.people ?? 0) > 0) this.#here.add(person);
  }

  #seen({ person, isHere }: Here): void {
    if (isHere) this.#here.add(person);
    else this.#here.delete(person);
    this.#isPeopleChanged = true;
    this.#showing.soon();
  }

  async #follow<T>(name: Topic<T>, handler: (message: T) => void): Promise<void> {
    if (this.#followed.has(name)) return;
    const listening = this.listen(name, handler);
    this.#followed.set(name, await listening);
  }

  #unfollow(name: string): void {
    this.#followed.get(name)?.stop();
    this.#followed.delete(name);
  }

  #show(): void {
    const inbox = this.#inbox;
    if (!inbox) return;
    this.#calmNewsBefore = this.#calmNews;
    this.#calmNews = 0;
    for (const id of this.#changed) showRow(this.state, id, inbox.row(id));
    this.#changed.clear();
    if (this.#isPeopleChanged) {
      const online = new Set([...this.#here].filter((person) => inbox.maySeeHere(person)));
      showPeople(this.state, { blocked: inbox.blocked, online, whoMayWrite: inbox.whoMayWrite });
      this.#isPeopleChanged = false;
    }
    this.broadcastPatch();
  }
}
