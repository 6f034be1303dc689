import { setTimeout as pause } from 'node:timers/promises';
import {
  type Client,
  ClientState,
  CloseCode,
  matchMaker,
  Room,
  type RoomException,
  SchemaSerializer,
  type Serializer,
  ServerError,
} from '@colyseus/core';
import { nanoid } from 'nanoid';
import type { z } from 'zod';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Clock, Log } from '../../../shared/engine/ports.ts';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import { type Directory, type Listing, roomKey } from '../../directory/directory.ts';
import { CopyingSerializer } from '../../infra/colyseus/copying-serializer.ts';
import { hasGuard, sendTogether, takeFrame } from '../../infra/colyseus/guard.ts';
import { HeldFrames } from '../../infra/colyseus/held-frames.ts';
import { wasReadyBeforehand } from '../../infra/colyseus/ready-sockets.ts';
import type { Subscription, Topic, Topics } from '../../infra/topics.ts';
import { Unavailable } from '../../storage/types.ts';
import { countedCode } from './close-code.ts';
import { Connections } from './connections.ts';
import { type ChangedPerson, type Member, memberSchema } from './member.ts';
import { NotOpened } from './not-opened.ts';
import { type Handler, type Quick, Requests } from './requests.ts';
import { RoomEnd } from './room-end.ts';
import type { RoomGuard } from './room-guard.ts';
import { Screening, socketOf } from './screening.ts';
import { reserve } from './tickets.ts';
import { tracedAs } from './traced.ts';

/** Never by itself: a room sends a patch when something happened. The longest interval a timer can have. */
const QUIET_MS = 0x7fff_ffff;
/** How long a room that is handed over waits for what is under way, ms. */
const REST_MS = 2_000;
/** How long it then waits for the one write that cannot be stopped any more, ms. */
const LAST_WRITE_MS = 5_000;
/** Of an error that nobody's wish led to. */
const ID_LENGTH = 12;
/** How often a room that must end looks whether it is made by now, ms. */
const MADE_MS = 20;
/** From so many sockets on a room is a crowd: writing to each of them at every change is most of what the room costs. */
export const CROWD_SOCKETS = 100;
const NOBODY: ReadonlySet<Client> = new Set();

/** What every room shares. One object per process: the budgets of people live in it. */
export interface SafeRoomPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly guard: RoomGuard;
  readonly topics: Topics;
  readonly directory: Directory;
}

/** A room as it is counted. */
export interface Standing {
  readonly people: number;
  readonly sockets: number;
  readonly labels: readonly string[];
}

/**
 * A room that one client cannot break for others: it reads nothing that was not announced with `handle`, keeps every
 * socket within its budget, tells nobody what went wrong inside, and has one socket per person, the newest.
 */
export abstract class SafeRoom<S extends object> extends Room {
  declare state: S;
  override patchRate = QUIET_MS;
  override seatReservationTimeout: number;
  readonly #ports: SafeRoomPorts;
  readonly #screening: Screening;
  readonly #requests: Requests;
  /** Who is connected. */
  protected readonly connections: Connections;
  /** What this room listens to; null when it has ended. */
  #subscriptions: Set<Subscription> | null = new Set();
  readonly #end: RoomEnd;
  #serializer: Serializer<S> | null = null;
  /** What waits for those of a crowd; null as long as there never was one. */
  #held: HeldFrames | null = null;
  /** Ends the time in which the first one is waited for. */
  #stopWaiting: () => void = () => {};
  /** Whether it takes nothing any more, since another process is about to have it. */
  #isResting = false;
  /** Whether it closes by itself when nobody is here any more, as its field `autoDispose` said. */
  #closesEmpty = true;
  /** Sockets that one person may have here; one more closes the oldest. */
  protected readonly socketsPerPerson: number = 1;
  /**
   * The least time between two patches to those of a crowd who only listen, ms: what comes in between goes out together.
   * What comes after a quiet time goes out at once, and so does whatever precedes an answer. Null: nobody ever waits.
   */
  protected crowdMs: number | null = null;
  /** Why nobody comes in where as many are as can be. */
  protected readonly fullCode: string = 'busy';

  constructor(ports: SafeRoomPorts) {
    super();
    if (!hasGuard()) throw new Error('installGuard() must run before the first room is made.');
    this.#ports = ports;
    this.#screening = new Screening(ports, () => this.roomId);
    this.connections = new Connections(this.#screening);
    this.#requests = new Requests(ports.guard.sampler, (where, error, id) => this.#report(where, error, id));
    this.seatReservationTimeout = ports.guard.limits.seatSeconds;
    this.#end = new RoomEnd(this);
  }

  /** Called once, to make the room from what is stored. What it throws says why there is none: `NotOpened` in a word. */
  abstract onOpen(setup: never): Promise<void>;
  /** Called when a connection was let in, before it sees anything. A throw refuses it. */
  abstract onEnter(client: Client, member: Member): Promise<void>;
  /** Called when the last connection of a person is gone, unless the room is handed over. */
  abstract onExit(member: Member): Promise<void>;
  /**
   * Called once when the room ends, also when opening it failed half-way: then what it was made of may be missing. Lets go
   * of everything but subscriptions, which end by themselves.
   */
  abstract onEnd(): Promise<void>;

  /**
   * Answers requests of one kind. What does not fit the schema is refused as `bad_message` and never reaches the
   * handler; what the handler throws is logged and refused as `internal`.
   */
  protected handle<Z extends z.ZodType, V>(
    type: string,
    schema: Z,
    handler: Handler<z.output<Z>, V>,
    quick: Quick<z.output<Z>> | null = null,
  ): void {
    const { metrics, trace } = this.#ports.guard;
    const meter = metrics.meter(this.roomName, type);
    const traced = tracedAs(trace, `${this.roomName} ${type}`);
    this.#requests.add(type, { schema, quick, handler, meter, traced });
  }

  /** Listens to a topic until the room ends, or until the subscription is stopped. */
  protected async listen<T>(name: Topic<T>, handler: (message: T) => void): Promise<Subscription> {
    const subscription = this.#ports.topics.subscribe(name, handler);
    if (this.#subscriptions) this.#subscriptions.add(subscription);
    else subscription.stop();
    await subscription.ready;
    return subscription;
  }

  /** Who holds a connection of this room. */
  protected memberOf(client: Client): Member {
    return this.connections.memberOf(client);
  }

  /** From now on a person has another name or marker. */
  protected updatePerson(person: ChangedPerson): void {
    this.connections.update(person);
  }

  /** The connections of a person, oldest first. */
  protected socketsOf(player: string): readonly Client[] {
    return this.connections.socketsOf(player);
  }

  /** What of this room is counted: people and sockets, and what it is by the labels of its kind. */
  get standing(): Standing {
    return { people: this.people, sockets: this.clients.length, labels: [] };
  }

  /** Everybody with a connection. */
  protected present(): string[] {
    return this.connections.people();
  }

  /** Some of those with a connection, as they were let in; possibly asked from another process. */
  peopleHere(limit: number): Member['person'][] {
    return this.present()
      .slice(0, limit)
      .flatMap((person) => this.socketsOf(person).slice(0, 1))
      .map((client) => this.memberOf(client).person);
  }

  /** Whether this room is being handed over, or was. */
  protected get isResting(): boolean {
    return this.#isResting;
  }

  /** Whether others here wait for a person, so that a dead connection of theirs must be noticed soon. */
  isAwaited(_person: string): boolean {
    return false;
  }

  /** Closes every connection of a person with a code; they see nothing more from now on. */
  protected expel(player: string, code: number): void {
    this.connections.close(({ person }) => person.id === player, code);
  }

  /** Says what is to be known of this room where it does not live. Resolves when it is. */
  protected async list(listing: Listing): Promise<void> {
    const { directory, log } = this.#ports;
    try {
      await directory.list(roomKey(this.roomName, this.roomId), listing);
    } catch (error) {
      // It is said again with the next lease, and that the directory is away is told once.
      if (error instanceof Unavailable) return;
      log.warn({ err: error, roomId: this.roomId }, 'a room is not listed as it is');
    }
  }

  /** Says how many people are here. */
  protected listPeople(): Promise<void> {
    return this.list({ people: this.people, about: {}, ranks: {} });
  }

  /** How many people are here, as others are told. */
  protected get people(): number {
    return this.connections.size;
  }

  /** Whether somebody may be here at all; null, or why not. Asked again when they come: a ticket is older than that. */
  protected refusalOf(_member: Member): Rejection | null {
    return null;
  }

  /** Whether somebody may come in; null, or why not: they may not, or there is no room for one more. */
  admits(member: Member): Rejection | null {
    return this.refusalOf(member) ?? (this.hasReachedMaxClients() ? { code: this.fullCode } : null);
  }

  /** What whoever comes in must know before; survives JSON. */
  protected get introduction(): object {
    return {};
  }

  /**
   * Keeps a connection for somebody, until its ticket is used or has expired: called for the seat route, possibly from
   * another process. Refusals as those of `admits`.
   */
  async promiseSeat(member: Member, ticket: string): Promise<Result<object, Rejection>> {
    const refusal = this.admits(member);
    if (refusal) return err(refusal);
    try {
      if (await reserve(this, member, ticket)) return ok(this.introduction);
    } catch (error) {
      this.#ports.log.warn({ err: error, roomId: this.roomId }, 'no seat could be reserved');
    }
    return err({ code: 'busy' });
  }

  /** Resolves when this room has let go of everything. */
  get over(): Promise<void> {
    return this.#end.over;
  }

  /**
   * Takes nothing any more, and waits until everything that was taken is answered and stored. What comes from now on is
   * not answered: whoever asked asks again where the room is next. Resolves to what its next owner must know besides what
   * is stored; survives JSON. Never rejects.
   */
  async rest(): Promise<object> {
    this.#isResting = true;
    await this.#within(
      REST_MS,
      this.#requests.quiet().then(() => this.settled()),
    );
    const left = this.letGo();
    // Whoever reads before it is stored does not know of it, and it is acknowledged.
    await this.#within(LAST_WRITE_MS, this.lastWrite());
    return left;
  }

  async #within(ms: number, done: Promise<void>): Promise<void> {
    try {
      await Promise.race([done, pause(ms, undefined, { ref: false })]);
    } catch (error) {
      this.#report('rest', error);
    }
  }

  /** Resolves when everything that was taken is stored. Called when nothing more comes from people. */
  protected async settled(): Promise<void> {}

  /** Writes nothing any more. Returns what the next owner must know besides what is stored. */
  protected letGo(): object {
    return {};
  }

  /** Resolves when the write that was under way when it let go has ended, whether it is stored or not. */
  protected async lastWrite(): Promise<void> {}

  /** Ends this room, which another process has by now: whoever is here goes there. */
  giveUp(): void {
    this.#close(CLOSE.moved);
  }

  override disconnect(closeCode?: number): Promise<unknown> {
    if (this.#isMade()) this.#end.begin();
    return super.disconnect(closeCode);
  }

  /** Closes the room: at once, or as soon as it is made. One that is being handed over closes when it is. */
  protected end(closeCode: number): void {
    if (!this.#isResting) this.#close(closeCode);
  }

  /** One that cannot be made closes by itself. */
  #close(closeCode: number): void {
    if (this.#subscriptions === null) return;
    if (this.#isMade()) void this.disconnect(closeCode);
    else setTimeout(() => this.#close(closeCode), MADE_MS).unref();
  }

  override async onCreate(setup: never): Promise<void> {
    // The framework counts opening as a time in which nobody came.
    this.#closesEmpty = this.autoDispose;
    this.autoDispose = false;
    try {
      await this.onOpen(setup);
      const { clock, guard } = this.#ports;
      const until = clock.now() + guard.limits.seatSeconds * 1_000;
      this.#stopWaiting = clock.setTimer(until, () => this.#waitNoMore());
    } catch (error) {
      // Of an error the framework passes on nothing but its words.
      if (error instanceof NotOpened) throw error;
      if (error instanceof Unavailable) throw new NotOpened('unavailable');
      this.#report('onOpen', error);
      throw new NotOpened('internal');
    }
  }

  /** From now on this room stays though nobody is here, or no longer does. */
  protected keep(isKept: boolean): void {
    this.#closesEmpty = !isKept;
    this.autoDispose = !isKept;
  }

  #waitNoMore(): void {
    this.#stopWaiting();
    this.autoDispose = this.#closesEmpty;
  }

  override async onJoin(client: Client): Promise<void> {
    // The sockets of a room that ends are closed once: who came later would keep it, and be in a room that is no more.
    if (this.#end.hasBegun) throw new ServerError(CLOSE.moved, 'moved');
    this.#waitNoMore();
    const { clock, guard } = this.#ports;
    const { data: member } = memberSchema.safeParse(client.auth);
    if (!member) throw new ServerError(CloseCode.WITH_ERROR, 'no_ticket');
    // The framework keeps what the seat route wrote down as long as the connection: not twice.
    client.auth = member;
    // Sent away since the seat was promised. Whoever asks for another one hears why not.
    const refusal = this.refusalOf(member);
    if (refusal) throw new ServerError(CloseCode.WITH_ERROR, refusal.code);
    guard.absences.came(this.roomName, this.roomId, member.person.id, clock.now());
    const connection = this.connections.add(client, member, this.socketsPerPerson);
    guard.heartbeat.watch(socketOf(client), this, member.person.id);
    try {
      await this.onEnter(client, member);
      const announced = guard.announced();
      if (announced) client.send('announced', announced);
      guard.metrics.joins.of(this.roomName, 'ok').add();
    } catch (error) {
      guard.metrics.joins.of(this.roomName, 'failed').add();
      throw new ServerError(CloseCode.WITH_ERROR, `internal ${this.#report('onEnter', error)}`);
    }
    if (wasReadyBeforehand(client)) return;
    connection.stopWaiting = clock.setTimer(clock.now() + guard.limits.joinAckMs, () => {
      if (client.state !== ClientState.JOINING) return;
      guard.offences.unready++;
      guard.sampler.info('a client never became ready', { roomId: this.roomId });
      socketOf(client).terminate();
    });
  }

  override async onLeave(client: Client, code?: number): Promise<void> {
    client.view?.dispose();
    client.view = undefined;
    const { clock, guard } = this.#ports;
    guard.metrics.socketsClosed.of(countedCode(code)).add();
    const gone = this.connections.remove(client);
    // Whoever goes where the room is now is not gone.
    if (!gone || this.#isResting) return;
    if (code !== CloseCode.CONSENTED) guard.absences.lost(this.roomId, gone.person.id, clock.now());
    try {
      await this.onExit(gone);
    } catch (error) {
      this.#report('onExit', error);
    }
  }

  override async onDispose(): Promise<void> {
    this.#stopWaiting();
    this.#held?.stop();
    for (const subscription of this.#subscriptions ?? []) subscription.stop();
    this.#subscriptions = null;
    try {
      await this.onEnd();
    } catch (error) {
      this.#report('onEnd', error);
    }
  }

  /** A method, not a field: the framework looks for it while it constructs. */
  override onUncaughtException(error: RoomException, method: string): void {
    this.#report(method, error);
  }

  override setSerializer(serializer: Serializer<S>): void {
    this.#serializer = serializer instanceof SchemaSerializer ? new CopyingSerializer() : serializer;
    super.setSerializer(this.#serializer);
  }

  /**
   * Sends what changed to everybody. The framework does the same, after looking a dozen things up that no room here has
   * (frames that wait for a patch, fields that may get lost, a history, a simulation); a room is a dictionary for V8, since
   * its fields are made into accessors, so each of them is a search for every move.
   */
  override broadcastPatch(): boolean {
    return this.patcher()();
  }

  /** What `broadcastPatch` does, for whoever does it often. Asked for when the room has its state, which stays the same. */
  protected patcher(): () => boolean {
    const { clients, state, crowdMs } = this;
    const serializer = this.#serializer;
    const patch = () => serializer?.applyPatches(clients, state) ?? false;
    if (crowdMs === null) return patch;
    return () => {
      if (clients.length < CROWD_SOCKETS) return patch();
      this.#held ??= new HeldFrames(this.#ports.clock, crowdMs, sendTogether);
      return this.#held.during(this.hurried(), patch);
    };
  }

  /** Whose frames are never held back, however many are here. Must depend on nothing that is hidden. */
  protected hurried(): ReadonlySet<Client> {
    return NOBODY;
  }

  /** Looks at a frame before the framework does; true when there is nothing left to do with it. */
  [takeFrame](client: Client, bytes: Uint8Array): boolean {
    const verdict = this.#screening.judge(client, bytes);
    if (verdict === 'framework') return false;
    if (verdict === 'drop') return true;
    if (this.#isResting) this.#ports.guard.metrics.framesDropped.of('moving').add();
    else if (!this.#requests.take(client, verdict, bytes)) this.#screening.strike(client);
    return true;
  }

  #isMade(): boolean {
    return matchMaker.getLocalRoomById(this.roomId) === this;
  }

  /** Logs an error; the id is all that may be told to anybody. */
  #report(where: string, error: unknown, requestId = nanoid(ID_LENGTH)): string {
    this.#ports.guard.metrics.roomErrors.of(this.roomName).add();
    this.#ports.guard.sampler.error('error in a room', { err: error, requestId, where, roomId: this.roomId });
    return requestId;
  }
}
