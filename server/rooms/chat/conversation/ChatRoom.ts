import type { Client } from '@colyseus/core';
import type { z } from 'zod';
import { conversation } from '../../../../shared/chat/conversation.ts';
import { postedMessage } from '../../../../shared/chat/messages.ts';
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationState as Folded,
  Message,
  Speaker,
} from '../../../../shared/chat/types.ts';
import { mayEnter, mayRead } from '../../../../shared/chat/views.ts';
import { type CommandId, commandId, matchId, type PlayerId, playerId } from '../../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { Match, Receipt } from '../../../../shared/engine/match.ts';
import { openMatch } from '../../../../shared/engine/open-match.ts';
import type { Entropy, Entry, Journal, Snapshots } from '../../../../shared/engine/ports.ts';
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
import { type ChangedPerson, type Member, PERSON_CHANGED } from '../../guard/member.ts';
import { NotOpened } from '../../guard/not-opened.ts';
import { SafeRoom, type SafeRoomPorts } from '../../guard/SafeRoom.ts';
import { type TalkInfo, tableTopic } from '../../table-talk.ts';
import { inboxTopic } from '../chat-topics.ts';
import type { PersonalNews } from '../news.ts';
import type { People } from '../people.ts';
import type { History } from '../records/history.ts';
import { Projection, type ProjectionPorts } from '../records/projection.ts';
import type { ConversationSetup } from '../records/records.ts';
import type { Relations } from '../relations.ts';
import { Attendance } from './attendance.ts';
import { MessageWindow } from './message-window.ts';
import { Passers } from './passers.ts';
import { ReadMarks } from './read-marks.ts';
import type { NamesPort } from './shown-names.ts';
import { isInSight, type Sight } from './sight.ts';
import { type Stamps, stamped } from './stamped.ts';
import { TableTalk } from './wall.ts';

/** Everybody in one conversation at once. */
const MAX_CLIENTS = 2_000;
/** Tabs and devices of one person. */
const SOCKETS_PER_PERSON = 8;
/** Changes that can wait are sent together after this time, ms. */
const GATHER_MS = 200;
/** How long somebody who left may take to hear that it is done, ms. */
const FAREWELL_MS = 500;
/** That somebody was here is noted at most this often, if they have nothing to read, ms. */
const SEEN_EVERY_MS = 24 * 60 * 60 * 1_000;

/** Commands that change nothing of who may see or find what. */
const LIGHT: ReadonlySet<string> = new Set(['post', 'react', 'unreact', 'pin', 'unpin']);

/** What a room is made with. Comes from `ConversationService`, never from a client. */
export interface ChatRoomSetup {
  readonly conversation: string;
  readonly setup: ConversationSetup;
}

export interface ChatRoomPorts extends SafeRoomPorts, Stamps {
  readonly journal: Journal<ConversationEvent>;
  readonly snapshots: Snapshots<Folded>;
  readonly entropy: Entropy;
  readonly history: History;
  readonly people: People;
  readonly names: NamesPort;
  readonly relations: Relations;
  readonly projection: ProjectionPorts;
  /** Tells a person what is new for them alone. */
  tell(person: string, news: PersonalNews): void;
  /** How the table with this code and this talk is now; null when it is closed. */
  talkInfo(table: string, talk: string): Promise<TalkInfo | null>;
  /** Who was in a lobby last before this moment, epoch ms, only passed by. */
  membersBefore(): number;
}

/** The room of a conversation. It decides nothing: guard → mailbox → mirror → patch → reply, as for games. */
export class ChatRoom extends SafeRoom<ConversationState> {
  protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
  readonly #ports: ChatRoomPorts;
  #id!: string;
  #match!: Match<Folded, ConversationCommand>;
  #projection!: Projection;
  #attendance!: Attendance;
  #window!: MessageWindow;
  #passers: Passers | null = null;
  #gathering: (() => void) | null = null;
  readonly #talk = new TableTalk();
  readonly #marks: ReadMarks;
  readonly #facts: Facts<ConversationCommand>;

  constructor(ports: ChatRoomPorts) {
    super(ports);
    this.#ports = ports;
    const { clock, log, projection } = ports;
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
    this.#window = new MessageWindow(this.state);
    this.handle('command', chatCommandMessage, (client, message) => this.#command(client, message));
    this.handle('typing', typingMessage, (client) => this.#typing(client));
    this.handle('read', readMessage, (client, { no }) => this.#read(client, no));
    this.handle('presence', presenceMessage, (client, { presence }) => this.#present(client, presence));
    this.handle('clock', clockMessage, () => ok({ now: this.#ports.clock.now() }));
    const opened = await openMatch(conversation, matchId(id), this.#ports, {
      onCommit: (entry, state) => this.#show(entry, state),
      onStop: (reason) => {
        this.#facts.stop();
        // Whoever has the conversation now writes its records.
        if (reason === 'moved') this.#projection?.close();
        if (reason !== 'closed') this.end(CLOSE.moved);
      },
    });
    if (!opened.ok) throw new NotOpened(opened.error.code);
    this.#match = opened.value;
    this.#attendance = new Attendance(this.state, this.#ports, () => this.#patchSoon());
    this.#projection = await Projection.open(id, this.#match.state, this.#ports.projection, (person) =>
      this.#attendance.numberedNameOf(person),
    );
    if (this.#match.state.kind === null) {
      const refusal = await this.tell({ type: 'open', ...openingOf(setup) });
      if (refusal) throw new NotOpened(refusal.code);
    }
    showSettings(this.state, this.#match.state);
    if (setup.table !== undefined) {
      let isTold = false;
      await this.listen(tableTopic(id), (told) => {
        isTold = true;
        return this.#tableChanged(told, this.#match.seq);
      });
      const info = await this.#ports.talkInfo(setup.table, id);
      // What was told while it was asked is newer.
      if (info && !isTold) await this.#tableChanged(info, 0);
    }
    const newest = await this.#ports.history.before(id, null);
    for (const message of newest.messages) this.#showMessage(message);
    this.state.seq = this.#match.seq;
    this.state.lastNo = this.#match.state.messageCount;
    await this.#attendance.fill(this.#match.state);
    if (setup.kind === 'direct') await this.#followBlocks();
    await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    if (this.#match.stopped) throw new NotOpened('moved');
    if (setup.kind === 'public') this.#passers = this.#lookAfterPassers();
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
    const id = playerId(member.person.id);
    const readNo = await this.#readNoOf(id);
    // Who took another name meanwhile has it.
    this.#attendance.enter(client, this.memberOf(client).person, readNo);
    this.#countPeople();
    this.#sendYou(client);
    for (const message of this.#talk.heldFor(id)) this.#sendChanged(client, message);
  }

  override async onExit({ person }: Member): Promise<void> {
    this.#attendance.exit(person.id, this.#match.state);
    void this.#marks.flush([person.id]);
    this.#countPeople();
    this.#patchSoon();
  }

  override async onLeave(client: Client): Promise<void> {
    this.#attendance.drop(client);
    await super.onLeave(client);
  }

  override async onEnd(): Promise<void> {
    this.#gathering?.();
    this.#passers?.close();
    this.#facts.stop();
    this.#match?.close();
    this.#attendance?.close();
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
  sightOf(person: string): Sight | null {
    return mayRead(this.#match.state, playerId(person)) ? this.#talk.sightOf(person) : null;
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
    const isShown = (person: string) =>
      this.state.members.has(person) && !this.#talk.isBetween(speaker.id, person);
    const audience = this.#talk.audienceOf(speaker.id);
    const early = this.#talk.refusalOf(speaker.id, wish);
    if (early) return err(early);
    const command = await stamped(
      wish,
      speaker,
      this.#id,
      this.#match.state,
      { isShown, audience },
      this.#ports,
    );
    if (!command.ok) return command;
    const done = await this.#carryOut(commandId(`${speaker.id}:${id}`), command.value);
    return done.ok ? ok({ seq: done.value.seq, now: this.#ports.clock.now() }) : done;
  }

  /** What searches, lists and routes go by is in the records: who may see what has changed in them when it is done. */
  async #carryOut(id: CommandId, command: ConversationCommand): Promise<Result<Receipt, Rejection>> {
    const done = await this.#match.dispatch({ commandId: id, by: { kind: 'system' }, command });
    if (done.ok && !LIGHT.has(command.type)) await this.#projection.written(done.value.seq);
    return done;
  }

  #typing(client: Client): Result<object, Rejection> {
    const { person, isNamed } = this.memberOf(client);
    if (isNamed || this.#match.state.kind === 'table') this.#attendance.typing(person.id);
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

  /** How far somebody read who comes in. Whoever comes for the first time has missed nothing. */
  async #readNoOf(person: string): Promise<number> {
    const { readings, members } = this.#ports.projection.records;
    const key = `${this.#id}:${person}`;
    const found = await Promise.all([readings.get(key), members.get(key)]).catch(() => null);
    if (!found) return 0;
    const [reading, member] = found;
    const since = member?.standing === 'active' ? member.since : null;
    if (reading === null && since === null) return this.#match.state.messageCount;
    const no = Math.max(reading?.no ?? 0, since ?? 0, this.#marks.of(person));
    if (since !== null && this.#ports.clock.now() - (reading?.at ?? 0) > SEEN_EVERY_MS)
      this.#marks.note(person, no);
    return no;
  }

  #present(client: Client, presence: Presence): Result<object, Rejection> {
    this.#attendance.present(client, presence);
    return ok({});
  }

  /** After an entry is stored: mirror, patch, and what only some need to hear. */
  #show(entry: Entry<ConversationEvent>, state: Folded): void {
    for (const event of entry.events) {
      if (event.type === 'posted') {
        this.#showMessage(postedMessage(entry.seq, event));
        this.#attendance.wrote(event.message.author, state);
      } else if (event.type === 'memberErased') this.#empty(event.person);
      else if (event.type === 'memberChanged') this.#memberChanged(event.member.id, state);
      else if ('target' in event) this.#changed(entry.seq, event);
    }
    showSettings(this.state, state);
    this.state.seq = entry.seq;
    this.state.lastNo = state.messageCount;
    this.broadcastPatch();
    this.#projection.add(entry, state);
  }

  /** Somebody wants to be forgotten. Pages tell by it what to empty of older messages. */
  #empty(person: PlayerId): void {
    this.#window.empty(person);
    this.#talk.empty(person);
    this.broadcast('erased', { person } satisfies PersonErased);
  }

  #changed(seq: number, event: Extract<ConversationEvent, { readonly target: number }>): void {
    if (this.#window.change(event)) return;
    const held = this.#talk.changed(event);
    if (held) this.#sendHeld(held);
    else void this.#sendOlder(seq, event.target);
  }

  /** A message beyond the window is sent by itself as the store has it now. */
  async #sendOlder(seq: number, target: number): Promise<void> {
    const message = await this.#ports.history.message(this.#id, target).catch(() => null);
    if (message && !this.#isHeld(message))
      this.broadcast('changed', { seq, message } satisfies MessageChanged);
  }

  #showMessage(message: Message): void {
    if (this.#isHeld(message) || this.#window.add(message)) return;
    this.broadcast('changed', { seq: this.#match.seq, message } satisfies MessageChanged);
  }

  /** Whether a message is for one side only now; then those who may see it have got it. */
  #isHeld(message: Message): boolean {
    if (!this.#talk.holds(message)) return false;
    this.#sendHeld(message);
    return true;
  }

  #sendHeld(message: Message): void {
    for (const client of this.clients) {
      const sight = this.#talk.sightOf(this.memberOf(client).person.id);
      if (isInSight(message, sight)) this.#sendChanged(client, message);
    }
  }

  #sendChanged(client: Client, message: Message): void {
    client.send('changed', { seq: this.#match.seq, message } satisfies MessageChanged);
  }

  async #tableChanged({ members, keeper, seats = [], banned = [] }: TalkInfo, seq: number): Promise<void> {
    const released = this.#talk.change(keeper, seq);
    this.#attendance.sit(keeper ? [...seats, keeper] : seats);
    this.#attendance.hold(keeper, this.#match.state);
    for (const message of released) this.#showMessage(message);
    this.#countPeople();
    if (released.length > 0) this.broadcastPatch();
    else this.#patchSoon();
    const told = banned.map(playerId).map((person) =>
      this.#facts.tell(`ban ${person}`, () => {
        const isBanned = this.#match.state.members.get(person)?.standing === 'banned';
        return isBanned ? null : { type: 'ban', by: SERVER, person };
      }),
    );
    if (members) {
      told.push(this.#facts.tell('seat', () => ({ type: 'seat', members: members.map(playerId) })));
    }
    await Promise.all(told);
  }

  /** While there is a secret, the number of people stands still: who comes and goes could tell it. */
  #countPeople(): void {
    if (this.#talk.keeper === null) this.state.online = this.present().length;
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
    } satisfies YouMessage);
  }

  #patchSoon(): void {
    this.#gathering ??= this.#ports.clock.setTimer(this.#ports.clock.now() + GATHER_MS, () => {
      this.#gathering = null;
      this.broadcastPatch();
    });
  }
}

/** Whoever acts for nobody in particular. */
const SERVER: Speaker = { id: playerId(''), isNamed: true, isOperator: true };

const openingOf = ({ kind, members, trusted, settings }: ConversationSetup) => ({
  kind,
  members: members.map(playerId),
  trusted: trusted.map(playerId),
  settings,
});

export const speakerOf = ({ person, isNamed, isOperator }: Member): Speaker => ({
  id: playerId(person.id),
  isNamed,
  isOperator,
});
