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
import { until } from '../harness/until.ts';
import type { Answer, Visitor } from '../harness/visitor.ts';

/** How long is waited for an answer to bytes that may get none, ms. */
const SILENCE_MS = 60;
/** Rooms gather some of their news for less than this, ms. */
const GATHERED_MS = 300;
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
  /** Is host or owner and may do everything: what is refused is refused for its shape. */
  let client: RoomClient;
  let witness: RoomClient;
  let stored: readonly string[];
  let frames = 0;

  beforeAll(async () => {
    client = await RoomClient.enter(host, where());
    witness = where() === 'inbox' ? client : await RoomClient.enter(guest, where());
    frames = await quietFrames(witness);
    stored = await grounds.rows();
  });
  afterAll(() => {
    client.socket.cut();
    witness.socket.cut();
  });

  it.each(messages)('%s: nothing of another shape is accepted', async (_what, type, { wrong }) => {
    const accepted: string[] = [];
    for (let i = 0; i < wrong.length; i += AT_ONCE) {
      const batch = wrong.slice(i, i + AT_ONCE);
      const said = await client.requestAll(
        type,
        batch.map(({ value }) => attackBytes(value)),
      );
      said.forEach(({ code }, index) => {
        if (code !== 'bad_message') accepted.push(`${batch[index]!.what}: ${code}`);
      });
    }
    expect(accepted).toEqual([]);
    expect(wrong.length).toBeGreaterThan(30);
  });

  it('nothing of all that was stored, or shown to anybody', async () => {
    expect(await grounds.rows()).toEqual(stored);
    if (witness !== client) expect(witness.socket.frames.slice(frames)).toEqual([]);
    expect((await witness.request('clock', {})).code).toBe('ok');
  });

  it('the same messages in their right shape are understood', async () => {
    for (const [what, type, { sample }] of messages) {
      const { code } = await client.request(type, sample);
      expect([what, code]).toEqual([
        what,
        expect.not.stringMatching(/^(?:bad_message|error|silence|closed)$/),
      ]);
    }
  });

  it('bytes that are no message are not accepted, and others do not notice', async () => {
    const accepted: string[] = [];
    for (const [what, bytes] of Object.entries(BROKEN_BYTES)) {
      const attacker = await RoomClient.enter(host, where());
      for (const type of ['command', 'clock', 'typing']) {
        const [{ code }] = (await attacker.requestAll(type, [bytes], SILENCE_MS)) as [Reply];
        if (!/^(?:bad_message|error|closed|silence)$/.test(code)) accepted.push(`${what}: ${type}: ${code}`);
      }
      attacker.socket.cut();
    }
    expect(accepted).toEqual([]);
    if (witness !== client) expect((await witness.request('clock', {})).code).toBe('ok');
  });
});

/** How many frames somebody has when no more come by themselves. */
async function quietFrames({ socket }: RoomClient): Promise<number> {
  let count = socket.frames.length;
  let since = performance.now();
  await until(() => {
    if (socket.frames.length !== count) since = performance.now();
    count = socket.frames.length;
    return performance.now() - since > GATHERED_MS;
  }, 'no more frames');
  return count;
}

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

  let stored: readonly string[];
  beforeAll(async () => {
    stored = await grounds.rows();
  });

  it.each(withBody)('$route: no body of another shape is accepted', async (row) => {
    const { method } = partsOf(row.route);
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
  });

  it('nothing of all that was stored', async () => {
    expect(await grounds.rows()).toEqual(stored);
  });
});
