import { batch, type Signal, signal } from '@preact/signals';
import type { Cell, GameCommand } from '../../shared/games/color-clues/types.ts';
import type { TableConnection, Wish } from '../net/types.ts';
import type { View } from './faces.ts';

/** Which control a refusal belongs to, so that it speaks where it happened. */
export type Place = 'dock' | 'table' | 'seat';

/** One tab at one table: the connection, and what this person is about to do. */
export interface Sitting {
  readonly code: string;
  readonly connection: TableConnection;
  /** The cell under consideration; for the giver the color of the card. */
  readonly aim: Signal<Cell | null>;
  /** The clue being typed; kept while the sheet is closed and when it is refused. */
  readonly draft: Signal<string>;
  /** The last view that showed a reveal. */
  readonly lastReveal: Signal<View | null>;
  /** The kind of wish that waits for its answer. */
  readonly pending: Signal<Wish['type'] | GameCommand['type'] | null>;
  readonly refusal: Signal<{ readonly place: Place; readonly message: string } | null>;
  /** Sends a wish; resolves to whether it was done. One at a time. */
  send(wish: Wish, place?: Place): Promise<boolean>;
  play(move: GameCommand): Promise<boolean>;
}

/** Sits a person down in front of a connection. */
export function sittingAt(code: string, connection: TableConnection): Sitting {
  const pending: Sitting['pending'] = signal(null);
  const refusal: Sitting['refusal'] = signal(null);
  const aim: Sitting['aim'] = signal(null);
  const draft = signal('');
  const lastReveal: Sitting['lastReveal'] = signal(null);

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
  return { code, connection, aim, draft, lastReveal, pending, refusal, send, play };
}
