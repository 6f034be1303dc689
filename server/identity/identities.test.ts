import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeClock, fakeLog, seededEntropy } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { RunningTime } from '../storage/running-time.ts';
import { Unavailable } from '../storage/types.ts';
import type { EndedSessions } from './ended-sessions.ts';
import { ACCOUNT_IDLE_MS, GUEST_IDLE_MS, Identities } from './identities.ts';
import { loginsIn } from './logins.ts';

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

const idle = () => clock.now() - GUEST_IDLE_MS;

/** As if they had chosen a password just now. */
const giveLogin = (person: string, generation: string) =>
  loginsIn(documents).put(person, { password: '', generation, changedAt: clock.now() });

describe('guests', () => {
  it('are known by their session, also to a server that was started again', async () => {
    const made = await open().createGuest('hash', 'Firefox on Windows');
    expect(made.person).toMatchObject({ id: expect.stringMatching(/^[\w-]{12}$/), name: expect.any(String) });
    expect(await open().bySession('hash')).toEqual(made);
    expect(await open().bySession('other')).toBeNull();
  });

  it('come in with one write, and nothing is read', async () => {
    const identities = open();
    const calls = (['putInOrder', 'insert', 'get', 'getMany', 'list'] as const).map((name) =>
      vi.spyOn(documents, name),
    );
    await identities.createGuest('hash');
    expect(await identities.bySession('hash')).not.toBeNull();
    expect(calls.map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0, 0, 0]);
    // Each row is four pages of SQLite's log.
    expect(vi.mocked(documents.putInOrder).mock.calls[0]?.[0].map(({ kind }) => kind)).toEqual([
      'session',
      'person',
    ]);
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
    expect(await identities.sweep(idle())).toBe(1);
    expect(await identities.sweep(idle())).toBe(0);
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
    await identities.end(person.id, { session: other!.session });
    expect(await identities.bySession('two')).toBeNull();
    expect(await identities.bySession('three')).not.toBeNull();
    await identities.end(person.id, { person: person.id, except: session });
    expect(await identities.bySession('three')).toBeNull();
    expect(await identities.bySession('one')).not.toBeNull();
    expect(told).toEqual([{ session: other!.session }, { person: person.id, except: session }]);
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
    await giveLogin(person.id, 'first');
    await identities.beginSession(person.id, 'hash', '', 'first');
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

  it('of an earlier password are void from the moment a new one is stored', async () => {
    const identities = open();
    const { person } = await identities.createGuest('guest');
    await giveLogin(person.id, 'first');
    expect(await open().bySession('guest')).toBeNull();
    expect(await identities.beginSession(person.id, 'late', '', '')).toBeNull();
    expect(await identities.beginSession(person.id, 'now', '', 'first')).toMatchObject({ hasAccount: true });
    await giveLogin(person.id, 'second');
    expect(await open().bySession('now')).toBeNull();
    expect(await open().sessionsOf(person.id)).toEqual([]);
  });

  it('go on with another secret: the old one works until the login counts, and a little longer', async () => {
    const identities = open();
    const visitor = await identities.createGuest('old');
    await identities.renewSession(visitor, 'new', 'first');
    await clock.advance(HOUR_MS / 2);
    expect(await identities.bySession('old')).toEqual(visitor);
    await identities.renewSession(visitor, 'new', 'first');
    await giveLogin(visitor.person.id, 'first');
    identities.onChanged(visitor.person.id);
    expect(await identities.bySession('old')).toMatchObject({ session: visitor.session, hasAccount: true });
    expect(await identities.bySession('new')).toMatchObject({ session: visitor.session, hasAccount: true });
    expect(await identities.sessionsOf(visitor.person.id)).toHaveLength(1);
    await clock.advance(10_000);
    expect(await identities.bySession('old')).toBeNull();
    expect(await identities.bySession('new')).not.toBeNull();
    await identities.end(visitor.person.id, { session: visitor.session });
    expect(await identities.bySession('new')).toBeNull();
  });

  it('that end while they are looked up stay ended', async () => {
    const identities = open();
    const { person } = await identities.createGuest('hash');
    await clock.advance(2 * HOUR_MS);
    const get = documents.get.bind(documents);
    documents.get = async (kind, id) => {
      const row = await get(kind, id);
      if (kind === 'session') {
        documents.get = get;
        await identities.end(person.id, { person: person.id });
      }
      return row;
    };
    await identities.bySession('hash');
    expect(await identities.bySession('hash')).toBeNull();
    expect(await open().bySession('hash')).toBeNull();
  });

  it('are told to be over even when the store is away', async () => {
    const identities = open();
    const { person } = await identities.createGuest('hash');
    documents.failWrite(new Unavailable('away'));
    await expect(identities.end(person.id, { person: person.id })).rejects.toThrow(Unavailable);
    expect(told).toEqual([{ person: person.id }]);
  });
});

describe('the sweep', () => {
  it('goes by when a guest was here, also if a clock that was ahead saw them first', async () => {
    const now = clock.now();
    clock = new FakeClock(now + 12 * GUEST_IDLE_MS);
    const { person } = await open().createGuest('hash');
    clock = new FakeClock(now);
    await open().bySession('hash');
    expect(await open().sessionsOf(person.id)).toMatchObject([{ seenAt: now }]);
    await clock.advance(GUEST_IDLE_MS + 1);
    expect(await open().sweep(idle())).toBe(1);
  });

  it('takes nobody when a clock is a year ahead', async () => {
    const running = () => new RunningTime(documents, clock);
    await running().note();
    await open().createGuest('hash');
    clock = new FakeClock(clock.now() + 12 * GUEST_IDLE_MS);
    const time = running();
    await time.note();
    expect(await open().sweep(time.before(GUEST_IDLE_MS))).toBe(0);
  });

  it('forgets guests who logged in as somebody else, and nobody with an account', async () => {
    const identities = open();
    const guest = await identities.createGuest('guest');
    await identities.end(guest.person.id, { session: guest.session });
    const { person } = await identities.createGuest('other');
    await giveLogin(person.id, 'first');
    await clock.advance(GUEST_IDLE_MS + 1);
    expect(await identities.sweep(idle(), 1)).toBe(1);
    expect(await identities.sweep(idle())).toBe(1);
    expect((await identities.byIds([guest.person.id, person.id])).map(({ id }) => id)).toEqual([person.id]);
  });

  it('comes to those who stay away past any number who came as early and are still here', async () => {
    const identities = open();
    const here = await Promise.all(['a', 'b', 'c'].map((hash) => identities.createGuest(hash)));
    await clock.advance(1);
    const { person } = await identities.createGuest('gone');
    await clock.advance(GUEST_IDLE_MS - HOUR_MS);
    for (const { sessionHash } of here) await open().bySession(sessionHash);
    await clock.advance(2 * HOUR_MS);
    while ((await identities.sweep(idle(), 2)) > 0);
    expect(await identities.byIds([person.id])).toEqual([]);
    for (const { sessionHash } of here) expect(await open().bySession(sessionHash)).not.toBeNull();
  });

  it('forgets a guest whose session ended before it was seen again', async () => {
    const identities = open();
    const { person, session } = await identities.createGuest('hash');
    await identities.end(person.id, { session });
    await clock.advance(GUEST_IDLE_MS - 1);
    expect(await identities.sweep(idle())).toBe(0);
    expect(await identities.byIds([person.id])).toHaveLength(1);
    await clock.advance(2);
    expect(await identities.sweep(idle())).toBe(1);
    expect(await identities.byIds([person.id])).toEqual([]);
  });

  it('leaves a guest alone who was here with one browser, and not with another', async () => {
    const identities = open();
    const { person } = await identities.createGuest('here');
    await identities.beginSession(person.id, 'there', '');
    await clock.advance(GUEST_IDLE_MS - HOUR_MS);
    await identities.bySession('here');
    await clock.advance(2 * HOUR_MS);
    // Both are old enough to be looked at, and the one that stays is looked at once.
    expect(await identities.sweep(idle())).toBe(2);
    expect(await identities.sweep(idle())).toBe(0);
    expect(await identities.bySession('here')).not.toBeNull();
    expect(await identities.bySession('there')).toBeNull();
  });
});
