import type { WebSocket } from 'ws';
import { WINDOW } from '../../shared/protocol/chat-wire.ts';

const MAX_CHARACTERS = 500;
/** Messages of one person within `FLOOD_MS`. */
const FLOOD_MESSAGES = 8;
const FLOOD_MS = 10_000;

/** A message as it is kept. */
export interface Posted {
  readonly no: number;
  readonly at: number;
  readonly author: string;
  readonly text: string;
}

/** What is said in a lobby, besides answers. */
export type LobbySaid =
  | { readonly type: 'welcome'; readonly messages: readonly Posted[] }
  | ({ readonly type: 'message' } & Posted);

interface Lobby {
  readonly people: Set<WebSocket>;
  readonly newest: Posted[];
  count: number;
}
const lobbies = new Map<string, Lobby>();

interface Wish {
  readonly id: string;
  /** Null when somebody only wants to be a member. */
  readonly text: string | null;
}

/** What somebody asks for, or null when it is nothing that makes sense. */
function parse(data: string): Wish | null {
  try {
    const { id, command } = JSON.parse(data);
    if (typeof id !== 'string' || id.length > 64) return null;
    if (command?.type === 'join') return { id, text: null };
    if (command?.type !== 'post' || typeof command.text !== 'string') return null;
    const text: string = command.text.normalize('NFC').trim();
    return text === '' || text.length > MAX_CHARACTERS ? null : { id, text };
  } catch {
    return null;
  }
}

function lobbyOf(name: string): Lobby {
  const known = lobbies.get(name) ?? { people: new Set(), newest: [], count: 0 };
  lobbies.set(name, known);
  return known;
}

/** Somebody comes into a lobby. What they write is kept among the newest fifty, sent to all and answered. */
export function comeToLobby(socket: WebSocket, name: string, author: string): void {
  const lobby = lobbyOf(name);
  const { people, newest } = lobby;
  let lately: number[] = [];
  people.add(socket);
  socket.on('close', () => people.delete(socket));
  socket.send(JSON.stringify({ type: 'welcome', messages: newest } satisfies LobbySaid));
  const post = (text: string): string | null => {
    const at = Date.now();
    lately = lately.filter((moment) => moment > at - FLOOD_MS);
    if (lately.length >= FLOOD_MESSAGES) return 'too_fast';
    lately.push(at);
    const message: Posted = { no: ++lobby.count, at, author, text };
    newest.push(message);
    if (newest.length > WINDOW) newest.shift();
    const frame = JSON.stringify({ type: 'message', ...message } satisfies LobbySaid);
    for (const other of people) other.send(frame);
    return null;
  };
  socket.on('message', (data) => {
    const wish = parse(String(data));
    const refusal = wish ? wish.text && post(wish.text) : 'bad_request';
    socket.send(JSON.stringify({ type: 'answer', id: wish?.id, refusal, seq: lobby.count }));
  });
}
