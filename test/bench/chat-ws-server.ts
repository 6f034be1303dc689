/**
 * The baseline of chat: one public room over `ws`, written by hand in the plainest way. A message that is valid is kept
 * among the newest fifty, sent to everybody as one JSON text, and answered. No schema, no rooms, no guard; nothing is
 * stored. Prints its address when it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { WINDOW } from '../../shared/protocol/chat-wire.ts';

const MAX_CHARACTERS = 500;
/** Messages of one person within `FLOOD_MS`. */
const FLOOD_MESSAGES = 8;
const FLOOD_MS = 10_000;

interface Posted {
  readonly no: number;
  readonly at: number;
  readonly author: string;
  readonly text: string;
}

const everybody = new Set<WebSocket>();
const newest: Posted[] = [];
let count = 0;

/** What somebody asks for, or null when it is nothing that makes sense. */
function parse(data: string): { readonly id: string; readonly text: string } | null {
  try {
    const { id, text } = JSON.parse(data);
    if (typeof id !== 'string' || id.length > 64 || typeof text !== 'string') return null;
    const clean = text.normalize('NFC').trim();
    return clean === '' || clean.length > MAX_CHARACTERS ? null : { id, text: clean };
  } catch {
    return null;
  }
}

const http = createServer();
new WebSocketServer({ server: http, maxPayload: 4096 }).on('connection', (socket, request) => {
  const author = (request.url ?? '').slice(1);
  let lately: number[] = [];
  everybody.add(socket);
  socket.on('close', () => everybody.delete(socket));
  socket.send(JSON.stringify({ type: 'welcome', messages: newest }));
  socket.on('message', (data) => {
    const wish = parse(String(data));
    const at = Date.now();
    lately = lately.filter((moment) => moment > at - FLOOD_MS);
    if (!wish || lately.length >= FLOOD_MESSAGES) {
      socket.send(JSON.stringify({ type: 'answer', id: wish?.id, refusal: wish ? 'too_fast' : 'bad' }));
      return;
    }
    lately.push(at);
    const message: Posted = { no: ++count, at, author, text: wish.text };
    newest.push(message);
    if (newest.length > WINDOW) newest.shift();
    const frame = JSON.stringify({ type: 'message', ...message });
    for (const other of everybody) other.send(frame);
    socket.send(JSON.stringify({ type: 'answer', id: wish.id, refusal: null }));
  });
});
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Play at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
