import type { Client } from '@colyseus/core';
import type { z } from 'zod';
import type { Audience } from '../../../../shared/chat/audience.ts';
import { conversation } from '../../../../shared/chat/conversation.ts';
import { postedMessage } from '../../../../shared/chat/messages.ts';
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationState as Folded,
  Speaker,
} from '../../../../shared/chat/types.ts';
import { mayEnter, mayRead } from '../../../../shared/chat/views.ts';
import { type CommandId, commandId, matchId, playerId } from '../../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { Match, Receipt } from '../../../../shared/engine/match.ts';
import { openMatch } from '../../../../shared/engine/open-match.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import {
  chatCommandMessage,
  presenceMessage,
  readMessage,
  typingMessage,
} from '../../../../shared/protocol/chat.ts';
import type {
  ChatPerson,
  MessageChanged,
  PersonErased,
  Presence,
  YouMessage,
} from '../../../../shared/protocol/chat-wire.ts';
import { CLOSE, type CommandReply } from '../../../../shared/protocol/codes.ts';
import { clockMessage } from '../../../../shared/protocol/messages.ts';
import { newConversationState, showSettings } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import { Facts } from '../../guard/facts.ts';
import { Gathering } from '../../guard/gathering.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED } from '../../guard/member.ts';
import { NotOpened } from '../../guard/not-opened.ts';
import { SafeRoom } from '../../guard/SafeRoom.ts';
import { inboxTopic } from '../chat-topics.ts';
import { Projection } from '../records/projection.ts';
import type { ConversationSetup } from '../records/records.ts';
import { speakerOf } from '../speaker.ts';
import { Attendance } from './attendance.ts';
import type { ChatRoomPorts, ChatRoomSetup } from './chat-room-ports.ts';
import { Passers } from './passers.ts';
import { ReadMarks, readUpTo } from './read-marks.ts';
import { ShownMessages } from './shown-messages.ts';
import { stamped } from './stamped.ts';
import { TalkOfTable } from './talk-of-table.ts';
import { isUrgent, Wall } from './wall.ts';

/** Everybody in one conversation at once. */
const MAX_CLIENTS = 2_000;
/** Tabs and devices of one person. */
const SOCKETS_PER_PERSON = 8;
/** Changes that can wait are sent together after this time, ms. */
const GATHER_MS = 200;
/** How long somebody who left may take to hear that it is done, ms. */
const FAREWELL_MS = 500;

/** Commands that change nothing of who may see or find what. */
const LIGHT: ReadonlySet<string> = new Set(['post', 'react', 'unreact', 'pin', 'unpin']);

/** The room of a conversation. It decides nothing: guard → mailbox → mirror → patch → reply, as for games. */
export class ChatRoom extends SafeRoom<ConversationState> {
  protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
  readonly #ports: ChatRoomPorts;
  #id!: string;
  #match!: Match<Folded, ConversationCommand>;
  #projection!: Projection;
  #attendance!: Attendance;
  #messages!: ShownMessages;
  #passers: Passers | null = null;
  /** What the talk of a table knows of it; null in every other conversation. */
  #table: TalkOfTable | null = null;
  readonly #wall = new Wall();
  readonly #marks: ReadMarks;
  readonly #facts: Facts<ConversationCommand>;
  readonly #patching: Gathering;

  constructor(ports: ChatRoomPorts) {
    super(ports);
    this.#ports = ports;
    const { clock, log, projection } = ports;
    this.#patching = new Gathering(clock, GATHER_MS, () => this.broadcastPatch());
    this.#marks = new ReadMarks({
      clock,
      store: async (person, no) => {
        const at = clock.now();
        await projection.records.readings.put(`${this.#id}:${person}`, { no, at }, { rank: at });
        this.#tellRead(person, no);
      },
      onTrouble: (error) =>
        log.warn({ err: error, conversation: this.#id }, 'how far somebody read is not stored yet'),
    });
    this.#facts = new Facts<ConversationCommand>(ports, (command) =>
      this.#carryOut(this.#match.ownId(command.type), command),
    );
  }

  override async onOpen({ conversation: id, setup }: ChatRoomSetup): Promise<void> {
    this.#id = id;
    this.roomId = id;
    this.maxClients = MAX_CLIENTS;
    this.state = newConversationState();
    this.handle('command', chatCommandMessage, (client, message) => this.#command(client, message));
    this.handle('typing', typingMessage, (client) => this.#typing(client));
    this.handle('read', readMessage, (client, { no }) => this.#read(client, no));
    this.handle('presence', presenceMessage, (client, { presence }) => this.#present(client, presence));
    this.handle('clock', clockMessage, () => ok({ now: this.#ports.clock.now() }));
    this.#match = await this.#openMatch();
    this.#attendance = new Attendance(this.state, this.#ports, () => this.#patching.soon());
    this.#messages = new ShownMessages(id, this.state, {
      history: this.#ports.history,
      wall: this.#wall,
      seq: () => this.#match.seq,
      send: (changed, isMeant) => this.#send(changed, isMeant),
    });
    this.#projection = await Projection.open(id, this.#match.state, this.#ports.projection, (person) =>
      this.#attendance.names.numberedNameOf(person),
    );
    if (this.#match.state.kind === null) {
      const refusal = await this.tell({ type: 'open', ...openingOf(setup) });
      if (refusal) throw new NotOpened(refusal.code);
    }
    showSettings(this.state, this.#match.state);
    if (setup.table !== undefined) await this.#followTable(setup.table);
    const newest = await this.#ports.history.before(id, null);
    for (const message of newest.messages) this.#messages.add(message);
    this.state.seq = this.#match.seq;
    this.state.lastNo = this.#match.state.messageCount;
    await this.#attendance.fill(this.#match.state);
    if (setup.kind === 'direct') await this.#followBlocks();
    await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    if (this.#match.stopped) throw new NotOpened('moved');
    if (setup.kind === 'public') this.#passers = this.#lookAfterPassers();
  }

  async #openMatch(): Promise<Match<Folded, ConversationCommand>> {
    const opened = await openMatch(conversation, matchId(this.#id), this.#ports, {
      onCommit: (entry, state) => this.#show(entry, state),
      onStop: (reason) => {
        this.#facts.stop();
        // Whoever has the conversation now writes its records.
        if (reason === 'moved') this.#projection?.close();
        if (reason !== 'closed') this.end(CLOSE.moved);
      },
    });
    if (!opened.ok) throw new NotOpened(opened.error.code);
    return opened.value;
  }

  #lookAfterPassers(): Passers {
    return new Passers(this.#id, {
      clock: this.#ports.clock,
      before: () => this.#ports.membersBefore(),
      readings: this.#ports.projection.records.readings,
      state: () => this.#match.state,
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
      facts: this.#facts,
      state: () => this.#match.state,
      onReleased: (messages) => {
        for (const message of messages) this.#messages.add(message);
        if (messages.length > 0) this.broadcastPatch();
        else this.#patching.soon();
      },
      onParted: () => {
        for (const client of this.clients) this.#sendYou(client);
      },
      onSettled: () => this.#countPeople(),
    });
    await this.#table.open((name, handler) => this.listen(name, handler));
  }

  /** In a direct talk: while one of the two has blocked the other, neither sees what the other one does. */
  async #followBlocks(): Promise<void> {
    const [one, other] = [...this.#match.state.members.keys()];
    if (!one || !other) return;
    const look = async () => {
      this.#attendance.isApart = await this.#ports.relations.areApart(one, other);
    };
    await this.listen(inboxTopic(one), (news) => {
      if ((news.type === 'blocked' || news.type === 'blockedBy') && news.person === other) return look();
    });
    await look();
  }

  override async onEnter(client: Client, member: Member): Promise<void> {
    const { id } = member.person;
    const { clock, projection } = this.#ports;
    const records = { ...projection.records, conversation: this.#id, marks: this.#marks, clock };
    const readNo = await readUpTo(id, this.#match.state.messageCount, records);
    // Who took another name meanwhile has it.
    this.#attendance.enter(client, this.memberOf(client).person, readNo);
    this.#settle();
    this.#sendYou(client);
    for (const message of this.#wall.heldFor(id)) client.send('changed', this.#changed(message));
  }

  override async onExit({ person }: Member): Promise<void> {
    this.#attendance.exit(person.id, this.#match.state);
    void this.#marks.flush([person.id]);
    this.#settle();
    this.#patching.soon();
  }

  override async onLeave(client: Client): Promise<void> {
    this.#attendance.drop(client);
    this.#settle();
    await super.onLeave(client);
  }

  override async onEnd(): Promise<void> {
    this.#table?.close();
    this.#passers?.close();
    this.#facts.stop();
    this.#match?.close();
    this.#attendance?.close();
    this.#patching.stop();
    await this.#marks.close();
    await this.#projection?.settled();
    this.#projection?.close();
  }

  /** Whether a person may come in: called for the seat route, possibly from another process. */
  admits(speaker: Speaker): Rejection | null {
    const mayCome = mayEnter(this.#match.state, speaker);
    if (!mayCome.ok) return mayCome.error;
    if (!mayRead(this.#match.state, speaker.id)) return { code: 'request_pending' };
    return this.hasReachedMaxClients() ? { code: 'busy' } : null;
  }

  /** What a person may read of what was said; null for nothing. Called for history, possibly from another process. */
  sightOf(person: string): Audience | null {
    return mayRead(this.#match.state, playerId(person)) ? this.#wall.audienceOf(person) : null;
  }

  /** People as they are shown here. Called for history, possibly from another process. */
  peopleOf(ids: readonly string[]): Promise<ChatPerson[]> {
    return this.#attendance.called(ids);
  }

  /** Who may not come in any more. Called for moderators, possibly from another process. */
  banned(): string[] {
    const { members } = this.#match.state;
    return [...members.values()].filter(({ standing }) => standing === 'banned').map(({ id }) => id);
  }

  /** Somebody has another name or marker; they need not be here. */
  #personChanged(person: ChangedPerson): void {
    this.updatePerson(person);
    this.#attendance.renamed(person);
    this.#settle();
    for (const client of this.socketsOf(person.id)) this.#sendYou(client);
  }

  /** Carries out what the server itself has to say, or a person says without being here. */
  async tell(command: ConversationCommand): Promise<Rejection | null> {
    // A person is forgotten once, however often it has to be said.
    const id = command.type === 'erase' ? commandId(`erase-${command.person}`) : this.#match.ownId('room');
    const done = await this.#carryOut(id, command);
    return done.ok ? null : done.error;
  }

  async #command(
    client: Client,
    { id, command: wish }: z.output<typeof chatCommandMessage>,
  ): Promise<Result<CommandReply, Rejection>> {
    const speaker = speakerOf(this.memberOf(client));
    if (!isUrgent(wish) && !(await this.#isSure())) return err({ code: 'unavailable' });
    const early = this.#wall.refusalOf(speaker.id, wish);
    if (early) return err(early);
    const isShown = (person: string) =>
      this.state.members.has(person) && !this.#wall.isBetween(speaker.id, person);
    const here = { isShown, audience: this.#wall.audienceOf(speaker.id) };
    const command = await stamped(wish, speaker, this.#id, this.#match.state, here, this.#ports);
    if (!command.ok) return command;
    const done = await this.#carryOut(commandId(`${speaker.id}:${id}`), command.value);
    return done.ok ? ok({ seq: done.value.seq, now: this.#ports.clock.now() }) : done;
  }

  /** Whether it is known who is kept from whom at this moment; nobody ever is where there is no table. */
  async #isSure(): Promise<boolean> {
    return this.#table === null || (await this.#table.isSure());
  }

  /** What searches, lists and routes go by is in the records: who may see what has changed in them when it is done. */
  async #carryOut(id: CommandId, command: ConversationCommand): Promise<Result<Receipt, Rejection>> {
    const done = await this.#match.dispatch({ commandId: id, by: { kind: 'system' }, command });
    if (done.ok && !LIGHT.has(command.type)) await this.#projection.written(done.value.seq);
    return done;
  }

  async #typing(client: Client): Promise<Result<object, Rejection>> {
    const { person, isNamed } = this.memberOf(client);
    const maySpeak = isNamed || this.#match.state.kind === 'table';
    if (maySpeak && (await this.#isSure())) this.#attendance.typing(person.id);
    return ok({});
  }

  async #read(client: Client, no: number): Promise<Result<object, Rejection>> {
    const { id } = this.memberOf(client).person;
    const upTo = Math.min(no, this.#match.state.messageCount);
    if (!this.#attendance.read(id, upTo, this.#match.state.kind)) return ok({});
    this.#marks.note(id, upTo);
    const { kind } = this.#match.state;
    if (kind === 'direct' || kind === 'group') await this.#marks.flush([id]);
    else this.#tellRead(id, upTo);
    // Whoever asked has the answer.
    for (const other of this.socketsOf(id)) if (other !== client) this.#sendYou(other);
    return ok({});
  }

  /** Lists know at once what is stored a little later, and hear it again when it is, who opened meanwhile. */
  #tellRead(person: string, no: number): void {
    this.#ports.tell(person, { type: 'read', conversation: this.#id, no });
  }

  #present(client: Client, presence: Presence): Result<object, Rejection> {
    this.#attendance.present(client, presence);
    this.#settle();
    return ok({});
  }

  /** After an entry is stored: mirror, patch, and what only some need to hear. */
  #show(entry: Entry<ConversationEvent>, state: Folded): void {
    for (const event of entry.events) {
      if (event.type === 'posted') {
        this.#messages.add(postedMessage(entry.seq, event));
        this.#attendance.wrote(event.message.author, state);
      } else if (event.type === 'memberErased') {
        this.#messages.empty(event.person);
        this.broadcast('erased', { person: event.person } satisfies PersonErased);
      } else if (event.type === 'memberChanged') this.#memberChanged(event.member.id, state);
      else if ('target' in event) this.#messages.change(entry.seq, event);
    }
    showSettings(this.state, state);
    this.state.seq = entry.seq;
    this.state.lastNo = state.messageCount;
    this.broadcastPatch();
    this.#projection.add(entry, state);
  }

  #changed(message: MessageChanged['message']): MessageChanged {
    return { seq: this.#match.seq, message };
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
    this.state.online = this.present().length;
  }

  #memberChanged(person: string, state: Folded): void {
    this.#attendance.changed(person, state);
    if (!mayRead(state, playerId(person))) this.#expelSoon(person, state);
    else for (const client of this.socketsOf(person)) this.#sendYou(client);
  }

  /** Who leaves shall get the answer before the door closes; who is thrown out need not. */
  #expelSoon(person: string, state: Folded): void {
    const standing = state.members.get(playerId(person))?.standing;
    if (standing === 'left') {
      this.#ports.clock.setTimer(this.#ports.clock.now() + FAREWELL_MS, () => {
        // Who came back meanwhile stays.
        if (!mayRead(this.#match.state, playerId(person))) this.expel(person, CLOSE.gone);
      });
    } else this.expel(person, standing === 'banned' ? CLOSE.banned : CLOSE.kicked);
  }

  #sendYou(client: Client): void {
    const { person, isNamed } = this.memberOf(client);
    const member = this.#match.state.members.get(playerId(person.id));
    client.send('you', {
      id: person.id,
      standing: member?.standing ?? 'none',
      role: member?.role ?? 'member',
      isNamed,
      mutedUntil: member?.mutedUntil ?? 0,
      readNo: this.#attendance.readNoOf(person.id),
      audience: this.#wall.audienceOf(person.id),
    } satisfies YouMessage);
  }
}

const openingOf = ({ kind, members, trusted, settings }: ConversationSetup) => ({
  kind,
  members: members.map(playerId),
  trusted: trusted.map(playerId),
  settings,
});
