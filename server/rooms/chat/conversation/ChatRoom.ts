import type { Client } from '@colyseus/core';
import type { z } from 'zod';
import type { Audience } from '../../../../shared/chat/audience.ts';
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationState as Folded,
  Speaker,
} from '../../../../shared/chat/types.ts';
import { mayEnter, mayRead } from '../../../../shared/chat/views.ts';
import { type CommandId, commandId, playerId } from '../../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import {
  chatCommandMessage,
  presenceMessage,
  readMessage,
  typingMessage,
} from '../../../../shared/protocol/chat.ts';
import type { ChatPerson, MessageChanged, Presence } from '../../../../shared/protocol/chat-wire.ts';
import { CLOSE, type CommandReply } from '../../../../shared/protocol/codes.ts';
import { clockMessage } from '../../../../shared/protocol/messages.ts';
import { newConversationState, shownMember, showSettings } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import { Gathering } from '../../guard/gathering.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED } from '../../guard/member.ts';
import { NotOpened } from '../../guard/not-opened.ts';
import { SafeRoom, type Standing } from '../../guard/SafeRoom.ts';
import { entriesTopic, type LobbyNews, type Shown } from '../branch/branch-news.ts';
import { speakerOf } from '../speaker.ts';
import { Attendance } from './attendance.ts';
import { BlocksBetween } from './blocks-between.ts';
import type { ChatRoomPorts, ChatRoomSetup } from './chat-room-ports.ts';
import { Crowd } from './crowd.ts';
import { OwnPart } from './own-part.ts';
import { Passers } from './passers.ts';
import { Reading } from './reading.ts';
import { showEvents } from './show-events.ts';
import { ShownMessages } from './shown-messages.ts';
import { stamped } from './stamped.ts';
import { StoredConversation } from './stored-conversation.ts';
import { TalkOfTable } from './talk-of-table.ts';
import { isUrgent, Wall } from './wall.ts';

type ChatCommandMessage = z.output<typeof chatCommandMessage>;

/** Everybody in one room of a conversation at once. */
export const MAX_CLIENTS = 2_000;
/** Tabs and devices of one person. */
export const SOCKETS_PER_PERSON = 8;
/** Changes that can wait are sent together after this time, ms. */
const GATHER_MS = 200;
/** In a lobby with a crowd messages that come within this time go out together, ms. */
export const LOBBY_CROWD_MS = 200;
/** How often people of a crowd are told how many they are, at most, ms. */
const COUNT_MS = 1_000;

/** What is sent twice is one command. */
const commandOf = ({ person }: Member, { id }: ChatCommandMessage): CommandId =>
  commandId(`${person.id}:${id}`);

/** The room of a conversation. It decides nothing: guard → mailbox → mirror → patch → reply, as for games. */
export class ChatRoom extends SafeRoom<ConversationState> {
  protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
  readonly #ports: ChatRoomPorts;
  #id!: string;
  #stored: StoredConversation | null = null;
  #attendance!: Attendance;
  #messages!: ShownMessages;
  #parts!: OwnPart;
  #reading!: Reading;
  #passers: Passers | null = null;
  /** Only of a lobby. */
  #crowd: Crowd | null = null;
  /** What the talk of a table knows of it; null in every other conversation. */
  #table: TalkOfTable | null = null;
  /** Only in a direct talk. */
  #blocks: BlocksBetween | null = null;
  /** Who wants something from a branch, by command: who wrote is shown when it is stored. */
  readonly #elsewhere = new Map<CommandId, Member['person']>();
  readonly #wall = new Wall();
  readonly #patching: Gathering;

  constructor(ports: ChatRoomPorts) {
    super(ports);
    this.#ports = ports;
    this.#patching = new Gathering(ports.clock, GATHER_MS, () => this.broadcastPatch());
  }

  override async onOpen({ conversation: id, setup }: ChatRoomSetup): Promise<void> {
    const ports = this.#ports;
    this.#id = id;
    this.roomId = id;
    this.maxClients = MAX_CLIENTS;
    this.state = newConversationState();
    this.handle('command', chatCommandMessage, (client, message) =>
      this.#carryOut(this.memberOf(client), message),
    );
    this.handle('typing', typingMessage, (client) => this.#typing(client));
    this.handle('read', readMessage, (client, { no }) => this.#read(client, no));
    this.handle('presence', presenceMessage, (client, { presence }) => this.#present(client, presence));
    this.handle('clock', clockMessage, () => ok({ now: ports.clock.now() }));
    this.#reading = new Reading(id, { ...ports, records: ports.projection.records });
    this.#attendance = new Attendance(this.state, ports, () => this.#patching.soon());
    this.#parts = new OwnPart({
      clock: ports.clock,
      attendance: this.#attendance,
      wall: this.#wall,
      state: () => this.#folded,
      memberOf: (client) => this.memberOf(client),
      socketsOf: (person) => this.socketsOf(person),
      expel: (person, code) => this.expel(person, code),
    });
    this.#messages = new ShownMessages(id, this.state, {
      history: ports.history,
      wall: this.#wall,
      seq: () => this.#conversation.seq,
      send: (changed, isMeant) => this.#send(changed, isMeant),
    });
    this.#stored = await StoredConversation.open(id, {
      ...ports,
      onCommit: (entry, state) => this.#show(entry, state),
      onLost: (reason) => {
        if (!this.isResting) ports.guard.metrics.stops.of('conversation', reason).add();
        this.end(CLOSE.moved);
      },
      shownAs: (person) => this.#attendance.names.numberedNameOf(person),
    });
    await this.#stored.begin(setup);
    showSettings(this.state, this.#folded);
    if (setup.table !== undefined) await this.#followTable(setup.table);
    const newest = await ports.history.before(id, null);
    for (const message of newest.messages) this.#messages.add(message);
    this.state.seq = this.#conversation.seq;
    this.state.lastNo = this.#folded.messageCount;
    await this.#attendance.fill(this.#folded);
    if (setup.kind === 'direct') await this.#followBlocks();
    await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    if (this.#conversation.isLost) throw new NotOpened('moved');
    if (setup.kind !== 'public') return;
    this.crowdMs = LOBBY_CROWD_MS;
    this.#passers = this.#lookAfterPassers();
    this.#crowd = new Crowd({
      clock: ports.clock,
      size: ports.guard.limits.crowdPeople,
      here: () => this.present().length,
      onChange: () => this.#crowdChanged(),
    });
  }

  get #conversation(): StoredConversation {
    if (!this.#stored) throw new Error('not open yet');
    return this.#stored;
  }

  /** The conversation as it is after its last entry. */
  get #folded(): Folded {
    return this.#conversation.state;
  }

  #lookAfterPassers(): Passers {
    return new Passers(this.#id, {
      clock: this.#ports.clock,
      before: () => this.#ports.membersBefore(),
      readings: this.#ports.projection.records.readings,
      state: () => this.#folded,
      isHere: (person) => this.socketsOf(person).length > 0,
      retire: (members) => this.tell({ type: 'retire', members }),
      onTrouble: (error) =>
        this.#ports.log.warn({ err: error, conversation: this.#id }, 'who stays away is remembered for now'),
    });
  }

  async #followTable(code: string): Promise<void> {
    this.#table = new TalkOfTable(this.#id, code, {
      ...this.#ports,
      wall: this.#wall,
      attendance: this.#attendance,
      facts: this.#conversation.facts,
      state: () => this.#folded,
      onReleased: (messages) => {
        for (const message of messages) this.#messages.add(message);
        if (messages.length > 0) this.broadcastPatch();
        else this.#patching.soon();
      },
      onParted: () => {
        for (const client of this.clients) this.#parts.tell(client);
      },
      onSettled: () => this.#countPeople(),
    });
    await this.#table.open((name, handler) => this.listen(name, handler));
  }

  /** In a direct talk: while one of the two has blocked the other, neither sees what the other one does. */
  async #followBlocks(): Promise<void> {
    const [one, other] = [...this.#folded.members.keys()];
    if (!one || !other) return;
    this.#blocks = new BlocksBetween([one, other], {
      ...this.#ports,
      onAnswer: (isApart) => {
        this.#attendance.isApart = isApart;
      },
    });
    await this.#blocks.open((name, handler) => this.listen(name, handler));
  }

  override async onEnter(client: Client, member: Member): Promise<void> {
    const { id } = member.person;
    await this.#blocks?.look();
    const readNo = await this.#reading.upTo(id, this.#folded.messageCount);
    // Who took another name meanwhile has it.
    this.#attendance.enter(client, this.memberOf(client).person, readNo);
    this.#settle();
    this.#parts.tell(client);
    for (const message of this.#wall.heldFor(id)) client.send('changed', this.#changed(message));
    void this.listPeople();
  }

  override async onExit({ person }: Member): Promise<void> {
    this.#attendance.exit(person.id, this.#folded);
    this.#reading.left(person.id);
    this.#settle();
    this.#patching.soon();
    void this.listPeople();
  }

  override async onLeave(client: Client, code?: number): Promise<void> {
    this.#attendance.drop(client);
    this.#settle();
    await super.onLeave(client, code);
  }

  /** Labels: the kind of conversation. */
  override get standing(): Standing {
    return { ...super.standing, labels: [this.#folded.kind ?? 'none'] };
  }

  override async onEnd(): Promise<void> {
    this.#table?.close();
    this.#blocks?.close();
    this.#passers?.close();
    this.#crowd?.close();
    this.#stored?.stop();
    this.#attendance?.close();
    this.#patching.stop();
    await this.#reading?.close();
    await this.#stored?.close();
  }

  protected override async settled(): Promise<void> {
    this.#passers?.close();
    await Promise.all([this.#conversation.settled(), this.#reading.close()]);
  }

  protected override letGo(): object {
    this.#conversation.stop('moved');
    return {};
  }

  protected override lastWrite(): Promise<void> {
    return this.#conversation.idle();
  }

  protected override refusalOf(member: Member): Rejection | null {
    const speaker = speakerOf(member);
    const mayCome = mayEnter(this.#folded, speaker);
    if (!mayCome.ok) return mayCome.error;
    return mayRead(this.#folded, speaker.id) ? null : { code: 'request_pending' };
  }

  /** What a person may read of what was said; null for nothing. Called for history, possibly from another process. */
  sightOf(person: string): Audience | null {
    return mayRead(this.#folded, playerId(person)) ? this.#wall.audienceOf(person) : null;
  }

  /** People as they are shown here. Called for history, possibly from another process. */
  peopleOf(ids: readonly string[]): Promise<ChatPerson[]> {
    return this.#attendance.called(ids);
  }

  /** Who may not come in any more. Called for moderators, possibly from another process. */
  banned(): string[] {
    const { members } = this.#folded;
    return [...members.values()].filter(({ standing }) => standing === 'banned').map(({ id }) => id);
  }

  /** Somebody has another name or marker; they need not be here. */
  #personChanged(person: ChangedPerson): void {
    this.updatePerson(person);
    this.#attendance.renamed(person);
    this.#settle();
    this.#parts.tellAll(person.id);
  }

  /** Carries out what the server itself has to say, or a person says without being here. */
  tell(command: ConversationCommand): Promise<Rejection | null> {
    return this.#conversation.tell(command);
  }

  /** A branch of this lobby is there, in a process with this name. Called by branches, each second. */
  follow(branch: string, people: number): LobbyNews | null {
    if (!this.#crowd) return null;
    this.#crowd.heard(branch, people);
    const shown = [...this.state.members.keys()].map((id): Shown => [id, shownMember(this.state, id)!]);
    return { seq: this.#conversation.seq, online: this.state.online, shown };
  }

  /** Carries out what somebody in a branch wants, as if they were here. */
  async wish(by: Member, message: ChatCommandMessage): Promise<Result<CommandReply, Rejection>> {
    const refusal = mayEnter(this.#folded, await this.#speaker(by));
    if (!refusal.ok) return refusal;
    const command = commandOf(by, message);
    this.#elsewhere.set(command, by.person);
    try {
      return await this.#carryOut(by, message);
    } finally {
      this.#elsewhere.delete(command);
    }
  }

  /** Who asks, with the rights that they have at this moment: a socket outlives them. While nobody can say, nobody has more. */
  async #speaker(by: Member): Promise<Speaker> {
    const isOperator = by.isOperator && (await this.#ports.isOperator(by.person.id).catch(() => false));
    return speakerOf({ ...by, isOperator });
  }

  async #carryOut(by: Member, message: ChatCommandMessage): Promise<Result<CommandReply, Rejection>> {
    const { command: wish } = message;
    const speaker = await this.#speaker(by);
    if (!isUrgent(wish) && !(await this.#isSure())) return err({ code: 'unavailable' });
    const early = this.#wall.refusalOf(speaker.id, wish);
    if (early) return err(early);
    const isShown = (person: string) =>
      this.state.members.has(person) && !this.#wall.isBetween(speaker.id, person);
    const here = { isShown, audience: this.#wall.audienceOf(speaker.id) };
    const command = await stamped(wish, speaker, this.#id, this.#folded, here, this.#ports);
    if (!command.ok) return command;
    const done = await this.#conversation.carryOut(commandOf(by, message), command.value);
    return done.ok ? ok({ seq: done.value.seq, now: this.#ports.clock.now() }) : done;
  }

  /** Whether it is known who is kept from whom at this moment; nobody ever is where there is no table. */
  async #isSure(): Promise<boolean> {
    return this.#table === null || (await this.#table.isSure());
  }

  async #typing(client: Client): Promise<Result<object, Rejection>> {
    const { person, isNamed } = this.memberOf(client);
    const maySpeak = isNamed || this.#folded.kind === 'table';
    if (maySpeak && (await this.#isSure())) {
      await this.#blocks?.look();
      this.#attendance.typing(person.id);
    }
    return ok({});
  }

  async #read(client: Client, no: number): Promise<Result<object, Rejection>> {
    const { id } = this.memberOf(client).person;
    const { kind, messageCount } = this.#folded;
    const upTo = Math.min(no, messageCount);
    if (!this.#attendance.read(id, upTo, kind)) return ok({});
    await this.#reading.note(id, upTo, kind === 'direct' || kind === 'group');
    // Whoever asked has the answer.
    this.#parts.tellAll(id, client);
    return ok({});
  }

  #present(client: Client, presence: Presence): Result<object, Rejection> {
    this.#attendance.present(client, presence);
    this.#settle();
    return ok({});
  }

  /** After an entry is stored: mirror, patch, and what only some need to hear. */
  #show(entry: Entry<ConversationEvent>, state: Folded): void {
    showEvents(entry, state, {
      state: this.state,
      messages: this.#messages,
      parts: this.#parts,
      broadcast: (type, message) => this.broadcast(type, message),
    });
    let author = '';
    for (const event of entry.events) {
      if (event.type !== 'posted') continue;
      this.#ports.guard.metrics.messages.of(state.kind ?? 'none').add();
      author = event.message.author;
      const known = this.#elsewhere.get(entry.commandId);
      if (known) this.#attendance.meet(known);
      this.#attendance.wrote(author, state);
    }
    if (entry.events.some(({ type }) => type === 'memberChanged')) this.#table?.tell();
    if (this.#crowd?.hasBranches) this.#tellBranches(entry, author);
    this.broadcastPatch();
  }

  #tellBranches(entry: Entry<ConversationEvent>, author: string): void {
    const face = author === '' ? null : shownMember(this.state, author);
    this.#ports.topics.publish(entriesTopic(this.#id), { entry, author: face && [author, face] });
  }

  #changed(message: MessageChanged['message']): MessageChanged {
    return { seq: this.#conversation.seq, message };
  }

  #send(changed: MessageChanged, isMeant: (person: string) => boolean): void {
    for (const client of this.clients)
      if (isMeant(this.memberOf(client).person.id)) client.send('changed', changed);
  }

  /** Shows what people did: at once, or as soon as the table says that it tells no secret. */
  #settle(): void {
    if (this.#table) this.#table.settle();
    else this.#countPeople();
  }

  #countPeople(): void {
    this.state.online = this.#crowd?.people ?? this.present().length;
    if (!this.#crowd) return;
    const { isCrowd } = this.#crowd;
    this.#attendance.isCrowd = isCrowd;
    this.#patching.soon(isCrowd ? COUNT_MS : 0);
  }

  #crowdChanged(): void {
    this.keep(this.#crowd?.hasBranches ?? false);
    this.#countPeople();
    void this.listPeople();
  }

  protected override get people(): number {
    return this.#crowd?.people ?? super.people;
  }
}
