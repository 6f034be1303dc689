import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationKind } from '../../shared/chat/types.ts';
import { askSeat, bodyOf, verdictOf } from '../harness/matrix-client.ts';
import { GRIDS } from '../harness/matrix-expected.ts';
import { CHAT_COMMANDS } from '../harness/matrix-messages.ts';
import { browserOf, Grounds } from '../harness/matrix-people.ts';
import { ACTS, makeWorld, type Setting, type World } from '../harness/matrix-worlds.ts';
import { withAccount } from '../harness/operators.ts';
import type { Answer } from '../harness/visitor.ts';

/** Worlds that are made side by side. */
const SIDE_BY_SIDE = 8;
let grounds: Grounds;
let setting: Setting;

beforeAll(async () => {
  grounds = await Grounds.open();
  const operator = await grounds.person('Operetta');
  const product = await grounds.start({ OPERATORS: operator.id });
  setting = { server: product, operator: await withAccount(await browserOf(product, operator), 'Operetta') };
});
afterAll(() => grounds.stop());

/** Runs jobs a few at a time. */
async function sideBySide(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...jobs];
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

/** What may be done before anything else without making a difference to it. */
const GENTLE = /^(?:post|editOwn|react|unreact|pin|unpin|configure|mute\w+|unban)$/;

/** What is asked for over HTTP. */
const ASKED: Readonly<Record<string, (world: World) => Promise<Answer>>> = {
  seat: ({ actor, conversation }) => askSeat(actor, conversation),
  read: ({ actor, conversation }) => actor.call(`/api/chat/${conversation}/messages`),
  audit: ({ actor, conversation }) => actor.call(`/api/chat/${conversation}/audit`),
  banned: ({ actor, conversation }) => actor.call(`/api/chat/${conversation}/banned`),
  report: ({ actor, conversation, theirs, own }) => {
    const body = { seq: theirs || own || 1, reason: '' };
    return actor.call(`/api/chat/${conversation}/report`, { method: 'POST', body });
  },
  answer: ({ actor, conversation }) =>
    actor.call(`/api/chat/${conversation}/answer`, { method: 'POST', body: { answer: 'accept' } }),
};

async function outcome(act: string, world: World): Promise<string> {
  const asked = ASKED[act];
  if (asked) return verdictOf(await asked(world));
  const command = ACTS[act]!(world) as { target?: number };
  if (!world.client || command.target === 0) return '-';
  return (await world.client.say(command)).code;
}

/** The last entry of a conversation. */
async function lastSeq({ conversation, witness }: World): Promise<unknown> {
  return bodyOf(await witness.visitor.call(`/api/chat/${conversation}/since?seq=0`)).seq;
}

/** Enough to name a command. */
const NOBODY = { actor: {}, people: {} } as World;

describe('the grids', () => {
  it('have a row for every command', () => {
    for (const grid of Object.values(GRIDS)) {
      const acts = [...grid.keys()].filter((act) => !ASKED[act]);
      const types = new Set(acts.map((act) => (ACTS[act]!(NOBODY) as { type: string }).type));
      expect([...types].sort()).toEqual(Object.keys(CHAT_COMMANDS).sort());
    }
  });
});

describe.each(Object.keys(GRIDS) as ConversationKind[])('in a conversation of the kind %s', (kind) => {
  it('every role may do exactly what it may', async () => {
    const grid = GRIDS[kind];
    const roles = [...grid.get('seat')!.keys()];
    const said = new Map([...grid.keys()].map((act) => [act, new Map<string, string>()]));
    const changes = ([act, cell]: readonly [string, string | undefined]) =>
      cell === 'ok' || (act === 'answer' && cell === '200');
    const jobs = roles.flatMap((role) => {
      const cells = [...grid].map(([act, row]) => [act, row.get(role)] as const);
      const harmless = cells.filter((each) => !changes(each)).map(([act]) => act);
      const note = async (act: string, world: World) => said.get(act)!.set(role, await outcome(act, world));
      const changing = cells.filter(changes).map(([act]) => act);
      const gentle = changing.filter((act) => GENTLE.test(act));
      // One conversation for all that is refused, one for what leaves every role as it is, one for each of the rest.
      const groups = [gentle, ...changing.filter((act) => !gentle.includes(act)).map((act) => [act])];
      const jobs = groups
        .filter((acts) => acts.length > 0)
        .map((acts) => async () => {
          const world = await makeWorld(kind, setting, role);
          for (const act of acts) await note(act, world);
        });
      jobs.push(async () => {
        const world = await makeWorld(kind, setting, role);
        const before = await lastSeq(world);
        for (const act of harmless) await note(act, world);
        expect([role, await lastSeq(world)]).toEqual([role, before]);
      });
      return jobs;
    });
    await sideBySide(jobs);
    const table = (cells: ReadonlyMap<string, ReadonlyMap<string, string>>) =>
      [...cells].flatMap(([act, row]) => roles.map((role) => `${role} ${act}: ${row.get(role)}`));
    expect(table(said)).toEqual(table(grid));
  });
});
