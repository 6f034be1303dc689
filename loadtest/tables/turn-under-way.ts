import type { WireTable } from '../../shared/protocol/wire.ts';
import type { Answer } from '../client/connection.ts';
import type { World } from '../scenarios/scenario.ts';
import type { TableTurn } from './next-turn.ts';
import type { Viewer } from './viewer.ts';

/**
 * One turn, from when it was due until it is over: seen by all, refused, or waited for in vain. Players go on as soon as
 * they all have seen it: whoever watches may see it later.
 */
export class TurnUnderWay {
  readonly #world: World;
  readonly #turn: TableTurn;
  readonly #dueAt: number;
  /** Where it happens, for messages. */
  readonly #place: string;
  readonly #onPlayed: (seq: number | null) => void;
  readonly #onOver: () => unknown;
  /** Who is still to see it; of them those who play. */
  readonly #unseen: Set<Viewer>;
  readonly #waiting: Set<Viewer>;
  readonly #deadline: NodeJS.Timeout;
  #seq: number | null = null;
  #isPlayed = false;
  #isOver = false;

  /**
   * Begins when the turn is taken.
   * @param dueAt on the clock of `performance.now()`
   * @param on.played called once, when players can go on, with the entry that the turn led to; null when it led to none
   * @param on.over called once, after that, when nobody is waited for any more
   */
  constructor(
    world: World,
    turn: TableTurn,
    dueAt: number,
    place: string,
    viewers: readonly Viewer[],
    on: { played(seq: number | null): void; over(): unknown },
  ) {
    this.#world = world;
    this.#turn = turn;
    this.#dueAt = dueAt;
    this.#place = place;
    this.#unseen = new Set(viewers.filter(({ table }) => table !== null));
    this.#waiting = new Set([...this.#unseen].filter(({ seat }) => seat !== null));
    this.#onPlayed = on.played;
    this.#onOver = on.over;
    this.#deadline = setTimeout(() => this.#giveUp(), world.patienceMs);
  }

  /** The server answered whoever took the turn. */
  answered({ code, seq }: Answer): void {
    if (this.#isOver) return;
    const { recorder } = this.#world;
    recorder.took('move answered', performance.now() - this.#dueAt);
    if (code !== null) {
      const { command, lateCode } = this.#turn;
      if (code === lateCode) recorder.count('actions after the clock');
      else recorder.error(`refused: ${code}`, JSON.stringify(command));
      this.#end();
      return;
    }
    recorder.count('actions accepted');
    this.#seq = seq;
    this.#endIfSeen();
  }

  /** This is what somebody sees now: is the turn in it? True as well when they are not waited for. */
  look(viewer: Viewer, table: WireTable): boolean {
    if (!this.#unseen.has(viewer)) return true;
    if (!this.#turn.isShownIn(table)) return false;
    this.#drop(viewer);
    this.#world.recorder.took(viewer.sees, performance.now() - this.#dueAt);
    this.#endIfSeen();
    return true;
  }

  /** Somebody will see nothing any more. */
  forget(viewer: Viewer): void {
    if (this.#drop(viewer)) this.#endIfSeen();
  }

  /** Nobody waits for it any more. */
  cancel(): void {
    this.#isOver = true;
    clearTimeout(this.#deadline);
  }

  #drop(viewer: Viewer): boolean {
    this.#waiting.delete(viewer);
    return this.#unseen.delete(viewer);
  }

  #endIfSeen(): void {
    if (this.#seq === null || this.#isOver) return;
    if (this.#waiting.size === 0) this.#endForPlayers();
    if (this.#unseen.size > 0) return;
    this.#world.recorder.count('actions seen by all');
    this.#end();
  }

  #giveUp(): void {
    const { recorder, patienceMs } = this.#world;
    const what = `${JSON.stringify(this.#turn.command)} at ${this.#place}, ${patienceMs} ms after it was sent`;
    if (this.#seq === null) recorder.error('no answer', what);
    else recorder.fault('action lost', `accepted, but not everybody saw ${what}`);
    this.#end();
  }

  #endForPlayers(): void {
    if (this.#isPlayed) return;
    this.#isPlayed = true;
    this.#onPlayed(this.#seq);
  }

  #end(): void {
    this.cancel();
    this.#endForPlayers();
    this.#onOver();
  }
}
