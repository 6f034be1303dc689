import type { WebSocket } from 'ws';
import { playerId, type SeatId } from '../../shared/core/ids.ts';
import type { Actor, Viewer } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { TableState } from '../../shared/table/state.ts';
import type { TableCommand, TableEvent } from '../../shared/table/types.ts';
import { type AnyCommand, PLAIN_GAMES, type PlainGame } from './plain-games.ts';

const rng = seededRng(1);

/** What is said at a table, besides answers. */
export type TableSaid =
  | { readonly type: 'welcome'; readonly seat: SeatId | null; readonly state: TableState<unknown> }
  | { readonly type: 'change'; readonly seq: number; readonly events: readonly TableEvent<unknown>[] };

interface Table {
  readonly rules: PlainGame['rules'];
  state: TableState<unknown>;
  seq: number;
  readonly players: Map<SeatId, WebSocket>;
  readonly watchers: Set<WebSocket>;
}
const tables = new Map<string, Table>();

function carryOut(table: Table, by: Actor, command: TableCommand<AnyCommand>): string | null {
  const { rules } = table;
  const decided = rules.decide(table.state, by, command, { now: Date.now(), rng });
  if (!decided.ok) return decided.error.code;
  for (const event of decided.value) table.state = rules.evolve(table.state, event);
  table.seq++;
  const change = (viewer: Viewer) => {
    const events = decided.value.map((event) => redact(rules, event, viewer));
    return JSON.stringify({ type: 'change', seq: table.seq, events } satisfies TableSaid);
  };
  for (const [seat, socket] of table.players) socket.send(change({ kind: 'seat', seat }));
  if (table.watchers.size > 0) {
    const frame = change({ kind: 'spectator' });
    for (const socket of table.watchers) socket.send(frame);
  }
  return null;
}

const redact = (
  { game }: PlainGame['rules'],
  event: TableEvent<unknown>,
  viewer: Viewer,
): TableEvent<unknown> =>
  event.type === 'gameEvent' ? { type: 'gameEvent', event: game.redact(event.event, viewer) } : event;

function tableOf(game: string, code: string): Table {
  const known = tables.get(code);
  if (known) return known;
  const { rules } = PLAIN_GAMES[game]!;
  const table: Table = { rules, state: rules.initial, seq: 0, players: new Map(), watchers: new Set() };
  tables.set(code, table);
  const open = { type: 'open', name: code, visibility: 'private', options: null, bots: 0 } as const;
  carryOut(table, { kind: 'system' }, open);
  return table;
}

/** Somebody comes to a table, which whoever comes first makes: to play, or only to watch. */
export function comeToTable(
  socket: WebSocket,
  game: string,
  code: string,
  player: string,
  wantsSeat: boolean,
): void {
  const table = tableOf(game, code);
  const { players, watchers } = table;
  if (!wantsSeat) {
    watchers.add(socket);
    socket.on('close', () => watchers.delete(socket));
    socket.send(JSON.stringify({ type: 'welcome', seat: null, state: table.state } satisfies TableSaid));
    return;
  }
  const person = { id: playerId(player), name: player, marker: 0 };
  carryOut(table, { kind: 'system' }, { type: 'sit', person });
  const seat = table.state.seats.at(-1)!.id;
  players.set(seat, socket);
  socket.send(JSON.stringify({ type: 'welcome', seat, state: table.state } satisfies TableSaid));
  socket.on('close', () => players.delete(seat));
  socket.on('message', (data) => {
    const { id, command } = JSON.parse(String(data)) as { id: string; command: TableCommand<AnyCommand> };
    const refusal = carryOut(table, { kind: 'seat', seat }, command);
    socket.send(JSON.stringify({ type: 'answer', id, refusal, seq: table.seq }));
  });
}
