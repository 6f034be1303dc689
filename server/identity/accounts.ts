import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { Shelf } from '../storage/shelf.ts';
import type { DocumentStore } from '../storage/types.ts';
import type { Identities } from './identities.ts';
import { checkName, skeleton } from './names.ts';
import { checkPassword, type Passwords } from './passwords.ts';

const RECOVERY_CODES = 10;
/** 100 random bits in letters and digits that nobody mixes up. */
const CODE_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 20;

const loginSchema = z.object({ name: z.string(), key: z.string(), password: z.string(), changedAt: z.int() });
type Login = z.output<typeof loginSchema>;

export interface AccountPorts {
  readonly documents: DocumentStore;
  readonly identities: Identities;
  readonly passwords: Passwords;
  readonly clock: { now(): number };
}

/**
 * Names that belong to somebody: proven with a password, or with a recovery code when it is forgotten. Every step can be
 * repeated after a crash. Everything may reject with `Unavailable`.
 */
export class Accounts {
  readonly #identities: Identities;
  readonly #passwords: Passwords;
  readonly #clock: { now(): number };
  /** By what the name looks like: nobody else can have a name that could be taken for it. */
  readonly #names: Shelf<{ person: string }>;
  readonly #logins: Shelf<Login>;
  readonly #codes: Shelf<{ person: string }>;

  constructor({ documents, identities, passwords, clock }: AccountPorts) {
    this.#identities = identities;
    this.#passwords = passwords;
    this.#clock = clock;
    this.#names = new Shelf(documents, 'name', z.object({ person: z.string() }));
    this.#logins = new Shelf(documents, 'login', loginSchema);
    this.#codes = new Shelf(documents, 'recovery', z.object({ person: z.string() }));
  }

  /** Whether a name may be shown for a person: nobody else's account has one that looks like it. */
  async mayUse(person: string, name: string): Promise<boolean> {
    const owner = await this.#names.get(skeleton(name));
    return owner === null || owner.person === person;
  }

  /**
   * Makes a guest's name theirs. Resolves to the recovery codes, which are shown once. Refusals: `bad_name` with a
   * sentence, `name_taken`, `already_named`, `busy`, and those of `checkPassword`.
   */
  async claim(person: string, rawName: string, rawPassword: string): Promise<Result<string[], Rejection>> {
    if (await this.#logins.get(person)) return err({ code: 'already_named' });
    const name = checkName(rawName);
    if (!name.ok) return err({ code: 'bad_name', detail: name.error });
    const password = checkPassword(rawPassword, name.value);
    if (!password.ok) return password;
    const hash = await this.#passwords.hash(password.value);
    if (!hash.ok) return hash;
    const key = skeleton(name.value);
    if (!(await this.#take(key, person))) return err({ code: 'name_taken' });
    await this.#putLogin(person, { name: name.value, key, password: hash.value });
    await this.#identities.change(person, { name: name.value, hasAccount: true });
    return ok(await this.#renewCodes(person));
  }

  /** Gives an account another name. Refusals: `bad_name`, `name_taken`; `not_named` for a guest. */
  async rename(person: string, rawName: string): Promise<Result<string, Rejection>> {
    const login = await this.#logins.get(person);
    if (!login) return err({ code: 'not_named' });
    const name = checkName(rawName);
    if (!name.ok) return err({ code: 'bad_name', detail: name.error });
    const key = skeleton(name.value);
    if (!(await this.#take(key, person))) return err({ code: 'name_taken' });
    await this.#logins.put(person, { ...login, name: name.value, key });
    await this.#identities.change(person, { name: name.value });
    if (key !== login.key) await this.#names.remove(login.key);
    return ok(name.value);
  }

  /** The person of a name and password. Refusals: `wrong_login`, the same for unknown names; `busy`. */
  async logIn(name: string, password: string): Promise<Result<string, Rejection>> {
    const owner = await this.#names.get(skeleton(name));
    const login = owner && (await this.#logins.get(owner.person));
    const fits = await this.#passwords.verify(password, login?.password ?? null);
    if (!fits.ok) return fits;
    if (!owner || !login || !fits.value) return err({ code: 'wrong_login' });
    if (this.#passwords.isOutdated(login.password)) {
      const renewed = await this.#passwords.hash(password.normalize('NFC'));
      if (renewed.ok) await this.#putLogin(owner.person, { ...login, password: renewed.value });
    }
    return ok(owner.person);
  }

  /** Whether this is the password of a person. Refusals: `wrong_password`, `not_named`, `busy`. */
  async confirm(person: string, password: string): Promise<Result<null, Rejection>> {
    const login = await this.#logins.get(person);
    if (!login) return err({ code: 'not_named' });
    const fits = await this.#passwords.verify(password, login.password);
    if (!fits.ok) return fits;
    return fits.value ? ok(null) : err({ code: 'wrong_password' });
  }

  /** Refusals: those of `confirm` and `checkPassword`. Sessions are the caller's to end. */
  async changePassword(person: string, old: string, next: string): Promise<Result<null, Rejection>> {
    const confirmed = await this.confirm(person, old);
    return confirmed.ok ? this.#setPassword(person, next) : confirmed;
  }

  /** A new password by a recovery code, which is used up. Resolves to the person. Refusals: `wrong_code`, … */
  async recover(name: string, code: string, next: string): Promise<Result<string, Rejection>> {
    const owner = await this.#names.get(skeleton(name));
    const id = hashOf(code);
    const found = await this.#codes.get(id);
    if (!owner || found?.person !== owner.person) return err({ code: 'wrong_code' });
    const login = await this.#logins.get(owner.person);
    const password = checkPassword(next, login?.name ?? '');
    if (!password.ok) return password;
    // Of two who use the same code at once, one is too late.
    if (!(await this.#codes.remove(id))) return err({ code: 'wrong_code' });
    const changed = await this.#setPassword(owner.person, next);
    return changed.ok ? ok(owner.person) : changed;
  }

  /** Ten new recovery codes; the old ones are worthless. Refusals: those of `confirm`. */
  async newCodes(person: string, password: string): Promise<Result<string[], Rejection>> {
    const confirmed = await this.confirm(person, password);
    return confirmed.ok ? ok(await this.#renewCodes(person)) : confirmed;
  }

  /** What is stored of an account besides the person; null for a guest. */
  async describe(
    person: string,
  ): Promise<{ name: string; changedAt: number; recoveryCodesLeft: number } | null> {
    const login = await this.#logins.get(person);
    if (!login) return null;
    const { size } = await this.#codes.list(person, { limit: RECOVERY_CODES });
    return { name: login.name, changedAt: login.changedAt, recoveryCodesLeft: size };
  }

  /** Forgets the account; the name is free again. */
  async remove(person: string): Promise<void> {
    for (const id of (await this.#codes.list(person, { limit: 2 * RECOVERY_CODES })).keys()) {
      await this.#codes.remove(id);
    }
    const login = await this.#logins.get(person);
    if (!login) return;
    const owner = await this.#names.get(login.key);
    if (owner?.person === person) await this.#names.remove(login.key);
    await this.#logins.remove(person);
  }

  /** The only step that may fail for good; true also when the name was mine before. */
  async #take(key: string, person: string): Promise<boolean> {
    if (await this.#names.insert(key, { person }, { owner: person })) return true;
    return (await this.#names.get(key))?.person === person;
  }

  async #setPassword(person: string, raw: string): Promise<Result<null, Rejection>> {
    const login = await this.#logins.get(person);
    if (!login) return err({ code: 'not_named' });
    const password = checkPassword(raw, login.name);
    if (!password.ok) return password;
    const hash = await this.#passwords.hash(password.value);
    if (!hash.ok) return hash;
    await this.#putLogin(person, { ...login, password: hash.value });
    return ok(null);
  }

  async #putLogin(person: string, login: Omit<Login, 'changedAt'>): Promise<void> {
    await this.#logins.put(person, { ...login, changedAt: this.#clock.now() });
  }

  async #renewCodes(person: string): Promise<string[]> {
    for (const id of (await this.#codes.list(person, { limit: 2 * RECOVERY_CODES })).keys()) {
      await this.#codes.remove(id);
    }
    const codes = Array.from({ length: RECOVERY_CODES }, makeCode);
    for (const code of codes) await this.#codes.put(hashOf(code), { person }, { owner: person });
    return codes;
  }
}

/** `abcde-fghjk-mnpqr-stuvw` */
function makeCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]);
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

/** The codes have enough chance in them for a plain hash. Spaces, hyphens and case do not matter. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('base64url');
