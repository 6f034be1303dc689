/**
 * The baseline: the same games and lobbies over `ws`, written by hand in the plainest way. Every accepted command becomes
 * one JSON message of what happened, sent to each who is there; whoever sent it also gets an answer. No schema, no rooms,
 * no guard, no sessions; nothing is stored. Prints its address when it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { comeToLobby } from './ws-lobbies.ts';
import { comeToTable } from './ws-tables.ts';

const MAX_BYTES = 4_096;

const http = createServer();
new WebSocketServer({ server: http, maxPayload: MAX_BYTES }).on('connection', (socket, request) => {
  const [, where, ...path] = (request.url ?? '').split('/');
  if (where === 'lobbies') {
    const [name = '', author = ''] = path;
    comeToLobby(socket, name, author);
  } else {
    const [game = '', code = '', player = '', how] = path;
    comeToTable(socket, game, code, player, how === 'play');
  }
});
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Play at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
