import type { WireTable } from '../../shared/protocol/wire.ts';
import type { PlayingGuest } from '../client/connection.ts';
import type { PlayedGame } from '../games/played-game.ts';
import { Beat } from '../run/beat.ts';
import { isEqual, settled } from '../scenarios/check.ts';
import type { World } from '../scenarios/scenario.ts';
import { nextTurn } from './next-turn.ts';
import { pictureOf } from './picture.ts';
import { TurnUnderWay } from './turn-under-way.ts';
import { Viewer } from './viewer.ts';

/** How often a table at rest is looked at while it gets there, ms. */
const LOOK_MS = 20;

/** One table with its players and watchers, who play whole games, one turn at each beat. */
export class TablePlay {
  readonly #world: World;
  readonly #game: PlayedGame<unknown>;
  readonly #viewers: Viewer[] = [];
  /** When the turns were due that have not begun. */
  readonly #backlog: number[] = [];
  #code = '';
  /** Nothing begins while connections are cut. */
  #isBroken = false;
  /** What the players do now. */
  #turn: TurnUnderWay | null = null;
  /** Turns that not everybody has seen, oldest first. */
  readonly #turns = new Set<TurnUnderWay>();
  #beat: Beat | null = null;
  #lastSeq = 0;

  constructor(world: World, game: PlayedGame<unknown>) {
    this.#world = world;
    this.#game = game;
  }

  /**
   * Makes the table and seats its players, one after the other. When one of them cannot come, the others leave.
   * @throws RefusedError
   */
  async open(): Promise<void> {
    const { name, seats } = this.#game;
    try {
      const host = await this.#arrive();
      this.#code = await host.makeTable(name);
      await this.#enter(host, true);
      while (this.#viewers.length < seats) await this.#enter(await this.#arrive(), true);
    } catch (error) {
      this.close();
      this.#viewers.length = 0;
      throw error;
    }
  }

  /** Somebody comes to watch. @throws RefusedError */
  async watch(): Promise<void> {
    await this.#enter(await this.#arrive(), false);
  }

  get code(): string {
    return this.#code;
  }

  /** What all of them see, when nobody plays. */
  get picture(): unknown {
    return this.#pictureOf(this.#viewers[0]!.table!);
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
    const { recorder } = this.#world;
    this.#beat?.stop();
    this.#beat = null;
    const now = performance.now();
    for (const dueAt of this.#backlog.splice(0)) {
      recorder.took('move answered', now - dueAt);
      for (const { table, sees } of this.#viewers) {
        if (!table) continue;
        recorder.took(sees, now - dueAt);
        recorder.count('never seen');
      }
    }
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
    for (const viewer of this.#viewers) viewer.close();
    await Promise.all(
      this.#viewers.map(async (viewer) => {
        await viewer.connect(this.#code);
        recorder.took('return', performance.now() - cutAt);
      }),
    );
    this.#isBroken = false;
    this.#act();
  }

  /** Everybody sees what a newcomer is told, and no newcomer is told a secret. Nobody is at a table that did not open. */
  async check(): Promise<void> {
    if (this.#viewers.length === 0) return;
    const { recorder, patienceMs } = this.#world;
    const newcomer = await (await this.#arrive()).sit(this.#code, false);
    try {
      const { game } = newcomer.state;
      if (game !== undefined && (this.#game.secrets?.shownIn(game, null) ?? null) !== null)
        recorder.fault('secret seen', 'by a newcomer who watches');
      const isSeenBy = ({ table }: Viewer) =>
        table !== null && isEqual(this.#pictureOf(table), this.#pictureOf(newcomer.state));
      for (const viewer of this.#viewers) {
        // Whoever was cut off is an error already.
        if (!viewer.table) continue;
        recorder.count('pictures compared');
        if (!(await settled(() => isSeenBy(viewer), patienceMs)))
          recorder.fault('another picture', `at ${this.#place} somebody sees something else than a newcomer`);
      }
    } finally {
      newcomer.close();
    }
  }

  close(): void {
    this.#beat?.stop();
    for (const turn of this.#turns) turn.cancel();
    for (const viewer of this.#viewers) viewer.close();
  }

  get #place(): string {
    return `table ${this.#code}`;
  }

  #pictureOf(table: WireTable): unknown {
    return pictureOf(this.#game, table);
  }

  async #stillness(): Promise<void> {
    while (this.#turns.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  #arrive(): Promise<PlayingGuest> {
    return this.#world.arrive(this.#world.nextNumber());
  }

  async #enter(guest: PlayingGuest, isPlayer: boolean): Promise<void> {
    const viewer = new Viewer(this.#world, this.#game, guest, isPlayer);
    viewer.onTable = (table) => this.#look(viewer, table);
    viewer.onLost = () => {
      for (const turn of this.#turns) turn.forget(viewer);
    };
    const beganAt = performance.now();
    await viewer.connect(this.#code);
    this.#world.recorder.took('join', performance.now() - beganAt);
    this.#viewers.push(viewer);
  }

  /** Each sees one turn after the other. */
  #look(viewer: Viewer, table: WireTable): void {
    for (const turn of this.#turns) if (!turn.look(viewer, table)) return;
  }

  /** Takes the next turn that is due, when none is under way. */
  #act(): void {
    if (this.#isBroken || this.#turn || this.#backlog.length === 0) return;
    const table = this.#viewers.find((viewer) => viewer.table)?.table;
    if (!table) return;
    const seenBy = (seat: number) => this.#playerIn(seat)?.table ?? table;
    const next = nextTurn(this.#game, table, seenBy, this.#world.rng);
    const actor = next && this.#playerIn(next.seat);
    // Nothing that a player can do: the table waits for the server, or for a connection.
    if (!next || !actor?.table) return;
    const dueAt = this.#backlog.shift()!;
    const turn = new TurnUnderWay(this.#world, next, dueAt, this.#place, this.#viewers, {
      played: (seq) => this.#played(seq),
      over: () => this.#turns.delete(turn),
    });
    this.#turn = turn;
    this.#turns.add(turn);
    actor.submit(next.command, (answer) => turn.answered(answer));
  }

  #playerIn(seat: number): Viewer | undefined {
    return this.#viewers.find((viewer) => viewer.seat === seat);
  }

  /** @param seq what the turn led to; every accepted command is an entry of its own, in the order of the answers */
  #played(seq: number | null): void {
    if (seq !== null && seq <= this.#lastSeq)
      this.#world.recorder.fault('doubled or out of order', `entry ${seq} after ${this.#lastSeq}`);
    this.#lastSeq = seq ?? this.#lastSeq;
    this.#turn = null;
    this.#act();
  }
}
