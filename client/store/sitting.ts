import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClientGame } from '../games/game.ts';
import type { Move, TableConnection, Wish } from '../net/types.ts';
import { reactionsAt, type ShownReactions } from './reactions.ts';
import { type Show, showAt } from './show.ts';

/** Which control a refusal belongs to, so that it speaks where it happened. */
export type Place = 'dock' | 'table' | 'seat';

/** One tab at one table: the connection, and what this person has asked for. M are the moves of the game. */
export interface Sitting<M extends Move = Move> {
  readonly code: string;
  readonly connection: TableConnection<ClientGame>;
  /** The kind of wish that waits for its answer. */
  readonly pending: Signal<string | null>;
  readonly refusal: Signal<{ readonly place: Place; readonly message: string } | null>;
  /** What people here show at this moment. */
  readonly reactions: ReadonlySignal<ShownReactions>;
  /** What is shown step by step. */
  readonly show: Show;
  /** Sends a wish; resolves to whether it was done. One at a time. */
  send(wish: Wish, place?: Place): Promise<boolean>;
  play(move: M): Promise<boolean>;
}

/** Sits a person down in front of a connection. */
export function sittingAt(code: string, connection: TableConnection<ClientGame>): Sitting {
  const pending: Sitting['pending'] = signal(null);
  const refusal: Sitting['refusal'] = signal(null);

  async function send(wish: Wish, place: Place = 'dock'): Promise<boolean> {
    if (pending.peek() !== null) return false;
    batch(() => {
      pending.value = wish.type === 'play' ? wish.move.type : wish.type;
      refusal.value = null;
    });
    const result = await connection.submit(wish);
    batch(() => {
      pending.value = null;
      if (!result.ok && result.error.code !== 'gone')
        refusal.value = { place, message: result.error.message };
    });
    return result.ok;
  }

  const play: Sitting['play'] = (move) => send({ type: 'play', move });
  return {
    code,
    connection,
    pending,
    refusal,
    show: showAt(connection),
    reactions: reactionsAt(connection),
    send,
    play,
  };
}
