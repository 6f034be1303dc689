import type { Client } from '@colyseus/core';
import type { z } from 'zod';
import type { ConversationEvent, ConversationState as Folded } from '../../../../shared/chat/types.ts';
import { mayEnter } from '../../../../shared/chat/views.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import {
  chatCommandMessage,
  presenceMessage,
  readMessage,
  typingMessage,
} from '../../../../shared/protocol/chat.ts';
import type { MessageChanged } from '../../../../shared/protocol/chat-wire.ts';
import { CLOSE, type CommandReply } from '../../../../shared/protocol/codes.ts';
import { clockMessage } from '../../../../shared/protocol/messages.ts';
import {
  hideMember,
  newConversationState,
  showMember,
  showSettings,
} from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import { Gathering } from '../../guard/gathering.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED } from '../../guard/member.ts';
import { NotOpened } from '../../guard/not-opened.ts';
import { SafeRoom } from '../../guard/SafeRoom.ts';
import { LOBBY_CROWD_MS, MAX_CLIENTS, SOCKETS_PER_PERSON } from '../conversation/ChatRoom.ts';
import type { ChatRoomPorts } from '../conversation/chat-room-ports.ts';
import { OwnPart } from '../conversation/own-part.ts';
import { Reading } from '../conversation/reading.ts';
import { showEvents } from '../conversation/show-events.ts';
import { ShownMessages } from '../conversation/shown-messages.ts';
import { Wall } from '../conversation/wall.ts';
import { speakerOf } from '../speaker.ts';
import { branchId, type EntryNews, entriesTopic, type LobbyNews, type Shown } from './branch-news.ts';
import { FollowedConversation, NewerEntries } from './followed-conversation.ts';

type Wish = z.output<typeof chatCommandMessage>;

/** How often a branch says that it is there, and hears how far the lobby is, ms. */
const BEAT_MS = 1_000;
/** Changes that can wait are sent together after this time, ms. */
const GATHER_MS = 200;
/** What is told with no message waits for one so long, ms. */
const CALM_MS = 2_000;

export interface BranchRoomPorts extends ChatRoomPorts {
  /** Says to the owner of a lobby that a branch is there with so many people; null when there is no such lobby. May reject. */
  follow(conversation: string, branch: string, people: number): Promise<LobbyNews | null>;
  /** Has the owner of a lobby carry out what somebody in a branch wants; null when there is no such lobby. May reject. */
  wish(conversation: string, by: Member, wish: Wish): Promise<Result<CommandReply, Rejection> | null>;
}

/**
 * A lobby with many people in a process that does not own it. It writes nothing: what people want is carried out by the
 * owner, and what was stored comes back as entries, in the order of the store.
 */
export class BranchRoom extends SafeRoom<ConversationState> {
  protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
  protected override crowdMs = LOBBY_CROWD_MS;
  readonly #ports: BranchRoomPorts;
  #conversation!: string;
  #followed!: FollowedConversation;
  #messages!: ShownMessages;
  #parts!: OwnPart;
  #reading: Reading | null = null;
  readonly #readNos = new Map<string, number>();
  readonly #patching: Gathering;
  #stopBeat: () => void = () => {};
  #isOver = false;

  constructor(ports: BranchRoomPorts) {
    super(ports);
    this.#ports = ports;
    this.#patching = new Gathering(ports.clock, GATHER_MS, () => this.broadcastPatch());
  }

  override async onOpen({ conversation }: { readonly conversation: string }): Promise<void> {
    const ports = this.#ports;
    this.#conversation = conversation;
    this.roomId = branchId(ports.directory.process, conversation);
    this.maxClients = MAX_CLIENTS;
    this.state = newConversationState();
    this.handle('command', chatCommandMessage, (client, wish) => this.#command(client, wish));
    this.handle('read', readMessage, (client, { no }) => this.#read(client, no));
    // Of a crowd nobody is shown what single people do.
    this.handle('typing', typingMessage, () => ok({}));
    this.handle('presence', presenceMessage, () => ok({}));
    this.handle('clock', clockMessage, () => ok({ now: ports.clock.now() }));
    this.#reading = new Reading(conversation, { ...ports, records: ports.projection.records });
    const wall = new Wall();
    this.#parts = new OwnPart({
      clock: ports.clock,
      attendance: {
        readNoOf: (person) => this.#readNos.get(person) ?? 0,
        changed: () => {},
        erased: () => {},
      },
      wall,
      state: () => this.#followed.state,
      memberOf: (client) => this.memberOf(client),
      socketsOf: (person) => this.socketsOf(person),
      expel: (person, code) => this.expel(person, code),
    });
    this.#messages = new ShownMessages(conversation, this.state, {
      history: ports.history,
      wall,
      seq: () => this.#followed.seq,
      send: (changed) => this.#send(changed),
    });
    // First listening, then reading: nothing is missed in between.
    const early: EntryNews[] = [];
    let hear = (news: EntryNews): void => void early.push(news);
    await this.listen(entriesTopic(conversation), (news) => hear(news));
    this.#followed = await FollowedConversation.open(conversation, {
      ...ports,
      onEntry: (entry, state) => this.#show(entry, state),
    }).catch((error: unknown) => {
      // There is no branch here: whoever wants to come in goes to the owner.
      throw error instanceof NewerEntries ? new NotOpened('gone') : error;
    });
    if (this.#followed.state.kind !== 'public') throw new NotOpened('gone');
    showSettings(this.state, this.#followed.state);
    const newest = await ports.history.before(conversation, this.#followed.seq + 1);
    for (const message of newest.messages) this.#messages.add(message);
    this.state.seq = this.#followed.seq;
    this.state.lastNo = this.#followed.state.messageCount;
    hear = (news) => this.#hear(news);
    for (const news of early) this.#hear(news);
    await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    await this.#follow();
    this.#beat();
  }

  override async onEnter(client: Client, { person: { id } }: Member): Promise<void> {
    const readNo = (await this.#reading?.upTo(id, this.#followed.state.messageCount)) ?? 0;
    this.#readNos.set(id, Math.max(readNo, this.#readNos.get(id) ?? 0));
    this.#parts.tell(client);
  }

  override async onExit({ person: { id } }: Member): Promise<void> {
    this.#reading?.left(id);
    this.#readNos.delete(id);
  }

  override async onEnd(): Promise<void> {
    this.#isOver = true;
    this.#stopBeat();
    this.#patching.stop();
    await this.#reading?.close();
  }

  protected override refusalOf(member: Member): Rejection | null {
    const mayCome = mayEnter(this.#followed.state, speakerOf(member));
    return mayCome.ok ? null : mayCome.error;
  }

  async #command(client: Client, wish: Wish): Promise<Result<CommandReply, Rejection>> {
    const done = await this.#ports.wish(this.#conversation, this.memberOf(client), wish);
    if (!done) return err({ code: 'gone' });
    // Whoever hears that it is done sees it. What cannot be read now comes by itself.
    if (done.ok) await this.#followed.reach(done.value.seq).catch(() => {});
    return done;
  }

  async #read(client: Client, no: number): Promise<Result<object, Rejection>> {
    const { id } = this.memberOf(client).person;
    const upTo = Math.min(no, this.#followed.state.messageCount);
    if (upTo <= (this.#readNos.get(id) ?? 0)) return ok({});
    this.#readNos.set(id, upTo);
    await this.#reading?.note(id, upTo, false);
    this.#parts.tellAll(id, client);
    return ok({});
  }

  #personChanged(person: ChangedPerson): void {
    this.updatePerson(person);
    this.#parts.tellAll(person.id);
  }

  #hear({ entry, author }: EntryNews): void {
    if (author) this.#showPeople([author]);
    this.#followed.take(entry);
  }

  #show(entry: Entry<ConversationEvent>, state: Folded): void {
    showEvents(entry, state, {
      state: this.state,
      messages: this.#messages,
      parts: this.#parts,
      broadcast: (type, message) => this.broadcast(type, message),
    });
    this.broadcastPatch();
  }

  #send(changed: MessageChanged): void {
    for (const client of this.clients) client.send('changed', changed);
  }

  /** Says again and again that this branch is there. While the owner does not answer, people stay and see nothing new. */
  #beat(): void {
    const { clock, log } = this.#ports;
    this.#stopBeat = clock.setTimer(clock.now() + BEAT_MS, async () => {
      try {
        await this.#follow();
      } catch (error) {
        // The owner runs a newer program: it has those who are here.
        if (error instanceof NewerEntries) return this.end(CLOSE.moved);
        log.warn({ err: error, conversation: this.#conversation }, 'a branch does not hear of its lobby');
      }
      if (!this.#isOver) this.#beat();
    });
  }

  async #follow(): Promise<void> {
    const { follow, directory } = this.#ports;
    const news = await follow(this.#conversation, directory.process, this.present().length);
    if (this.#isOver) return;
    if (!news) return this.end(CLOSE.gone);
    this.state.online = news.online;
    this.#showPeople(news.shown);
    this.#patching.soon(CALM_MS);
    await this.#followed.reach(news.seq);
    // Of somebody who wrote meanwhile the owner did not speak yet.
    if (news.seq < this.#followed.seq) return;
    const shown = new Set(news.shown.map(([id]) => id));
    for (const id of [...this.state.members.keys()]) if (!shown.has(id)) hideMember(this.state, id);
    this.#patching.soon(CALM_MS);
  }

  #showPeople(people: readonly Shown[]): void {
    for (const [id, face] of people) showMember(this.state, id, face);
  }
}
