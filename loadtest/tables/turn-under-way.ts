import type { WireTable } from '../../shared/protocol/wire.ts';
import type { Answer } from '../client/connection.ts';
import type { World } from '../scenarios/scenario.ts';
import type { TableTurn } from './next-turn.ts';
import type { Viewer } from './viewer.ts';

/** One turn, from when it was due until it is over: seen by all, refused, or waited for in vain. */
export class TurnUnderWay {
  readonly #world: World;
  readonly #turn: TableTurn;
  readonly #dueAt: number;
  /** Where it happens, for messages. */
  readonly #place: string;
  readonly #onOver: (seq: number | null) => void;
  /** Who is still to see it. */
  readonly #unseen: Set<Viewer>;
  readonly #deadline: NodeJS.Timeout;
  #seq: number | null = null;
  #isOver = false;

  /**
   * Begins when the turn is taken.
   * @param dueAt on the clock of `performance.now()`
   * @param onOver called once, with the entry that the turn led to; null when it led to none
   */
  constructor(
    world: World,
    turn: TableTurn,
    dueAt: number,
    place: string,
    viewers: readonly Viewer[],
    onOver: (seq: number | null) => void,
  ) {
    this.#world = world;
    this.#turn = turn;
    this.#dueAt = dueAt;
    this.#place = place;
    this.#unseen = new Set(viewers.filter(({ table }) => table !== null));
    this.#onOver = onOver;
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

  /** This is what somebody sees now: is the turn in it? */
  look(viewer: Viewer, table: WireTable): void {
    if (!this.#unseen.has(viewer) || !this.#turn.isShownIn(table)) return;
    this.#unseen.delete(viewer);
    this.#world.recorder.took('move seen', performance.now() - this.#dueAt);
    this.#endIfSeen();
  }

  /** Somebody will see nothing any more. */
  forget(viewer: Viewer): void {
    if (this.#unseen.delete(viewer)) this.#endIfSeen();
  }

  /** Nobody waits for it any more. */
  cancel(): void {
    this.#isOver = true;
    clearTimeout(this.#deadline);
  }

  #endIfSeen(): void {
    if (this.#seq === null || this.#unseen.size > 0 || this.#isOver) return;
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

  #end(): void {
    this.cancel();
    this.#onOver(this.#seq);
  }
}
