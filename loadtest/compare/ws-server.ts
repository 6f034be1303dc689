/**
 * The baseline: the same game over `ws`, written by hand in the plainest way. Every accepted command becomes one JSON
 * message of what happened, sent to each player; the sender also gets an answer. No schema, no rooms, no guard, no
 * journal. Prints its address when it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { playerId, type SeatId } from '../../shared/core/ids.ts';
import type { Actor } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../shared/games/color-clues/state.ts';
import type { GameCommand, GameEvent } from '../../shared/games/color-clues/types.ts';
import type { TableState } from '../../shared/table/state.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand, TableEvent } from '../../shared/table/types.ts';

const rules = tableFor(colorClues);
const rng = seededRng(1);

interface Table {
  state: TableState<GameState>;
  seq: number;
  readonly players: Map<SeatId, WebSocket>;
}
const tables = new Map<string, Table>();

function carryOut(table: Table, by: Actor, command: TableCommand<GameCommand>): string | null {
  const decided = rules.decide(table.state, by, command, { now: Date.now(), rng });
  if (!decided.ok) return decided.error.code;
  for (const event of decided.value) table.state = rules.evolve(table.state, event);
  table.seq++;
  for (const [seat, socket] of table.players) {
    const events = decided.value.map((event) => redact(event, seat));
    socket.send(JSON.stringify({ type: 'change', seq: table.seq, events }));
  }
  return null;
}

const redact = (event: TableEvent<GameEvent>, seat: SeatId): unknown =>
  event.type === 'gameEvent'
    ? { type: 'gameEvent', event: colorClues.redact(event.event, { kind: 'seat', seat }) }
    : event;

const http = createServer();
new WebSocketServer({ server: http, maxPayload: 4096 }).on('connection', (socket, request) => {
  const [, code = '', player = ''] = (request.url ?? '').split('/');
  let table = tables.get(code);
  if (!table) {
    table = { state: rules.initial, seq: 0, players: new Map() };
    tables.set(code, table);
    carryOut(
      table,
      { kind: 'system' },
      { type: 'open', name: code, visibility: 'private', options: null, bots: 0 },
    );
  }
  const mine = table;
  carryOut(
    mine,
    { kind: 'system' },
    { type: 'sit', person: { id: playerId(player), name: player, marker: 0 } },
  );
  const seat = mine.state.seats.at(-1)!.id;
  mine.players.set(seat, socket);
  socket.send(JSON.stringify({ type: 'welcome', seat, state: mine.state }));
  socket.on('message', (data) => {
    const { id, command } = JSON.parse(String(data)) as { id: string; command: TableCommand<GameCommand> };
    const refusal = carryOut(mine, { kind: 'seat', seat }, command);
    socket.send(JSON.stringify({ type: 'answer', id, refusal, seq: mine.seq }));
  });
});
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Play at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
