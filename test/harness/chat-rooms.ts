import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchMaker, Server } from '@colyseus/core';
import type { Room } from '@colyseus/sdk';
import { ColyseusTestServer } from '@colyseus/testing';
import { nanoid } from 'nanoid';
import { type Limits, readConfig } from '../../server/config.ts';
import { Budget } from '../../server/http/budgets.ts';
import { looksOf } from '../../server/identity/looks.ts';
import { systemClock } from '../../server/infra/clock.ts';
import { installGuard } from '../../server/infra/colyseus/guard.ts';
import { systemEntropy } from '../../server/infra/entropy.ts';
import { Topics } from '../../server/infra/topics.ts';
import { Metrics } from '../../server/metrics/metrics.ts';
import { chatParts } from '../../server/parts/chat.ts';
import type { ConversationService } from '../../server/rooms/chat/conversation-service.ts';
import type { PersonalData } from '../../server/rooms/chat/forgetting/personal-data.ts';
import type { History } from '../../server/rooms/chat/records/history.ts';
import type { chatRecords } from '../../server/rooms/chat/records/records.ts';
import type { Relations } from '../../server/rooms/chat/relations.ts';
import { speakerOf } from '../../server/rooms/chat/speaker.ts';
import { PERSON_CHANGED, type Visitor } from '../../server/rooms/guard/member.ts';
import { RoomGuard } from '../../server/rooms/guard/room-guard.ts';
import { type Silenced, type TalkInfo, tableTopic } from '../../server/rooms/table-talk.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import { SILENT } from '../../shared/core/rules.ts';
import type { ChatPerson, MessageChanged, YouMessage } from '../../shared/protocol/chat-wire.ts';
import { fakeLog } from './fakes.ts';
import { freePort } from './free-port.ts';
import { quietTransport } from './quiet-transport.ts';
import { roomsHere } from './rooms-here.ts';

const KEEP_MEMBERS_MS = 90 * 24 * 60 * 60 * 1_000;

/** How much later than a change the news of it come, when they are late, ms. */
const LATE_MS = 1_000;

/** What is said of a table that nothing was said of. */
const PLAIN_TABLE: TalkInfo = {
  seq: 0,
  hasSecrets: true,
  wall: null,
  members: null,
  seats: [],
  banned: [],
  letBackIn: [],
};

/** The tables of talks, as far as these know them. */
interface FakeTables {
  readonly infos: Map<string, TalkInfo>;
  /** Who may not write in a talk, as it told its table last. */
  readonly silenced: Map<string, readonly Silenced[]>;
  news: 'prompt' | 'late' | 'lost';
  /** What a table says when it is asked. */
  answer(talk: string): Promise<TalkInfo | null>;
  /** Prompt news and answers again. */
  reset(): void;
}

/** Chat rooms in this process, on a real store in a folder of their own. */
export class ChatRooms {
  readonly storage: Storage;
  readonly conversations: ConversationService;
  readonly history: History;
  readonly relations: Relations;
  readonly personalData: PersonalData;
  readonly records: ReturnType<typeof chatRecords>;
  readonly log = fakeLog();
  /** As the rooms have them that are made from now on. */
  readonly limits: { -readonly [K in keyof Limits]: Limits[K] };
  readonly topics: Topics;
  readonly tables: FakeTables;
  /** Names of accounts, and whose they are. */
  readonly held: Map<string, string>;
  /** Ids of those who look after the server at this moment. */
  readonly operators: Set<string>;
  readonly #colyseus: ColyseusTestServer;
  readonly #directory: string;
  readonly #people: Map<string, ChatPerson>;
  readonly #changes = new WeakMap<Room, MessageChanged[]>();
  readonly #yous = new WeakMap<Room, YouMessage>();
  readonly #frames = new WeakMap<Room, { count: number }>();

  private constructor(
    storage: Storage,
    parts: ReturnType<typeof chatParts>,
    colyseus: ColyseusTestServer,
    directory: string,
    people: Map<string, ChatPerson>,
    topics: Topics,
    tables: FakeTables,
    held: Map<string, string>,
    operators: Set<string>,
    limits: Limits,
  ) {
    this.limits = limits;
    this.operators = operators;
    this.held = held;
    this.tables = tables;
    this.topics = topics;
    this.storage = storage;
    this.conversations = parts.conversations;
    this.history = parts.history;
    this.relations = parts.relations;
    this.personalData = parts.personalData;
    this.records = parts.records;
    this.#colyseus = colyseus;
    this.#directory = directory;
    this.#people = people;
  }

  static async start(): Promise<ChatRooms> {
    const log = fakeLog();
    const limits = { ...readConfig({}).limits };
    installGuard({ log, limits });
    const directory = mkdtempSync(join(tmpdir(), 'color-clues-chat-'));
    const storage = await sqliteStorage({ directory, log });
    const people = new Map<string, ChatPerson>();
    const held = new Map<string, string>();
    const operators = new Set<string>();
    const known = async (talk: string) => tables.infos.get(talk) ?? PLAIN_TABLE;
    const tables: FakeTables = {
      infos: new Map(),
      silenced: new Map(),
      news: 'prompt',
      answer: known,
      reset: () => Object.assign(tables, { news: 'prompt', answer: known }),
    };
    const topics = new Topics(log);
    const server = new Server({
      transport: quietTransport(),
      greet: false,
      gracefullyShutdown: false,
    });
    const asks = new Budget(limits.asksOfPerson, limits.asksSeconds);
    const parts = chatParts({
      storage,
      clock: systemClock(),
      entropy: systemEntropy(),
      log,
      guard: new RoomGuard(limits, log, new Metrics()),
      topics,
      ...roomsHere(topics, log),
      people: { byIds: async (ids) => ids.map((id) => people.get(id)).filter((each) => each !== undefined) },
      names: { looksOf, holderOf: async (name) => held.get(name) ?? null },
      mayBeAsked: (person) => asks.allows(person),
      isRude: (text) => text.includes('darn'),
      isOperator: async (person) => operators.has(person),
      tableCard: async (code) => (code === 'BAKA' ? { type: 'table', code, name: 'Warm-up table' } : null),
      talkInfo: (_table, talk, silenced) => {
        tables.silenced.set(talk, silenced);
        return tables.answer(talk);
      },
      membersBefore: () => Date.now() - KEEP_MEMBERS_MS,
    });
    for (const [name, room] of parts.rooms) server.define(name, room);
    await server.listen(await freePort(), '127.0.0.1');
    return new ChatRooms(
      storage,
      parts,
      new ColyseusTestServer(server),
      directory,
      people,
      topics,
      tables,
      held,
      operators,
      limits,
    );
  }

  /** Somebody with a name of their own (or, as a guest, without). */
  visitor(name: string, options: { id?: string; isNamed?: boolean; isOperator?: boolean } = {}): Visitor {
    const id = options.id ?? `person-${name}`;
    this.#people.set(id, { id, name, marker: name.length % 10, isGone: false });
    if (options.isOperator) this.operators.add(id);
    return {
      person: { id: playerId(id), name, marker: name.length % 10 },
      session: `session-${nanoid(8)}`,
      isNamed: options.isNamed ?? true,
      isOperator: options.isOperator ?? false,
    };
  }

  /** Nobody knows somebody any more. */
  vanish({ person: { id } }: Visitor): void {
    this.#people.set(id, { id, name: '', marker: 0, isGone: true });
  }

  /** Comes into a conversation; throws the code when that is refused. `meanwhile` happens when the seat is promised. */
  async enter(
    visitor: Visitor,
    conversation: string,
    meanwhile: () => Promise<unknown> = async () => {},
  ): Promise<Room> {
    const seat = await this.conversations.seat(visitor, conversation);
    if (!seat.ok) throw new Error(seat.error.code);
    await meanwhile();
    return this.#join(seat.value);
  }

  async inbox(visitor: Visitor): Promise<Room> {
    const seat = await this.conversations.inboxSeat(visitor);
    if (!seat.ok) throw new Error(seat.error.code);
    return this.#join(seat.value);
  }

  async #join(
    reservation: Parameters<ColyseusTestServer['sdk']['consumeSeatReservation']>[0],
  ): Promise<Room> {
    const room = await this.#colyseus.sdk.consumeSeatReservation(reservation);
    room.reconnection.enabled = false;
    const changes: MessageChanged[] = [];
    this.#changes.set(room as unknown as Room, changes);
    room.onMessage('you', (you: YouMessage) => this.#yous.set(room as unknown as Room, you));
    room.onMessage('changed', (change: MessageChanged) => changes.push(change));
    const frames = { count: 0 };
    this.#frames.set(room as unknown as Room, frames);
    const { ws } = room.connection.transport as unknown as { ws: WebSocket };
    ws.addEventListener('message', () => frames.count++);
    await room.waitForInitialState();
    return room as unknown as Room;
  }

  /** Messages that came to a socket by themselves, beside the state. */
  changesOf(room: Room): readonly MessageChanged[] {
    return this.#changes.get(room) ?? [];
  }

  /** What a socket was told last about whoever holds it. */
  youOf(room: Room): YouMessage | undefined {
    return this.#yous.get(room);
  }

  /** How many frames a socket has got. */
  framesOf(room: Room): number {
    return this.#frames.get(room)?.count ?? 0;
  }

  /** Gives somebody a name of their own. */
  rename({ person }: Visitor, name: string): void {
    this.#people.set(person.id, { ...person, name, isGone: false });
    this.topics.publish(PERSON_CHANGED, { ...person, name, isNamed: true });
  }

  /** From now on this is how things are at the table of a talk; news of it are said as `tables.news` has it. */
  tableIs(talk: string, people: readonly Visitor[], more: Partial<TalkInfo> = {}): void {
    const before = this.tables.infos.get(talk) ?? PLAIN_TABLE;
    const info = {
      ...PLAIN_TABLE,
      seq: before.seq + 1,
      members: people.map(({ person }) => person.id),
      seats: people.map(({ person }) => person),
      ...more,
    };
    this.tables.infos.set(talk, info);
    const tell = () => this.topics.publish(tableTopic(talk), info.seq);
    if (this.tables.news === 'prompt') tell();
    else if (this.tables.news === 'late') setTimeout(tell, LATE_MS);
  }

  /** From now on somebody at the table of a talk knows a secret. */
  secretBegins(
    talk: string,
    people: readonly Visitor[],
    keeper: Visitor,
    more: Partial<TalkInfo> = {},
  ): void {
    const wall = { id: nanoid(4), sides: { [keeper.person.id]: SILENT } };
    this.tableIs(talk, people, { wall, ...more });
  }

  /** Takes part in a conversation without coming in. */
  join(visitor: Visitor, conversation: string) {
    return this.conversations.tell(conversation, { type: 'join', by: speakerOf(visitor) });
  }

  /** Asks people into a new group; its id, or the code of the refusal. */
  async group(owner: Visitor, ...people: readonly Visitor[]): Promise<string> {
    const ids = people.map(({ person }) => person.id);
    const made = await this.conversations.createGroup(owner, { title: 'Hues', people: ids });
    return made.ok ? made.value.conversation : made.error.code;
  }

  accept(visitor: Visitor, conversation: string) {
    return this.conversations.answer(visitor, conversation, 'accept');
  }

  /** Closes a room as if everybody had left long ago. */
  async forget(conversation: string): Promise<void> {
    const room = matchMaker.getLocalRoomById(conversation);
    await room?.disconnect();
  }

  async stop(): Promise<void> {
    await this.#colyseus.shutdown();
    await this.storage.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
