import { type ArraySchema, t } from '@colyseus/schema';
import type { TurnView } from '../../shared/turns/turn-game.ts';
import type { WireTurns } from '../../shared/turns/wire.ts';
import type { WireTime } from './mirror.ts';

/** The fields of every game of turns, for its schema; `shared/turns/wire.ts` reads them back. */
export const turnFields = () => ({
  options: t.string().default('null'),
  order: t.array('uint16'),
  turn: t.uint16().default(0),
  until: t.uint32().default(0),
  spanMs: t.uint32().default(0),
  ranking: t.string().default(''),
  since: t.uint32().default(0),
});

/** The fields as they are written. */
type Turns = { -readonly [K in keyof WireTurns]: WireTurns[K] } & { order: ArraySchema<number> };

/** Writes everything of a game of turns but its position. */
export function mirrorTurns(state: Turns, view: TurnView<unknown, unknown>, time: WireTime): void {
  state.options = JSON.stringify(view.options);
  mirrorList(state.order, view.order);
  state.turn = view.turn ?? 0;
  state.since = time(view.since);
  state.until = time(view.until);
  state.spanMs = view.spanMs ?? 0;
  state.ranking = view.ranking === null ? '' : JSON.stringify(view.ranking);
}

/** Makes a list hold these numbers; what is the same is not sent. */
export function mirrorList(list: ArraySchema<number>, items: readonly number[]): void {
  if (list.length > items.length) list.clear();
  for (const [index, item] of items.entries()) {
    if (index === list.length) list.push(item);
    else if (list[index] !== item) list[index] = item;
  }
}
