import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gameCommandSchema, gameOptionsSchema } from '../../shared/games/color-clues/commands.ts';
import { chatCommandMessage } from '../../shared/protocol/chat.ts';
import { commandMessage } from '../../shared/protocol/messages.ts';
import { AT_ONCE, bodyOf, type Reply, RoomClient, verdictOf } from '../harness/matrix-client.ts';
import {
  BROKEN_BYTES,
  CHAT_COMMANDS,
  CHAT_MESSAGES,
  INBOX_MESSAGES,
  MOVES,
  TABLE_COMMANDS,
  TABLE_MESSAGES,
} from '../harness/matrix-messages.ts';
import { browserOf, Grounds } from '../harness/matrix-people.ts';
import { partsOf, pathTo, ROUTES } from '../harness/matrix-routes.ts';
import { attackBytes, attackJson } from '../harness/matrix-shapes.ts';
import type { Product } from '../harness/product.ts';
import type { Answer, Visitor } from '../harness/visitor.ts';

/** How long is waited for an answer to bytes that may get none, ms. */
const SILENCE_MS = 60;
let grounds: Grounds;
let product: Product;
let host: Visitor;
let guest: Visitor;
const place = { code: '', conversation: '' };

beforeAll(async () => {
  grounds = await Grounds.open();
  const [known, friend] = [await grounds.person('Ottilie'), await grounds.person('Friedrich')];
  product = await grounds.start();
  [host, guest] = [await browserOf(product, known), await browserOf(product, friend)];
  const table = await host.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
  place.code = String(bodyOf(table).code);
  const lobby = { name: 'matrix', title: 'Matrix', topic: '', language: '' };
  const made = await host.call('/api/chat/lobbies', { method: 'POST', body: lobby });
  place.conversation = String(bodyOf(made).conversation);
});
afterAll(() => grounds.stop());

const typesIn = (union: { options: readonly { shape: { type: { value: unknown } } }[] }) =>
  union.options.map(({ shape }) => String(shape.type.value)).sort();

describe('the list of messages', () => {
  it('is complete', () => {
    const { command } = commandMessage(gameCommandSchema, gameOptionsSchema).shape;
    expect(Object.keys(TABLE_COMMANDS).sort()).toEqual(typesIn(command));
    expect(Object.keys(CHAT_COMMANDS).sort()).toEqual(typesIn(chatCommandMessage.shape.command));
    const moves = gameCommandSchema as unknown as Parameters<typeof typesIn>[0];
    expect(Object.keys(MOVES).sort()).toEqual(typesIn(moves));
  });
});

const rooms = [
  ['a table', () => place.code, TABLE_MESSAGES],
  ['a conversation', () => place.conversation, CHAT_MESSAGES],
  ['an inbox', () => 'inbox', INBOX_MESSAGES],
] as const;

describe.each(rooms)('in %s', (_name, where, messages) => {
  it.each(messages)('%s: nothing of another shape is accepted', async (_what, type, { sample, wrong }) => {
    // Whoever is host or owner may do everything: what is refused is refused for its shape.
    let client = await RoomClient.enter(host, where());
    const witness = where() === 'inbox' ? client : await RoomClient.enter(guest, where());
    const before = await grounds.rows();
    const frames = witness.socket.frames.length;
    const accepted: string[] = [];
    const queue = [...wrong];
    while (queue.length > 0) {
      const batch = queue.splice(0, AT_ONCE);
      const said = await client.requestAll(
        type,
        batch.map(({ value }) => attackBytes(value)),
      );
      if (client.socket.isClosed) client = await RoomClient.enter(host, where());
      said.forEach(({ code }, index) => {
        if (code !== 'bad_message' && code !== 'closed') accepted.push(`${batch[index]!.what}: ${code}`);
      });
    }
    expect(accepted).toEqual([]);
    expect(wrong.length).toBeGreaterThan(30);
    expect(await grounds.rows()).toEqual(before);
    if (witness !== client) expect(witness.socket.frames.slice(frames)).toEqual([]);
    expect((await witness.request('clock', {})).code).toBe('ok');
    // The rows are right: the sample itself is understood.
    expect((await client.request(type, sample)).code).not.toMatch(/bad_message|error|silence/);
    client.socket.cut();
    witness.socket.cut();
  });

  it('bytes that are no message change nothing, and others do not notice', async () => {
    const witness = await RoomClient.enter(guest, where() === 'inbox' ? place.conversation : where());
    const accepted: string[] = [];
    for (const [what, bytes] of Object.entries(BROKEN_BYTES)) {
      const client = await RoomClient.enter(host, where());
      for (const type of ['command', 'clock', 'typing']) {
        const [{ code }] = (await client.requestAll(type, [bytes], SILENCE_MS)) as [Reply];
        if (!/^(?:bad_message|error|closed|silence)$/.test(code)) accepted.push(`${what}: ${type}: ${code}`);
      }
      client.socket.cut();
    }
    expect(accepted).toEqual([]);
    expect((await witness.request('clock', {})).code).toBe('ok');
    witness.socket.cut();
  });
});

/** A body as it is. */
function sendText({ cookie }: Visitor, method: string, path: string, body: string): Promise<Answer> {
  const { hostname, port, origin } = new URL(product.url);
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('over HTTP', () => {
  const withBody = ROUTES.filter(({ body }) => body !== null);

  it.each(withBody)('$route: no body of another shape is accepted', async (row) => {
    const { method } = partsOf(row.route);
    const before = await grounds.rows();
    const accepted: string[] = [];
    const texts = row.body!.wrong.flatMap(({ what, value }) => {
      const text = attackJson(value);
      return text === null ? [] : [{ what, text }];
    });
    for (let i = 0; i < texts.length; i += AT_ONCE) {
      await Promise.all(
        texts.slice(i, i + AT_ONCE).map(async ({ what, text }) => {
          const said = verdictOf(await sendText(host, method, pathTo(row, place), text));
          if (said !== '400 bad_request') accepted.push(`${what}: ${said}`);
        }),
      );
    }
    expect(accepted).toEqual([]);
    expect(texts.length).toBeGreaterThan(20);
    expect(await grounds.rows()).toEqual(before);
  });
});
