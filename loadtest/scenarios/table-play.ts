import type { WireTable } from '../../shared/protocol/wire.ts';
import type { Answer, Connection, PlayingGuest } from '../client/connection.ts';
import type { PlayedGame, Turn } from '../games/played-game.ts';
import { Beat } from '../run/beat.ts';
import { isEqual, settled } from './check.ts';
import type { World } from './scenario.ts';
import { SecretGuard } from './secret-guard.ts';

/** Somebody who looks at a table: a player, or a watcher without a seat. */
interface Viewer {
  readonly guest: PlayingGuest;
  readonly isPlayer: boolean;
  room: Connection<WireTable> | null;
  seat: number | null;
  readonly guard: SecretGuard<WireTable>;
  /** Whether the turn that is under way is still to be seen here. */
  isWaiting: boolean;
}

/** A turn that was taken and is not over. */
interface Pending {
  readonly turn: Turn<WireTable>;
  readonly dueAt: number;
  isAnswered: boolean;
}

/** How often a table at rest is looked at while it gets there, ms. */
const LOOK_MS = 20;

/** One table with its players and watchers, who play whole games, one turn at each beat. */
export class TablePlay {
  readonly #world: World;
  readonly #game: PlayedGame<WireTable>;
  readonly #viewers: Viewer[] = [];
  readonly #backlog: number[] = [];
  #code = '';
  /** Nothing begins while connections are cut. */
  #isBroken = false;
  #pending: Pending | null = null;
  #beat: Beat | null = null;
  #deadline: NodeJS.Timeout | undefined;
  #asked = 0;
  #lastSeq = 0;

  constructor(world: World, game: PlayedGame<WireTable>) {
    this.#world = world;
    this.#game = game;
  }

  /** Makes the table and seats its players, one after the other. */
  async open(): Promise<void> {
    const host = await this.#arrive();
    this.#code = await host.makeTable();
    await this.#enter(host, true);
    while (this.#viewers.length < this.#game.seats) await this.#enter(await this.#arrive(), true);
  }

  /** Somebody comes to watch. */
  async watch(): Promise<void> {
    await this.#enter(await this.#arrive(), false);
  }

  get code(): string {
    return this.#code;
  }

  /** What all of them see, when nobody plays. */
  get picture(): unknown {
    return this.#game.pictureOf(this.#viewers[0]!.room!.state);
  }

  /** From now on a turn is due at each beat. */
  play(): void {
    const { pace, rng, recorder } = this.#world;
    this.#beat = new Beat(pace.moveMs, rng.next() * pace.moveMs, recorder, (dueAt) => {
      this.#backlog.push(dueAt);
      this.#act();
    });
  }

  /** Takes no further turn; resolves when the last one is over. What was due and did not begin is late by so much. */
  async rest(): Promise<void> {
    this.#beat?.stop();
    this.#beat = null;
    const now = performance.now();
    for (const dueAt of this.#backlog.splice(0)) this.#world.recorder.took('move answered', now - dueAt);
    await this.#stillness();
  }

  /**
   * Cuts every connection at once, between two turns; each comes back by asking for its seat again. Resolves when all are
   * back.
   * @throws RefusedError
   */
  async breakAll(): Promise<void> {
    const { recorder } = this.#world;
    this.#isBroken = true;
    await this.#stillness();
    const cutAt = performance.now();
    for (const { room } of this.#viewers) room?.close();
    await Promise.all(
      this.#viewers.map(async (viewer) => {
        viewer.room = null;
        await this.#connect(viewer);
        recorder.took('return', performance.now() - cutAt);
      }),
    );
    this.#isBroken = false;
    this.#act();
  }

  /** Everybody sees what a newcomer is told, and no newcomer is told a secret. */
  async check(): Promise<void> {
    const { recorder } = this.#world;
    const newcomer = await (await this.#arrive()).sit<WireTable>(this.#code, false);
    try {
      if (this.#game.secretIn(newcomer.state) !== null)
        recorder.fault('secret seen', 'by a newcomer who watches');
      for (const { room } of this.#viewers) {
        recorder.count('pictures compared');
        const isSame = () =>
          room !== null && isEqual(this.#game.pictureOf(room.state), this.#game.pictureOf(newcomer.state));
        if (!(await settled(isSame, this.#world.patienceMs)))
          recorder.fault(
            'another picture',
            `at table ${this.#code} somebody sees something else than a newcomer`,
          );
      }
    } finally {
      newcomer.close();
    }
  }

  close(): void {
    this.#beat?.stop();
    clearTimeout(this.#deadline);
    for (const { room } of this.#viewers) room?.close();
  }

  async #stillness(): Promise<void> {
    while (this.#pending) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  #arrive(): Promise<PlayingGuest> {
    return this.#world.arrive(this.#world.nextNumber());
  }

  async #enter(guest: PlayingGuest, isPlayer: boolean): Promise<void> {
    const viewer: Viewer = {
      guest,
      isPlayer,
      room: null,
      seat: null,
      guard: new SecretGuard(this.#game),
      isWaiting: false,
    };
    const beganAt = performance.now();
    await this.#connect(viewer);
    this.#world.recorder.took('join', performance.now() - beganAt);
    this.#viewers.push(viewer);
  }

  async #connect(viewer: Viewer): Promise<void> {
    const { recorder } = this.#world;
    const room = await viewer.guest.sit<WireTable>(this.#code, viewer.isPlayer);
    viewer.room = room;
    room.onState = (bytes) => {
      recorder.count('deliveries');
      recorder.count('delivered bytes', bytes);
      this.#look(viewer);
    };
    room.onLost = (code) => {
      viewer.room = null;
      recorder.error('cut off', `with ${code} at table ${this.#code}`);
    };
    viewer.seat = this.#game.seatOf(room.state, viewer.guest.id);
    this.#look(viewer);
  }

  #act(): void {
    if (this.#isBroken || this.#pending || this.#backlog.length === 0) return;
    const first = this.#viewers.find(({ room }) => room)?.room;
    const stateOf = (seat: number) => this.#playerIn(seat)?.room?.state ?? first!.state;
    const turn = first ? this.#game.next(first.state, stateOf, this.#world.rng) : null;
    const actor = turn && this.#playerIn(turn.seat);
    // Nothing that a player can do: the table waits for the server, or for a connection.
    if (!turn || !actor?.room) return;
    const pending: Pending = { turn, dueAt: this.#backlog.shift()!, isAnswered: false };
    this.#pending = pending;
    for (const viewer of this.#viewers) viewer.isWaiting = true;
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#giveUp(pending), this.#world.patienceMs);
    const id = `load-${actor.guest.id}-${++this.#asked}`;
    actor.room.ask('command', { id, command: turn.command }, (answer) => this.#answered(pending, answer));
  }

  #playerIn(seat: number): Viewer | undefined {
    return this.#viewers.find((viewer) => viewer.seat === seat);
  }

  #answered(pending: Pending, { code, seq }: Answer): void {
    const { recorder } = this.#world;
    if (pending !== this.#pending) return;
    recorder.took('move answered', performance.now() - pending.dueAt);
    if (code !== null) {
      recorder.error(`refused: ${code}`, JSON.stringify(pending.turn.command));
      this.#over();
      return;
    }
    recorder.count('actions accepted');
    // Every accepted command is an entry of its own, in the order in which they were answered.
    if (seq <= this.#lastSeq)
      recorder.fault('doubled or out of order', `entry ${seq} after ${this.#lastSeq}`);
    this.#lastSeq = seq;
    pending.isAnswered = true;
    this.#overIfSeen(pending);
  }

  /** Somebody's state changed: is the turn that is under way in it, and is there nothing that should not be? */
  #look(viewer: Viewer): void {
    const { room } = viewer;
    if (!room) return;
    if (viewer.guard.isLeakedIn(room.state, viewer.seat))
      this.#world.recorder.fault('secret seen', `seat ${viewer.seat} at table ${this.#code}`);
    const pending = this.#pending;
    if (!pending || !viewer.isWaiting || !pending.turn.isShownIn(room.state)) return;
    viewer.isWaiting = false;
    this.#world.recorder.took('move seen', performance.now() - pending.dueAt);
    this.#overIfSeen(pending);
  }

  #overIfSeen(pending: Pending): void {
    if (!pending.isAnswered) return;
    for (const { isWaiting, room } of this.#viewers) if (isWaiting && room) return;
    this.#world.recorder.count('actions seen by all');
    this.#over();
  }

  #over(): void {
    clearTimeout(this.#deadline);
    this.#pending = null;
    this.#act();
  }

  #giveUp(pending: Pending): void {
    if (pending !== this.#pending) return;
    const { recorder, patienceMs } = this.#world;
    const what = `${JSON.stringify(pending.turn.command)} at table ${this.#code}, ${patienceMs} ms after it was sent`;
    if (!pending.isAnswered) recorder.error('no answer', what);
    else recorder.fault('action lost', `accepted, but not everybody saw ${what}`);
    this.#over();
  }
}
