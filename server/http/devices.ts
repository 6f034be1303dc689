import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Devices } from '../identity/devices.ts';
import { Cookie } from './cookie.ts';

/** The longest that browsers keep a cookie, s. */
const KEEP_SECONDS = 400 * 24 * 60 * 60;
/** Accounts that one browser is known for, the last ones. */
const MAX_PROOFS = 5;
const BETWEEN = '.';

/**
 * Remembers in a browser which accounts it was let into, also after signing out
 * (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
 */
export class DeviceCookie {
  readonly #devices: Devices;
  readonly #cookie: Cookie;

  constructor(devices: Devices, { isSecure }: { readonly isSecure: boolean }) {
    this.#devices = devices;
    this.#cookie = new Cookie('device', { isSecure, sameSite: 'strict' });
  }

  /** The proof that this browser was let into the account of this name before; null when there is none. */
  async proof(request: IncomingMessage, name: string): Promise<string | null> {
    const proofs = this.#proofsOf(request);
    return proofs.length === 0 ? null : this.#devices.ofName(name, proofs);
  }

  /** Remembers that this browser was let into the account of a person. */
  async remember(request: IncomingMessage, response: ServerResponse, person: string): Promise<void> {
    const before = this.#proofsOf(request);
    const proof = (await this.#devices.ofPerson(person, before)) ?? (await this.#devices.make(person));
    if (proof === null) return;
    const proofs = [proof, ...before.filter((each) => each !== proof)].slice(0, MAX_PROOFS);
    this.#cookie.write(response, proofs.join(BETWEEN), KEEP_SECONDS);
  }

  #proofsOf(request: IncomingMessage): readonly string[] {
    return this.#cookie.read(request)?.split(BETWEEN, MAX_PROOFS) ?? [];
  }
}
