import { type CommandId, commandId, matchId, playerId, seatId } from '../../shared/core/ids.ts';
import type { Actor } from '../../shared/core/rules.ts';
import type { StopReason } from '../../shared/engine/match.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import type { Entry, Journal, Log } from '../../shared/engine/ports.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand, TableEvent } from '../../shared/table/types.ts';
import { FakeClock, fakeLog, seededEntropy } from './fakes.ts';
import { memoryJournal } from './memory-journal.ts';
import { type ToyCommand, type ToyEvent, toyGame } from './toy-game.ts';

export type ToyEntry = Entry<TableEvent<ToyEvent>>;
export type ToyJournal = Journal<TableEvent<ToyEvent>>;

export const toyTable = tableFor(toyGame);
export const TOY_MATCH = matchId('m1');
export const system: Actor = { kind: 'system' };
export const seat = (n: number): Actor => ({ kind: 'seat', seat: seatId(n) });
let lastId = 0;
export const fresh = (): CommandId => commandId(`c${++lastId}`);

export const opening = { type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 } as const;
export const sit = (name: string) =>
  ({ type: 'sit', person: { id: playerId(name), name, marker: 0 } }) as const;
export const take = (coins: number) => ({ type: 'play', move: { type: 'take', coins } }) as const;

/** A table of the toy game in the engine, with everything it tells its host. */
export async function openToy(
  options: {
    journal?: ToyJournal;
    clock?: FakeClock;
    rules?: typeof toyTable;
    leftAt?: number;
    log?: Log;
  } = {},
) {
  const clock = options.clock ?? new FakeClock();
  const journal = options.journal ?? memoryJournal<TableEvent<ToyEvent>>();
  const lines = fakeLog();
  const log = options.log ?? lines;
  const shown: ToyEntry[] = [];
  const stops: StopReason[] = [];
  const opened = await openMatch(
    options.rules ?? toyTable,
    TOY_MATCH,
    { journal, clock, entropy: seededEntropy(1), log, hasOwnTime: true, leftAt: options.leftAt },
    { onCommit: (entry) => shown.push(entry), onStop: (reason) => stops.push(reason) },
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const match = opened.value;
  const say = (by: Actor, command: TableCommand<ToyCommand>, withId = fresh()) =>
    match.dispatch({ commandId: withId, by, command });
  return { match, clock, journal, log: lines, shown, stops, say };
}

/** The same with two people, in the middle of a game; it is the turn of seat 1. */
export async function playingToy(options: Parameters<typeof openToy>[0] = {}) {
  const game = await openToy(options);
  await game.say(system, opening);
  await game.say(system, sit('ana'));
  await game.say(system, sit('ben'));
  const started = await game.say(seat(1), { type: 'start' });
  if (!started.ok) throw new Error(started.error.code);
  return game;
}
