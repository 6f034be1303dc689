import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Person } from '../../shared/table/types.ts';
import { GUEST_IDLE_MS, type IdentityStore } from './identity.ts';

/** 256 random bits, as base64url. */
const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;

/** A person and the session that proved it. */
export interface Visitor {
  readonly person: Person;
  readonly sessionHash: string;
}

/** Sessions are opaque secrets in a cookie that scripts cannot read; only their hash is kept anywhere. */
export class Sessions {
  readonly #identities: IdentityStore;
  readonly #isSecure: boolean;
  readonly #cookieName: string;

  constructor(identities: IdentityStore, { isSecure }: { readonly isSecure: boolean }) {
    this.#identities = identities;
    this.#isSecure = isSecure;
    this.#cookieName = isSecure ? '__Host-sid' : 'sid';
  }

  /** Who sent a request, by its cookie; null when nobody is known. */
  async visitor(request: IncomingMessage): Promise<Visitor | null> {
    const secret = this.#secretOf(request);
    if (secret === null) return null;
    const sessionHash = hash(secret);
    const person = await this.#identities.bySession(sessionHash);
    return person && { person, sessionHash };
  }

  /** Makes a guest and hands out the cookie. */
  async begin(response: ServerResponse): Promise<Visitor> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const sessionHash = hash(secret);
    const person = await this.#identities.createGuest(sessionHash);
    this.#handOut(response, secret);
    return { person, sessionHash };
  }

  /** Makes the cookie last as long as the session, from now on. */
  renew(request: IncomingMessage, response: ServerResponse): void {
    const secret = this.#secretOf(request);
    if (secret !== null) this.#handOut(response, secret);
  }

  change(visitor: Visitor, patch: { name?: string; marker?: number }): Promise<Person | null> {
    return this.#identities.change(visitor.sessionHash, patch);
  }

  #secretOf(request: IncomingMessage): string | null {
    const secret = parseCookie(request.headers.cookie ?? '')[this.#cookieName];
    return secret !== undefined && SECRET.test(secret) ? secret : null;
  }

  #handOut(response: ServerResponse, value: string): void {
    const cookie = stringifySetCookie({
      name: this.#cookieName,
      value,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: this.#isSecure,
      maxAge: GUEST_IDLE_MS / 1_000,
    });
    response.appendHeader('Set-Cookie', cookie);
  }
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
