import { PLAYERS } from './chaos-moves.ts';
import type { Product } from './product.ts';
import { until } from './until.ts';
import { Visitor } from './visitor.ts';

/** Everybody comes from one address here and comes back often: what guards against floods would be in the way. */
export const NO_LIMITS = Object.fromEntries(
  [
    'REQUESTS_PER_ADDRESS',
    'UPGRADES_PER_ADDRESS',
    'SESSIONS_PER_ADDRESS',
    'CREATES_PER_ADDRESS',
    'SEATS_PER_ADDRESS',
    'SEATS_PER_PERSON',
    'CHAT_SEATS_PER_PERSON',
    'PAGES_PER_PERSON',
    'DIRECTS_PER_PERSON',
    'PENDING_SEATS_PER_ADDRESS',
    'RENAMES_PER_ADDRESS',
  ].map((name) => [`LIMIT_${name}`, '1000000']),
);
const LOBBY = 'lobby-lobby';

/** A person, and the rooms of their page. */
export interface Guest {
  readonly visitor: Visitor;
  readonly name: string;
  readonly conversations: readonly string[];
  /** The code of a table, or null. */
  readonly table: string | null;
}

/** Makes people with names: some in the lobby, every two of them with a talk of their own, and some at tables of four. */
export async function invite(product: Product, chatters: number, tables: number): Promise<Guest[]> {
  const people: Pick<Guest, 'visitor' | 'name'>[] = [];
  for (let index = 0; index < chatters + tables * PLAYERS; index++) {
    const name = `Guest ${String.fromCharCode(65 + index)}`;
    const visitor = await Visitor.arrive(product);
    await visitor.call('/api/me', { method: 'PATCH', body: { name } });
    people.push({ visitor, name });
  }
  const guests: Guest[] = [];
  for (let index = 0; index < chatters; index += 2) {
    const pair = people.slice(index, index + 2);
    const talk = await openTalk(pair.map(({ visitor }) => visitor));
    guests.push(...pair.map((each) => ({ ...each, conversations: [LOBBY, talk], table: null })));
  }
  for (let index = chatters; index < people.length; index += PLAYERS) {
    const players = people.slice(index, index + PLAYERS);
    const { code = '' } = await ask(players[0]!.visitor, '/api/tables', { visibility: 'private' });
    guests.push(...players.map((each) => ({ ...each, conversations: [], table: code })));
  }
  return guests;
}

async function openTalk([one, two]: readonly Visitor[]): Promise<string> {
  if (!one || !two) throw new Error('A talk needs two people.');
  const { conversation = '' } = await ask(one, '/api/chat/direct', { person: two.id });
  const accept = { method: 'POST', body: { answer: 'accept' } };
  const path = `/api/chat/${conversation}/answer`;
  // The request reaches the other person's list a moment later.
  await until(async () => (await two.call(path, accept)).status === 200, 'the request');
  return conversation;
}

async function ask(visitor: Visitor, path: string, body: unknown): Promise<Record<string, string>> {
  const { status, text } = await visitor.call(path, { method: 'POST', body });
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
  return JSON.parse(text);
}
