import type { WireTable } from '../../shared/protocol/wire.ts';
import type { Answer, Connection, PlayingGuest } from '../client/connection.ts';
import type { PlayedGame } from '../games/played-game.ts';
import type { World } from '../scenarios/scenario.ts';
import { SecretGuard } from './secret-guard.ts';

/** Somebody who looks at a table: a player, or a watcher without a seat. */
export class Viewer {
  /** Called with the table whenever it changed here. */
  onTable: (table: WireTable) => void = () => {};
  /** Called when the connection is lost. */
  onLost: () => void = () => {};
  /** Where this person sits; null without a seat, and before `connect`. */
  seat: number | null = null;
  readonly #world: World;
  readonly #guest: PlayingGuest;
  readonly #isPlayer: boolean;
  readonly #guard: SecretGuard<unknown>;
  #connection: Connection<WireTable> | null = null;
  #asked = 0;

  constructor(world: World, { secrets }: PlayedGame<unknown>, guest: PlayingGuest, isPlayer: boolean) {
    this.#world = world;
    this.#guest = guest;
    this.#isPlayer = isPlayer;
    this.#guard = new SecretGuard(secrets);
  }

  /** How it is counted that a move is seen here: whoever watches in a crowd is told a little later than those who play. */
  get sees(): 'move seen' | 'move watched' {
    return this.#isPlayer ? 'move seen' : 'move watched';
  }

  /** What this person sees; null without a connection. */
  get table(): WireTable | null {
    return this.#connection?.state ?? null;
  }

  /** Comes to a table, or back to it. @throws RefusedError */
  async connect(code: string): Promise<void> {
    const { recorder } = this.#world;
    const connection = await this.#guest.sit(code, this.#isPlayer);
    this.#connection = connection;
    this.seat = seatOf(connection.state, this.#guest.id);
    connection.onState = (bytes) => {
      recorder.count('deliveries');
      recorder.count('delivered bytes', bytes);
      this.#look(code);
    };
    connection.onLost = (closedWith) => {
      this.#connection = null;
      recorder.error('cut off', `with ${closedWith} at table ${code}`);
      this.onLost();
    };
    this.#look(code);
  }

  /** Asks for something to be done; `done` is called once. There must be a connection. */
  submit(command: object, done: (answer: Answer) => void): void {
    const id = `load-${this.#guest.id}-${++this.#asked}`;
    this.#connection!.ask('command', { id, command }, done);
  }

  /** Cuts the connection. */
  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  #look(code: string): void {
    const { table, seat } = this;
    if (!table) return;
    if (table.game !== undefined && this.#guard.isLeakedIn(table.game, seat))
      this.#world.recorder.fault('secret seen', `by seat ${seat ?? 'none'} at table ${code}`);
    this.onTable(table);
  }
}

/** Where somebody sits at a table; null without a seat. */
export function seatOf({ seats }: WireTable, person: string): number | null {
  let found: number | null = null;
  seats.forEach(({ playerId }, key) => {
    if (playerId === person) found = Number(key);
  });
  return found;
}
