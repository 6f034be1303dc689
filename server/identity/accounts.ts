import { nanoid } from 'nanoid';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { Shelf } from '../storage/shelf.ts';
import type { DocumentStore } from '../storage/types.ts';
import { Devices } from './devices.ts';
import { HeldNames } from './held-names.ts';
import type { Identities } from './identities.ts';
import { type Login, loginsIn } from './logins.ts';
import { checkName } from './names.ts';
import { checkPassword, type Passwords } from './passwords.ts';
import { RecoveryCodes } from './recovery-codes.ts';

export interface AccountPorts {
  readonly documents: DocumentStore;
  readonly identities: Identities;
  readonly passwords: Passwords;
  readonly clock: { now(): number };
}

/** Somebody who proved who they are, and with which login: a session of another generation opens nothing. */
export interface Proven {
  readonly person: string;
  readonly generation: string;
}

/** Called before a login of this generation counts: whoever asks must not be shut out by it. */
export type Admit = (generation: string) => Promise<void>;

/**
 * Names that belong to somebody: proven with a password, or with a recovery code when it is forgotten. A new password is
 * one write, which also ends all sessions of the old one; every step before and after it can be repeated. Everything may
 * reject with `Unavailable`.
 */
export class Accounts {
  /** Browsers that were let in before. */
  readonly devices: Devices;
  readonly #identities: Identities;
  readonly #passwords: Passwords;
  readonly #clock: { now(): number };
  readonly #names: HeldNames;
  readonly #logins: Shelf<Login>;
  readonly #codes: RecoveryCodes;

  constructor({ documents, identities, passwords, clock }: AccountPorts) {
    this.#identities = identities;
    this.#passwords = passwords;
    this.#clock = clock;
    this.#names = new HeldNames(documents);
    this.#logins = loginsIn(documents);
    this.#codes = new RecoveryCodes(documents);
    this.devices = new Devices(this.#names, this.#logins);
  }

  /** Whose account has this name, or one that looks like it; null for nobody's. */
  holderOf(name: string): Promise<string | null> {
    return this.#names.holder(name);
  }

  /** Whether a name may be shown for a person: nobody else's account has one that looks like it. */
  async mayUse(person: string, name: string): Promise<boolean> {
    const holder = await this.#names.holder(name);
    return holder === null || holder === person;
  }

  /**
   * Makes a guest's name theirs. Resolves to the recovery codes, which are shown once; asked again with the same name and
   * password, it finishes what was cut off. Refusals: those of `checkName` and of
   * `checkPassword`, `name_taken`, `already_named`.
   */
  async claim(
    person: string,
    rawName: string,
    rawPassword: string,
    admit: Admit,
  ): Promise<Result<string[], Rejection>> {
    const name = checkName(rawName);
    if (!name.ok) return name;
    const login = await this.#logins.get(person);
    if (login) return this.#claimAgain(person, login, name.value, rawPassword, admit);
    const password = await checkPassword(rawPassword, name.value);
    if (!password.ok) return password;
    const hash = await this.#passwords.hash(password.value);
    const releaseOthers = await this.#names.take(name.value, person);
    if (!releaseOthers) return err({ code: 'name_taken' });
    await this.#identities.change(person, { name: name.value });
    await this.#putLogin(person, hash, admit);
    await releaseOthers();
    return ok(await this.#codes.renew(person));
  }

  /** Gives an account another name. Refusals: those of `checkName`, `name_taken`; `not_named` for a guest. */
  async rename(person: string, rawName: string): Promise<Result<string, Rejection>> {
    if (!(await this.#logins.get(person))) return err({ code: 'not_named' });
    const name = checkName(rawName);
    if (!name.ok) return name;
    const releaseOthers = await this.#names.take(name.value, person);
    if (!releaseOthers) return err({ code: 'name_taken' });
    await this.#identities.change(person, { name: name.value });
    await releaseOthers();
    return ok(name.value);
  }

  /** Who has this name and password. Refusals: `wrong_login`, the same for unknown names. */
  async logIn(name: string, password: string): Promise<Result<Proven, Rejection>> {
    const person = await this.#names.holder(name);
    const login = person === null ? null : await this.#logins.get(person);
    const fits = await this.#passwords.verify(password, login?.password ?? null);
    if (person === null || !login || !fits) return err({ code: 'wrong_login' });
    if (this.#passwords.isOutdated(login.password)) await this.#rehash(person, login, password);
    return ok({ person, generation: login.generation });
  }

  /** Whether this is the password of a person. Refusals: `wrong_password`, `not_named`. */
  async confirm(person: string, password: string): Promise<Result<null, Rejection>> {
    const login = await this.#logins.get(person);
    if (!login) return err({ code: 'not_named' });
    const fits = await this.#passwords.verify(password, login.password);
    return fits ? ok(null) : err({ code: 'wrong_password' });
  }

  /** Refusals: those of `confirm` and `checkPassword`. All sessions are over but the one that `admit` renews. */
  async changePassword(
    person: string,
    old: string,
    next: string,
    name: string,
    admit: Admit,
  ): Promise<Result<null, Rejection>> {
    const password = await checkPassword(next, name);
    if (!password.ok) return password;
    const confirmed = await this.confirm(person, old);
    if (!confirmed.ok) return confirmed;
    const hash = await this.#passwords.hash(password.value);
    await this.#putLogin(person, hash, admit);
    return ok(null);
  }

  /** A new password by a recovery code, which is used up; all sessions are over. Refusals: `wrong_code`, … */
  async recover(name: string, code: string, next: string): Promise<Result<Proven, Rejection>> {
    const person = await this.#names.holder(name);
    if (person === null || !(await this.#codes.isOf(person, code))) return err({ code: 'wrong_code' });
    const password = await checkPassword(next, name);
    if (!password.ok) return password;
    const hash = await this.#passwords.hash(password.value);
    const used = await this.#codes.use(person, code, hash);
    if (used !== hash) {
      // It came before: the same wish is finished, another one is too late.
      const isSame = await this.#passwords.verify(password.value, used);
      if (used === null || !isSame) return err({ code: 'wrong_code' });
    }
    const generation = await this.#putLogin(person, used);
    await this.#codes.spend(code);
    return ok({ person, generation });
  }

  /** Ten new recovery codes; the old ones are worthless. Refusals: those of `confirm`. */
  async newCodes(person: string, password: string): Promise<Result<string[], Rejection>> {
    const confirmed = await this.confirm(person, password);
    return confirmed.ok ? ok(await this.#codes.renew(person)) : confirmed;
  }

  /** What is stored of an account besides the person; null for a guest. */
  async describe(person: string): Promise<{ changedAt: number; recoveryCodesLeft: number } | null> {
    const login = await this.#logins.get(person);
    if (!login) return null;
    return { changedAt: login.changedAt, recoveryCodesLeft: await this.#codes.left(person) };
  }

  /** Forgets the account; the name is free again. Repeatable: the login, which proves whose it is, goes last. */
  async remove(person: string): Promise<void> {
    await this.#codes.forget(person);
    await this.#names.release(person);
    await this.#logins.remove(person);
  }

  async #claimAgain(
    person: string,
    login: Login,
    name: string,
    password: string,
    admit: Admit,
  ): Promise<Result<string[], Rejection>> {
    const fits = await this.#passwords.verify(password, login.password);
    if (!fits || (await this.#names.holder(name)) !== person) return err({ code: 'already_named' });
    await admit(login.generation);
    const renamed = await this.rename(person, name);
    return renamed.ok ? ok(await this.#codes.renew(person)) : renamed;
  }

  async #putLogin(person: string, password: string, admit?: Admit): Promise<string> {
    const generation = nanoid(12);
    await admit?.(generation);
    await this.#logins.put(person, { password, generation, changedAt: this.#clock.now() });
    return generation;
  }

  /** Stores the same password with today's parameters, unless it was changed meanwhile. */
  async #rehash(person: string, login: Login, raw: string): Promise<void> {
    const password = await this.#passwords.hash(raw.normalize('NFC'));
    const now = await this.#logins.get(person);
    if (now?.password === login.password) await this.#logins.put(person, { ...login, password });
  }
}
