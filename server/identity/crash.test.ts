import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, fakeLog, seededEntropy } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { Unavailable } from '../storage/types.ts';
import { Accounts } from './accounts.ts';
import { GUEST_IDLE_MS, Identities, type Visitor } from './identities.ts';
import { Passwords } from './passwords.ts';

const PASSWORD = 'moss brick lagoon';
const OTHER = 'velvet gravel ember';
const KINDS = ['person', 'session', 'seen', 'look', 'login', 'recovery', 'recovery-use'];
const NEVER = 100_000;
/** Hundreds of hashes are made here; what they cost is of no matter. */
const passwords = new Passwords('', { memory: 8, passes: 1, parallelism: 1 });
let clock: FakeClock;
let documents: MemoryDocuments;

/** A server that has just started: it knows what is stored, and nothing else. */
function start() {
  const log = fakeLog();
  const identities = new Identities({ documents, clock, entropy: seededEntropy(1), log, tell: () => {} });
  return { identities, accounts: new Accounts({ documents, identities, passwords, clock }) };
}
type Server = ReturnType<typeof start>;

beforeEach(() => {
  clock = new FakeClock(1_700_000_000_000);
  documents = new MemoryDocuments();
});

/**
 * Tries something on stores that fail at its first write, its second, and so on until nothing is left to fail; each time a
 * new server does it again, and `check` looks at what has become of it.
 */
async function atEveryWrite<T>(
  prepare: (server: Server) => Promise<T>,
  act: (server: Server, prepared: T) => Promise<unknown>,
  check: (server: Server, prepared: T, wasCutOff: boolean) => Promise<void>,
): Promise<void> {
  for (let failing = 0; ; failing++) {
    documents = new MemoryDocuments();
    const prepared = await prepare(start());
    documents.failWrite(new Unavailable('away'), failing);
    const wasCutOff = await act(start(), prepared).then(
      () => false,
      () => true,
    );
    documents.failWrite(new Unavailable('never'), NEVER);
    if (wasCutOff) await act(start(), prepared);
    await check(start(), prepared, wasCutOff);
    if (!wasCutOff) {
      expect(failing).toBeGreaterThan(0);
      return;
    }
  }
}

const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
/** As the routes do: whoever asks goes on with a new secret. */
const renewing =
  ({ identities }: Server, visitor: Visitor) =>
  (generation: string) =>
    identities.renewSession(visitor, 'renewed', generation);
async function ana(server: Server) {
  const visitor = await server.identities.createGuest('first');
  const { id } = visitor.person;
  const codes = await server.accounts.claim(id, 'Ana', PASSWORD, (generation) =>
    server.identities.renewSession(visitor, 'hash', generation),
  );
  if (!codes.ok) throw new Error(codes.error.code);
  const named = await server.identities.bySession('hash');
  if (!named) throw new Error('signed out');
  return { id, codes: codes.value, visitor: named };
}
const stored = async () =>
  (await Promise.all(KINDS.map((kind) => documents.below(kind, Number.POSITIVE_INFINITY, 100)))).flat();

describe('whatever write fails, doing it again finishes', () => {
  it('a name that is claimed', async () => {
    await atEveryWrite(
      ({ identities }) => identities.createGuest('hash'),
      async (server, visitor) => {
        const claimed = await server.accounts.claim(
          visitor.person.id,
          'Ana',
          PASSWORD,
          renewing(server, visitor),
        );
        expect(claimed.ok && claimed.value).toHaveLength(10);
      },
      async ({ identities, accounts }, { person }) => {
        expect(await accounts.logIn('Ana', PASSWORD)).toMatchObject({ value: { person: person.id } });
        expect(await identities.bySession('renewed')).toMatchObject({
          hasAccount: true,
          person: { name: 'Ana' },
        });
        expect(await accounts.describe(person.id)).toMatchObject({ recoveryCodesLeft: 10 });
        const eve = await identities.createGuest('eve');
        expect(code(await accounts.claim(eve.person.id, 'Ana', PASSWORD, async () => {}))).toBe('name_taken');
      },
    );
  });

  it('a name that is claimed in place of another one', async () => {
    await atEveryWrite(
      ({ identities }) => identities.createGuest('hash'),
      async (server, visitor) => {
        // What was taken for the name before is not lost to everybody.
        await server.accounts.claim(visitor.person.id, 'Ana', PASSWORD, renewing(server, visitor));
      },
      async ({ accounts, identities }, { person }) => {
        expect(code(await accounts.rename(person.id, 'Cleo'))).toBe('ok');
        const eve = await identities.createGuest('eve');
        expect(code(await accounts.claim(eve.person.id, 'Ana', PASSWORD, async () => {}))).toBe('ok');
      },
    );
  });

  it('another name', async () => {
    await atEveryWrite(
      ana,
      async ({ accounts, identities }, { id }) => {
        const [shown] = await identities.byIds([id]);
        expect(await accounts.mayUse('somebody', shown?.name ?? '')).toBe(false);
        expect(code(await accounts.rename(id, 'Cleo'))).toBe('ok');
      },
      async ({ accounts, identities }, { id }) => {
        expect(await accounts.logIn('Cleo', PASSWORD)).toMatchObject({ value: { person: id } });
        expect(code(await accounts.logIn('Ana', PASSWORD))).toBe('wrong_login');
        expect(await identities.byIds([id])).toMatchObject([{ name: 'Cleo' }]);
        expect(await accounts.mayUse('somebody', 'Ana')).toBe(true);
        expect(await accounts.mayUse('somebody', 'Cleo')).toBe(false);
      },
    );
  });

  it('another password, and nobody is signed out by half of it', async () => {
    await atEveryWrite(
      ana,
      async (server, { id, visitor }) => {
        expect(await server.identities.bySession('hash')).not.toBeNull();
        const change = server.accounts.changePassword(id, PASSWORD, OTHER, 'Ana', renewing(server, visitor));
        expect(code(await change)).toBe('ok');
      },
      async ({ accounts, identities }, { id }) => {
        expect(code(await accounts.logIn('Ana', PASSWORD))).toBe('wrong_login');
        expect(await accounts.logIn('Ana', OTHER)).toMatchObject({ value: { person: id } });
        expect(await identities.bySession('renewed')).not.toBeNull();
        expect(await identities.sessionsOf(id)).toHaveLength(1);
      },
    );
  });

  it('a recovery code', async () => {
    await atEveryWrite(
      ana,
      async ({ accounts }, { codes }) => {
        expect(code(await accounts.recover('Ana', codes[0] ?? '', OTHER))).toBe('ok');
      },
      async ({ accounts, identities }, { id, codes }) => {
        expect(await accounts.logIn('Ana', OTHER)).toMatchObject({ value: { person: id } });
        expect(code(await accounts.recover('Ana', codes[0] ?? '', PASSWORD))).toBe('wrong_code');
        expect(await accounts.describe(id)).toMatchObject({ recoveryCodesLeft: 9 });
        expect(await identities.bySession('hash')).toBeNull();
      },
    );
  });

  it('new recovery codes', async () => {
    await atEveryWrite(
      ana,
      async ({ accounts }, { id }) => {
        expect(code(await accounts.newCodes(id, PASSWORD))).toBe('ok');
      },
      async ({ accounts }, { id, codes }) => {
        expect(await accounts.describe(id)).toMatchObject({ recoveryCodesLeft: 10 });
        expect(code(await accounts.recover('Ana', codes[0] ?? '', OTHER))).toBe('wrong_code');
      },
    );
  });

  it('being forgotten, as long as there is somebody to ask for it', async () => {
    await atEveryWrite(
      ana,
      async ({ accounts, identities }, { id }) => {
        if (!(await identities.bySession('hash'))) return;
        await accounts.remove(id);
        await identities.remove(id);
      },
      async ({ identities, accounts }) => {
        expect(await identities.bySession('hash')).toBeNull();
        expect(code(await accounts.logIn('Ana', PASSWORD))).toBe('wrong_login');
        await clock.advance(GUEST_IDLE_MS + 1);
        await identities.sweep(clock.now() - GUEST_IDLE_MS);
        expect(await stored()).toEqual([]);
      },
    );
  });

  it('the sweep, which leaves nothing of a guest who claimed half a name', async () => {
    await atEveryWrite(
      async ({ identities, accounts }) => {
        const { person } = await identities.createGuest('hash');
        const claimed = accounts.claim(person.id, 'Ana', PASSWORD, () => Promise.reject(new Error('crash')));
        await expect(claimed).rejects.toThrow('crash');
        expect((await stored()).map(({ kind }) => kind)).toContain('look');
        await clock.advance(GUEST_IDLE_MS + 1);
      },
      ({ identities }) => identities.sweep(clock.now() - GUEST_IDLE_MS),
      async () => expect(await stored()).toEqual([]),
    );
  });

  it('a first visit: what is left of it is swept', async () => {
    let visits = 0;
    await atEveryWrite(
      async () => {},
      // Every visit has a secret of its own.
      ({ identities }) => identities.createGuest(`hash ${++visits}`),
      async ({ identities }) => {
        expect(await identities.bySession(`hash ${visits}`)).not.toBeNull();
        await clock.advance(GUEST_IDLE_MS + 1);
        await identities.sweep(clock.now() - GUEST_IDLE_MS);
        expect(await stored()).toEqual([]);
      },
    );
  });
});
