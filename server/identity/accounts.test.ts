import { argon2Sync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, fakeLog, seededEntropy } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { Accounts } from './accounts.ts';
import { Identities } from './identities.ts';
import { loginsIn } from './logins.ts';
import { checkPassword, Passwords } from './passwords.ts';

const PASSWORD = 'moss brick lagoon';
const OTHER = 'velvet gravel ember';
const passwords = new Passwords('pepper');
let documents: MemoryDocuments;
let identities: Identities;
let accounts: Accounts;

beforeEach(() => {
  const clock = new FakeClock(1_700_000_000_000);
  documents = new MemoryDocuments();
  identities = new Identities({
    documents,
    clock,
    entropy: seededEntropy(1),
    log: fakeLog(),
    tell: () => {},
  });
  accounts = new Accounts({ documents, identities, passwords, clock });
});

const guest = async (hash: string) => (await identities.createGuest(hash)).person.id;
/** Whoever tests has no session that must survive. */
const alone = async () => {};
const claim = (person: string, name: string, password = PASSWORD) =>
  accounts.claim(person, name, password, alone);
const changePassword = (person: string, old: string, next: string) =>
  accounts.changePassword(person, old, next, 'Ana', alone);
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

describe('a name of one’s own', () => {
  it('keeps the person, and is found again by name and password', async () => {
    const ana = await guest('a');
    const codes = await claim(ana, 'Ana');
    expect(codes.ok && codes.value).toHaveLength(10);
    expect(await accounts.logIn('ANA', PASSWORD)).toMatchObject({ ok: true, value: { person: ana } });
    expect(await accounts.logIn('Ana', OTHER)).toEqual({ ok: false, error: { code: 'wrong_login' } });
    expect(await accounts.logIn('Nobody Here', PASSWORD)).toEqual({
      ok: false,
      error: { code: 'wrong_login' },
    });
    expect(code(await claim(ana, 'Ana Two'))).toBe('already_named');
  });

  it.each(['ana', 'ANA', '4na', 'ａｎａ', 'A n a', 'Ana!', 'Ána'])(
    'cannot be taken by somebody as %j',
    async (name) => {
      expect(code(await claim(await guest('a'), 'Ana'))).toBe('ok');
      const other = await guest('b');
      expect(code(await claim(other, name))).toBe('name_taken');
      expect(await accounts.mayUse(await guest('c'), name)).toBe(false);
    },
  );

  it('is free again after it was given up', async () => {
    const ana = await guest('a');
    await claim(ana, 'Ana');
    expect(await accounts.rename(ana, 'Cleo')).toEqual({ ok: true, value: 'Cleo' });
    expect(code(await accounts.logIn('Ana', PASSWORD))).toBe('wrong_login');
    expect(code(await accounts.logIn('Cleo', PASSWORD))).toBe('ok');
    expect(code(await claim(await guest('b'), 'Ana'))).toBe('ok');
    await accounts.remove(ana);
    expect(code(await claim(await guest('c'), 'Cleo'))).toBe('ok');
    expect(await accounts.describe(ana)).toBeNull();
  });
});

describe('a name without letters', () => {
  it.each([
    ['😀😀', '😎'],
    ['!!!', '???'],
  ])('%s belongs to one person, %s to another', async (name, other) => {
    expect(code(await claim(await guest('a'), name))).toBe('ok');
    expect(code(await claim(await guest('b'), name))).toBe('name_taken');
    expect(code(await claim(await guest('c'), other))).toBe('ok');
  });
});

describe('a password', () => {
  it.each([
    ['short', 'password_short'],
    ['x'.repeat(129), 'password_long'],
    ['password123', 'password_weak'],
    ['aaaaaaaaaaaa', 'password_weak'],
    ['qwertyuiop', 'password_weak'],
    ['anastasia1', 'password_weak'],
    ['correct horse battery', 'ok'],
  ])('%j: %s', async (password, expected) => {
    expect(code(await checkPassword(password, 'Anastasia'))).toBe(expected);
  });

  it('is changed by whoever knows the old one', async () => {
    const ana = await guest('a');
    await claim(ana, 'Ana');
    expect(code(await changePassword(ana, OTHER, OTHER))).toBe('wrong_password');
    expect(code(await changePassword(ana, PASSWORD, 'short'))).toBe('password_short');
    expect(code(await changePassword(ana, PASSWORD, OTHER))).toBe('ok');
    expect(code(await accounts.logIn('Ana', PASSWORD))).toBe('wrong_login');
    expect(code(await accounts.logIn('Ana', OTHER))).toBe('ok');
  });

  it('is stored as argon2id with a salt, and compared with the pepper', async () => {
    const [one, two] = [await passwords.hash(PASSWORD), await passwords.hash(PASSWORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await passwords.verify(PASSWORD, one)).toBe(true);
    expect(await new Passwords('').verify(PASSWORD, one)).toBe(false);
    expect(passwords.isOutdated(one)).toBe(false);
    expect(passwords.isOutdated(one.replace('t=2', 't=1'))).toBe(true);
  });

  it('is hashed anew at the next log-in when it was with weaker parameters', async () => {
    const ana = await guest('a');
    await claim(ana, 'Ana');
    const logins = loginsIn(documents);
    const login = await logins.get(ana);
    if (!login) throw new Error('no login');
    const salt = Buffer.alloc(16, 7);
    const tag = argon2Sync('argon2id', {
      ...{ message: PASSWORD, nonce: salt, secret: 'pepper', tagLength: 32 },
      ...{ memory: 8_192, passes: 1, parallelism: 1 },
    });
    const [nonce, hash] = [salt, tag].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
    await logins.put(ana, { ...login, password: `$argon2id$v=19$m=8192,t=1,p=1$${nonce}$${hash}` });
    expect(code(await accounts.logIn('Ana', OTHER))).toBe('wrong_login');
    expect((await logins.get(ana))?.password).toContain('m=8192');
    expect(await accounts.logIn('Ana', PASSWORD)).toMatchObject({
      value: { person: ana, generation: login.generation },
    });
    expect((await logins.get(ana))?.password).toContain('m=19456,t=2,p=1');
    expect(code(await accounts.logIn('Ana', PASSWORD))).toBe('ok');
  });
});

describe('a recovery code', () => {
  it('gives a new password once, however it is typed', async () => {
    const ana = await guest('a');
    const codes = await claim(ana, 'Ana');
    if (!codes.ok) throw new Error(codes.error.code);
    const [first = '', second = ''] = codes.value;
    expect(code(await accounts.recover('Ana', 'abcde-fghjk-mnpqr-stuvw', OTHER))).toBe('wrong_code');
    expect(code(await accounts.recover('Ben', first, OTHER))).toBe('wrong_code');
    expect(await accounts.recover('ana', first.toUpperCase().replaceAll('-', ' '), OTHER)).toMatchObject({
      ok: true,
      value: { person: ana },
    });
    expect(code(await accounts.recover('Ana', first, PASSWORD))).toBe('wrong_code');
    expect(await accounts.describe(ana)).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await accounts.newCodes(ana, OTHER);
    expect(renewed.ok && renewed.value).toHaveLength(10);
    expect(code(await accounts.recover('Ana', second, PASSWORD))).toBe('wrong_code');
  });

  it('is used once, also by two at the same time', async () => {
    const codes = await claim(await guest('a'), 'Ana');
    if (!codes.ok) throw new Error(codes.error.code);
    const [first = ''] = codes.value;
    const both = await Promise.all([
      accounts.recover('Ana', first, OTHER),
      accounts.recover('Ana', first, `${OTHER} again`),
    ]);
    expect(both.map(code).sort()).toEqual(['ok', 'wrong_code']);
  });
});
