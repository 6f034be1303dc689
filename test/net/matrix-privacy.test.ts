import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationKind } from '../../shared/chat/types.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { askSeat, bodyOf, RoomClient, verdictOf } from '../harness/matrix-client.ts';
import { browserOf, Grounds } from '../harness/matrix-people.ts';
import {
  makeWorld,
  must,
  newcomer,
  post,
  SECRET_TITLE,
  SECRET_WORDS,
  type Setting,
  writing,
} from '../harness/matrix-worlds.ts';
import { withAccount } from '../harness/operators.ts';
import { until } from '../harness/until.ts';
import type { Answer, Visitor } from '../harness/visitor.ts';

/** How soon whoever was sent away is out at the latest, ms: at once, as far as a busy machine does anything at once. */
const OUT_MS = 10_000;
let grounds: Grounds;
let setting: Setting;

beforeAll(async () => {
  grounds = await Grounds.open();
  const operator = await grounds.person('Operetta');
  const product = await grounds.start({ OPERATORS: operator.id });
  setting = { server: product, operator: await withAccount(await browserOf(product, operator), 'Operetta') };
});
afterAll(() => grounds.stop());

type Path = (visitor: Visitor, conversation: string, seq: number) => Promise<Answer>;
const get =
  (path: string): Path =>
  (visitor, conversation) =>
    visitor.call(`/api/chat/${conversation}/${path}`);
const send =
  (path: string, body: (seq: number) => object): Path =>
  (visitor, conversation, seq) =>
    visitor.call(`/api/chat/${conversation}/${path}`, { method: 'POST', body: body(seq) });

/** Every way to ask a conversation for something. */
const PATHS: Readonly<Record<string, Path>> = {
  seat: (visitor, conversation) => askSeat(visitor, conversation),
  messages: get('messages'),
  'messages before': get('messages?before=99&limit=1'),
  'messages after': get('messages?after=0'),
  since: get('since?seq=0'),
  'since the end': get('since?seq=4294967295'),
  audit: get('audit'),
  quiet: send('quiet', () => ({ isMuted: true })),
  report: send('report', (seq) => ({ seq, reason: '' })),
  accept: send('answer', () => ({ answer: 'accept' })),
  decline: send('answer', () => ({ answer: 'decline' })),
  block: send('answer', () => ({ answer: 'block' })),
};
/** Answers that somebody may get who knows of the conversation anyway. */
const KNOWN = new Set(['seat', 'accept', 'decline', 'block']);

/** Everything of an answer that does not go by the clock, or by chance. */
function shown({ status, headers, text }: Answer): string {
  const { date: _date, 'x-request-id': _id, ...others } = headers;
  return JSON.stringify([status, others, text]);
}

/** An id of the same form that no conversation has. */
function nowhere(conversation: string): string {
  const [kind = ''] = conversation.split('-', 1);
  return `${kind}-${'z'.repeat(conversation.length - kind.length - 1)}`;
}

/** Kind, standing, and whether they know that the conversation exists. */
const outsiders: readonly (readonly [ConversationKind, string, knows: boolean])[] = [
  ['group', 'stranger', false],
  ['group', 'operator', false],
  ['group', 'asked', true],
  ['group', 'declined', true],
  ['group', 'left', true],
  ['group', 'kicked', true],
  ['group', 'banned', true],
  ['direct', 'stranger', false],
  ['direct', 'operator', false],
  ['direct', 'asked', true],
  ['direct', 'decliner', true],
  ['public', 'banned', true],
  ['table', 'kicked', true],
  ['table', 'banned', true],
];

describe.concurrent.each(outsiders)(
  'in a conversation of the kind %s, to somebody %s',
  (kind, role, knows) => {
    it('nothing is told by any path, not even that there is one', async () => {
      const { actor, conversation, theirs, witness, own } = await makeWorld(kind, setting, role);
      const seq = theirs || own || 1;
      const before = await lastSeq(witness, conversation);
      const told: string[] = [];
      for (const [path, ask] of Object.entries(PATHS)) {
        // What is answered last changes how things stand.
        if (knows && KNOWN.has(path)) continue;
        const [here, there] = [
          await ask(actor, conversation, seq),
          await ask(actor, nowhere(conversation), seq),
        ];
        if (shown(here) !== shown(there)) told.push(`${path}: ${shown(here)} instead of ${shown(there)}`);
        if (verdictOf(here) !== '404 no_conversation') told.push(`${path}: ${verdictOf(here)}`);
      }
      expect(told).toEqual([]);
      expect(await lastSeq(witness, conversation)).toBe(before);
    });

    it('no search, no list and no socket has a word of it, before or after a new message', async () => {
      const { actor, conversation, witness } = await makeWorld(kind, setting, role);
      const inbox = await RoomClient.enter(actor, 'inbox');
      const news = `news ${SECRET_WORDS}`;
      const { code } = await witness.say(writing(news));
      // A direct talk is over when one of the two declined.
      expect(code).toBe(role === 'decliner' ? 'not_open' : 'ok');
      if (code === 'ok') {
        const isFound = async () => (await searched(witness.visitor, 'news', conversation)).length > 0;
        await until(isFound, 'the message to be found by those who may');
      }
      const asked = await Promise.all([
        ...[SECRET_WORDS, SECRET_TITLE, 'news', 'a'].map((words) => searched(actor, words, conversation)),
        actor.call('/api/account/data').then(({ text }) => [text]),
      ]);
      // Their own words are theirs to have; the words of others are not.
      for (const text of asked.flat()) expect(text).not.toContain(SECRET_WORDS);
      const heard = [SECRET_WORDS, ...(knows ? [] : [SECRET_TITLE, conversation])];
      expect(heard.filter((words) => inbox.hasHeard(words))).toEqual([]);
      inbox.socket.cut();
    });
  },
);

/** What somebody finds in a conversation. */
async function searched(visitor: Visitor, words: string, conversation: string): Promise<string[]> {
  const answer = await visitor.call(`/api/chat/search?q=${words}`);
  const { hits } = bodyOf(answer) as { hits: { conversation: string }[] };
  return hits.filter((hit) => hit.conversation === conversation).map((hit) => JSON.stringify(hit));
}

async function lastSeq({ visitor }: RoomClient, conversation: string): Promise<unknown> {
  return bodyOf(await visitor.call(`/api/chat/${conversation}/since?seq=0`)).seq;
}

describe('a direct talk that somebody left', () => {
  it('is as if it were not there for them, until the other one writes again', async () => {
    const { actor, conversation, theirs, witness } = await makeWorld('direct', setting, 'left');
    for (const [path, ask] of Object.entries(PATHS))
      expect([path, shown(await ask(actor, conversation, theirs))]).toEqual([
        path,
        shown(await ask(actor, nowhere(conversation), theirs)),
      ]);
    await must(witness, writing('come back'));
    expect(verdictOf(await PATHS.messages!(actor, conversation, theirs))).toBe('200');
  });
});

describe('reports', () => {
  it('are for operators only', async () => {
    const { actor } = await makeWorld('group', setting, 'owner');
    expect(verdictOf(await actor.call('/api/chat/reports'))).toBe('404 not_found');
    expect(verdictOf(await setting.operator.call('/api/chat/reports'))).toBe('200');
  });
});

/** Who sends away, and how. */
const ways: readonly (readonly [ConversationKind, 'kick' | 'ban'])[] = [
  ['public', 'ban'],
  ['group', 'kick'],
  ['group', 'ban'],
  ['table', 'ban'],
];

describe.concurrent.each(ways)('in a conversation of the kind %s, a %s', (kind, type) => {
  it('closes every socket of the person in time, and nothing they send comes through any more', async () => {
    const role = kind === 'table' ? 'operator' : 'owner';
    const world = await makeWorld(kind, setting, role);
    const victim = world.witness;
    const tabs = [victim];
    for (let i = 0; i < 3; i++) tabs.push(await RoomClient.enter(victim.visitor, world.conversation));
    const sent = await must(world.client!, { type, person: victim.visitor.id });
    const start = performance.now();
    // What is on its way at this moment, and what a stubborn client sends on.
    const stubborn = tabs.map((tab) => tab.say(writing('still here')));
    await until(() => tabs.every(({ socket }) => socket.isClosed), 'every tab to be closed');
    expect(performance.now() - start).toBeLessThan(OUT_MS);
    const code = type === 'ban' ? CLOSE.banned : CLOSE.kicked;
    expect(tabs.map(({ socket }) => socket.closeCode)).toEqual(tabs.map(() => code));
    expect((await Promise.all(stubborn)).map(({ code }) => code)).not.toContain('ok');
    const { text } = await world.actor.call(`/api/chat/${world.conversation}/since?seq=${sent}`);
    expect(text).not.toContain('still here');
    for (const path of ['messages', 'since', 'audit'])
      expect(verdictOf(await PATHS[path]!(victim.visitor, world.conversation, 1))).toBe(
        '404 no_conversation',
      );
    expect((await askSeat(victim.visitor, world.conversation)).status).toBeGreaterThanOrEqual(403);
  });
});

describe('a role', () => {
  it.each(['public', 'group'] as const)(
    'that is taken away is gone with the next command (%s)',
    async (kind) => {
      const world = await makeWorld(kind, setting, 'owner');
      const boss = world.client!;
      const person = world.witness.visitor.id;
      await must(boss, { type: 'setRole', person, role: 'moderator' });
      await must(world.witness, { type: 'pin', target: world.theirs });
      await must(boss, { type: 'setRole', person, role: 'member' });
      const acts = [
        { type: 'unpin', target: world.theirs },
        { type: 'ban', person: world.people.outcast },
        { type: 'delete', target: world.own },
      ];
      for (const act of acts) expect((await world.witness.say(act)).code).toBe('not_allowed');
      expect(verdictOf(await PATHS.audit!(world.witness.visitor, world.conversation, 1))).toBe(
        '404 not_found',
      );
    },
  );

  it('that was handed over is not kept', async () => {
    const world = await makeWorld('group', setting, 'owner');
    await must(world.client!, { type: 'setRole', person: world.people.member, role: 'owner' });
    expect((await world.client!.say({ type: 'configure', settings: { topic: 'mine' } })).code).toBe(
      'not_allowed',
    );
  });
});

describe('a message of another conversation', () => {
  it.each(['public', 'group', 'direct', 'table'] as const)(
    'cannot be meant in one of the kind %s',
    async (kind) => {
      const world = await makeWorld(
        kind,
        setting,
        kind === 'direct' ? 'opener' : kind === 'table' ? 'operator' : 'owner',
      );
      const client = world.client!;
      // The same person's, with a number that this conversation does not have yet.
      const name = `m${world.actor.id.toLowerCase().replace(/[^a-z0-9]/g, 'x')}${kind}`;
      const lobby = { name, title: 'Elsewhere', topic: '', language: '' };
      const { conversation } = await post(world.actor, '/api/chat/lobbies', lobby);
      const elsewhere = await RoomClient.enter(world.actor, String(conversation));
      const first = await must(elsewhere, writing('first'));
      for (let i = 0; i < 30; i++) {
        await must(elsewhere, { type: 'edit', target: first, text: `first ${i}`, mentions: [] });
      }
      const target = await must(elsewhere, writing('second'));
      const emoji = '👍';
      for (const command of [
        { type: 'edit', target, text: 'changed from afar', mentions: [] },
        { type: 'delete', target },
        { type: 'react', target, emoji },
        { type: 'unreact', target, emoji },
        { type: 'pin', target },
        { type: 'unpin', target },
      ]) {
        expect([command.type, (await client.say(command)).code]).toEqual([command.type, 'no_message']);
      }
      // An entry that is no message: the one that opened the conversation.
      expect((await client.say({ type: 'delete', target: 1 })).code).toBe('no_message');
      const { messages } = bodyOf(await world.actor.call(`/api/chat/${conversation}/messages`)) as {
        messages: { text: string; reactions: object }[];
      };
      expect(messages.at(-1)).toMatchObject({ text: 'second', reactions: {}, deletedBy: '' });
    },
  );

  it('is not reported with a number of another one', async () => {
    const world = await makeWorld('public', setting, 'member');
    expect(verdictOf(await PATHS.report!(world.actor, world.conversation, 4_000))).toBe('404 no_message');
  });
});

describe('an inbox', () => {
  it('is one’s own: no path leads to another one', async () => {
    const [ana, ben] = [await newcomer(setting), await newcomer(setting)];
    await RoomClient.enter(ana, 'inbox');
    for (const id of [`inbox-${ana.id}`, ana.id, `direct-inbox-${ana.id}`]) {
      for (const path of ['seat', 'messages', 'since', 'audit'])
        expect(verdictOf(await PATHS[path]!(ben, id, 1))).toBe('404 no_conversation');
    }
  });
});
