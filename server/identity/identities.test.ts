import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, fakeLog, seededEntropy } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { ACCOUNT_IDLE_MS, type EndedSessions, GUEST_IDLE_MS, Identities } from './identities.ts';

const HOUR_MS = 60 * 60 * 1_000;
let clock: FakeClock;
let documents: MemoryDocuments;
let told: EndedSessions[];
const open = () =>
  new Identities({
    documents,
    clock,
    entropy: seededEntropy(1),
    log: fakeLog(),
    tell: (ended) => told.push(ended),
  });

beforeEach(() => {
  clock = new FakeClock(1_700_000_000_000);
  documents = new MemoryDocuments();
  told = [];
});

describe('guests', () => {
  it('are known by their session, also to a server that was started again', async () => {
    const made = await open().createGuest('hash', 'Firefox on Windows');
    expect(made.person).toMatchObject({ id: expect.stringMatching(/^[\w-]{12}$/), name: expect.any(String) });
    expect(await open().bySession('hash')).toEqual(made);
    expect(await open().bySession('other')).toBeNull();
  });

  it('are forgotten when they stay away too long', async () => {
    const identities = open();
    await identities.createGuest('hash');
    await clock.advance(GUEST_IDLE_MS - 1);
    expect(await identities.bySession('hash')).not.toBeNull();
    await clock.advance(GUEST_IDLE_MS);
    expect(await identities.bySession('hash')).not.toBeNull();
    await clock.advance(GUEST_IDLE_MS + HOUR_MS + 1);
    expect(await identities.bySession('hash')).toBeNull();
    expect(await identities.sweep()).toBe(1);
    expect(await identities.sweep()).toBe(0);
  });

  it('keep their id when they change, and have a name of their own from then on', async () => {
    const identities = open();
    const { person } = await identities.createGuest('hash');
    expect(await identities.bySession('hash')).toMatchObject({ isNamed: false });
    await identities.change(person.id, { marker: 3 });
    expect(await identities.bySession('hash')).toMatchObject({
      person: { ...person, marker: 3 },
      isNamed: false,
    });
    await identities.change(person.id, { name: 'Ana' });
    expect(await identities.bySession('hash')).toMatchObject({ person: { name: 'Ana' }, isNamed: true });
    expect(await identities.change('nobody', { name: 'x' })).toBeNull();
  });
});

describe('sessions', () => {
  it('end one by one or all but one, and every process hears of it', async () => {
    const identities = open();
    const { person, session } = await identities.createGuest('one');
    const other = await identities.beginSession(person.id, 'two', 'Safari on iPhone');
    await identities.beginSession(person.id, 'three', '');
    await identities.end(person.id, { session: other.session });
    expect(await identities.bySession('two')).toBeNull();
    expect(await identities.bySession('three')).not.toBeNull();
    await identities.end(person.id, { person: person.id, except: session });
    expect(await identities.bySession('three')).toBeNull();
    expect(await identities.bySession('one')).not.toBeNull();
    expect(told).toEqual([{ session: other.session }, { person: person.id, except: session }]);
  });

  it('of another process are not believed any more once it tells so', async () => {
    const [here, there] = [open(), open()];
    const { person } = await here.createGuest('hash');
    await there.bySession('hash');
    await here.end(person.id, { person: person.id });
    there.onEnded({ person: person.id });
    expect(await there.bySession('hash')).toBeNull();
  });

  it('of an account are over sooner', async () => {
    const identities = open();
    const { person } = await identities.createGuest('hash');
    await identities.change(person.id, { hasAccount: true });
    await clock.advance(ACCOUNT_IDLE_MS + 1);
    expect(await identities.bySession('hash')).toBeNull();
  });

  it('go with the person', async () => {
    const identities = open();
    const { person } = await identities.createGuest('hash');
    await identities.remove(person.id);
    expect(await identities.bySession('hash')).toBeNull();
    expect(await identities.byIds([person.id])).toEqual([]);
  });
});
