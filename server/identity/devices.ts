import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Shelf } from '../storage/shelf.ts';
import type { HeldNames } from './held-names.ts';
import type { Login } from './logins.ts';

const NONCE_BYTES = 16;
/** 16 random bytes and the 32 of the seal, as base64url. */
const PROOF = /^([\w-]{22})([\w-]{43})$/;

/**
 * Proofs that somebody was let into an account from this browser before. They open nothing: whoever shows one only goes
 * before strangers. Sealed with the stored hash of the password, which nobody outside knows: so none has to be kept, all
 * survive a restart, and all are worthless from the moment on when the password is another one or the account is gone.
 */
export class Devices {
  readonly #names: HeldNames;
  readonly #logins: Shelf<Login>;

  constructor(names: HeldNames, logins: Shelf<Login>) {
    this.#names = names;
    this.#logins = logins;
  }

  /** A new one; null for whoever has no account. */
  async make(person: string): Promise<string | null> {
    const login = await this.#logins.get(person);
    if (!login) return null;
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    return nonce + seal(login, person, nonce).toString('base64url');
  }

  /** The one of these that holds for the account of this name; null when none does. */
  async ofName(name: string, proofs: readonly string[]): Promise<string | null> {
    const person = await this.#names.holder(name);
    return person === null ? null : this.ofPerson(person, proofs);
  }

  /** The one of these that holds for the account of this person; null when none does. */
  async ofPerson(person: string, proofs: readonly string[]): Promise<string | null> {
    const login = await this.#logins.get(person);
    return (login && proofs.find((proof) => holds(login, person, proof))) ?? null;
  }
}

function holds(login: Login, person: string, proof: string): boolean {
  const [, nonce, sealed] = PROOF.exec(proof) ?? [];
  if (nonce === undefined || sealed === undefined) return false;
  return timingSafeEqual(Buffer.from(sealed, 'base64url'), seal(login, person, nonce));
}

const seal = ({ password }: Login, person: string, nonce: string): Buffer =>
  createHmac('sha256', password).update(`device ${person} ${nonce}`).digest();
