import { expect, it } from 'vitest';
import { FakeClock, fakeLog, seededEntropy, settled } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { Unavailable } from '../storage/types.ts';
import { endedSessionsCheck, type Held } from './ended-sessions.ts';
import { Identities } from './identities.ts';

/** People with a session and a socket each, and how often the store is asked. */
async function people(count: number) {
  const documents = new MemoryDocuments();
  const identities = new Identities({
    documents,
    clock: new FakeClock(1_700_000_000_000),
    entropy: seededEntropy(1),
    log: fakeLog(),
    tell: () => {},
  });
  const held: Held[] = [];
  for (let i = 0; i < count; i++) {
    const { person, session } = await identities.createGuest(`hash${i}`);
    held.push({ person, session });
  }
  const closed: string[] = [];
  const sockets = {
    sessions: () => new Map(held.map(({ person, session }) => [person.id, new Set([session])])),
    signOut(isOut: (each: Held) => boolean) {
      for (const each of held) if (isOut(each)) closed.push(each.session);
    },
  };
  const asked: string[] = [];
  for (const name of ['get', 'getMany', 'list'] as const) {
    const ask = documents[name].bind(documents) as (...args: unknown[]) => never;
    Object.assign(documents, {
      [name]: (...args: unknown[]) => {
        asked.push(name);
        return ask(...args);
      },
    });
  }
  return { documents, identities, held, closed, asked, check: endedSessionsCheck(identities, sockets) };
}

it('closes the sockets of sessions that are over, and no others', async () => {
  const { identities, held, closed, check } = await people(5);
  await check();
  expect(closed).toEqual([]);
  const { person, session } = held[3]!;
  await identities.end(person.id, { session });
  await check();
  expect(closed).toEqual([session]);
});

it('asks the store for many people at once', async () => {
  const { asked, check } = await people(250);
  await check();
  const count = (name: string) => asked.filter((each) => each === name).length;
  // One list of each person, side by side; logins and sightings of a hundred people in one question.
  expect([count('list'), count('getMany'), count('get')]).toEqual([250, 6, 0]);
});

it('looks once at a time: who asks meanwhile waits for the same look, and the next one is new', async () => {
  const { documents, asked, check } = await people(3);
  const gate = Promise.withResolvers<void>();
  const list = documents.list.bind(documents);
  documents.list = async (...args) => {
    await gate.promise;
    return list(...args);
  };
  const looks = [check(), check(), check()];
  await settled();
  gate.resolve();
  await Promise.all(looks);
  expect(asked.filter((each) => each === 'list')).toHaveLength(3);
  await check();
  expect(asked.filter((each) => each === 'list')).toHaveLength(6);
});

it('closes nothing while the store is away, and looks again when it is back', async () => {
  const { documents, identities, held, closed, check } = await people(2);
  await identities.end(held[0]!.person.id, { person: held[0]!.person.id });
  const list = documents.list.bind(documents);
  documents.list = () => Promise.reject(new Unavailable('away'));
  await expect(check()).rejects.toThrow('away');
  expect(closed).toEqual([]);
  documents.list = list;
  await check();
  expect(closed).toEqual([held[0]!.session]);
});
