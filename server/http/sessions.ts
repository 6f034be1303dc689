import { hash as digest } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nanoid } from 'nanoid';
import type { Proven } from '../identity/accounts.ts';
import { GUEST_IDLE_MS, type Identities, type Visitor } from '../identity/identities.ts';
import { browserOf } from './browser.ts';
import { Cookie } from './cookie.ts';

/** 258 random bits, six in each character. */
const SECRET_LENGTH = 43;
/** Sessions whose first use is waited for. */
const MAX_UNUSED = 20_000;
const SECRET = /^[\w-]{43}$/;

type SessionStore = Pick<Identities, 'bySession' | 'createGuest' | 'beginSession' | 'renewSession'>;

/** Sessions are opaque secrets in a cookie that scripts cannot read; only their hash is kept anywhere. */
export class Sessions {
  readonly #identities: SessionStore;
  readonly #cookie: Cookie;
  /** By the hash of the secret, the oldest first. */
  readonly #unused = new Map<string, () => Promise<void>>();

  constructor(identities: SessionStore, { isSecure }: { readonly isSecure: boolean }) {
    this.#identities = identities;
    this.#cookie = new Cookie('sid', { isSecure, sameSite: 'lax' });
  }

  /** Who sent a request, by its cookie; null when nobody is known. */
  async visitor(request: IncomingMessage): Promise<Visitor | null> {
    const secret = this.#secretOf(request);
    if (secret === null) return null;
    const key = hash(secret);
    this.#unused
      .get(key)?.()
      .catch(() => {});
    this.#unused.delete(key);
    return this.#identities.bySession(key);
  }

  /**
   * Makes a guest and hands out the cookie.
   * @param onUse called when the cookie comes back for the first time
   */
  async begin(
    request: IncomingMessage,
    response: ServerResponse,
    onUse: () => Promise<void>,
  ): Promise<Visitor> {
    const secret = newSecret();
    const key = hash(secret);
    const visitor = await this.#identities.createGuest(key, browserOf(request));
    this.#handOut(response, secret);
    this.#unused.set(key, onUse);
    const [oldest] = this.#unused.keys();
    if (this.#unused.size > MAX_UNUSED && oldest !== undefined) this.#unused.delete(oldest);
    return visitor;
  }

  /** Begins a session of somebody who proved who they are; null when their login is another one by now. */
  async beginAs(
    { person, generation }: Proven,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Visitor | null> {
    const secret = newSecret();
    const visitor = await this.#identities.beginSession(person, hash(secret), browserOf(request), generation);
    if (visitor) this.#handOut(response, secret);
    return visitor;
  }

  /**
   * Gives the session of a visitor a new secret, for a login of this generation. Resolves to how to hand it out, once
   * that login counts.
   */
  async renewSecret(visitor: Visitor, generation: string): Promise<(response: ServerResponse) => void> {
    const secret = newSecret();
    await this.#identities.renewSession(visitor, hash(secret), generation);
    return (response) => this.#handOut(response, secret);
  }

  /** Makes the cookie last as long as the session, from now on. */
  renew(request: IncomingMessage, response: ServerResponse): void {
    const secret = this.#secretOf(request);
    if (secret !== null) this.#handOut(response, secret);
  }

  /** Takes the cookie back. */
  forget(response: ServerResponse): void {
    this.#cookie.write(response, '', 0);
  }

  #secretOf(request: IncomingMessage): string | null {
    const secret = this.#cookie.read(request);
    return secret !== null && SECRET.test(secret) ? secret : null;
  }

  #handOut(response: ServerResponse, secret: string): void {
    this.#cookie.write(response, secret, GUEST_IDLE_MS / 1_000);
  }
}

const newSecret = (): string => nanoid(SECRET_LENGTH);
const hash = (secret: string): string => digest('sha256', secret, 'base64url');
