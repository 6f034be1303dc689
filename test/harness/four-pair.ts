import type { Guest } from '../../loadtest/client/guest.ts';
import { fourInARow } from '../../loadtest/games/four-in-a-row.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { WireFour } from '../../shared/games/four-in-a-row/wire.ts';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import { type Done, Follower } from './follower.ts';

/** Two people who play one game after the other at a table, as fast as they are answered. */
export class FourPair {
  readonly code: string;
  readonly done: Done[] = [];
  readonly players: readonly Follower<WireTable>[];
  readonly #guests: readonly Guest[];
  readonly #rng = seededRng(7);
  #asked = 0;
  #last: Follower<WireTable>;
  #isOver = false;
  #playing: Promise<void> = Promise.resolve();

  private constructor(code: string, guests: readonly Guest[], players: readonly Follower<WireTable>[]) {
    this.code = code;
    this.#guests = guests;
    this.players = players;
    this.#last = players[0]!;
  }

  static async sit(guests: readonly [Guest, Guest]): Promise<FourPair> {
    const code = await guests[0].makeTable(fourInARow.name);
    const players: Follower<WireTable>[] = [];
    for (const guest of guests) players.push(await Follower.join(() => guest.sit(code, true)));
    return new FourPair(code, guests, players);
  }

  /** @param everyMs the pause between an answer and the next move */
  play(everyMs: number): void {
    this.#playing = this.#play(everyMs);
  }

  /** Resolves when the last command is answered. */
  async rest(): Promise<void> {
    this.#isOver = true;
    await this.#playing;
  }

  async #play(everyMs: number): Promise<void> {
    while (!this.#isOver) {
      // Whoever was answered last has seen what it led to.
      const { phase, game: wire } = this.#last.state;
      const isPlaying = PHASES[phase] === 'playing';
      const game = wire as WireFour;
      const turn = isPlaying ? fourInARow.next(game, () => game, this.#rng) : null;
      const by = turn ? this.#playerIn(turn.seat) : this.players[0]!;
      this.#last = by;
      const command = turn ? { type: 'play', move: turn.move } : { type: 'start' };
      const id = `four-${this.code}-${++this.#asked}`;
      this.done.push(await by.command(id, command));
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  #playerIn(seat: number): Follower<WireTable> {
    let person: string | undefined;
    this.#last.state.seats.forEach((each, key) => {
      if (Number(key) === seat) person = each.playerId;
    });
    return this.players[this.#guests.findIndex(({ id }) => id === person)]!;
  }
}
