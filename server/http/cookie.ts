import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

export interface CookieOptions {
  /** Over https its name says that no other host can have set it. */
  readonly isSecure: boolean;
  readonly sameSite: 'lax' | 'strict';
}

/** A cookie that scripts cannot read. */
export class Cookie {
  readonly #name: string;
  readonly #options: CookieOptions;

  constructor(name: string, options: CookieOptions) {
    this.#name = options.isSecure ? `__Host-${name}` : name;
    this.#options = options;
  }

  read(request: IncomingMessage): string | null {
    return parseCookie(request.headers.cookie ?? '')[this.#name] ?? null;
  }

  /** @param seconds how long the browser keeps it; 0 takes it back */
  write(response: ServerResponse, value: string, seconds: number): void {
    const { isSecure: secure, sameSite } = this.#options;
    const cookie = { value, httpOnly: true, sameSite, path: '/', secure, maxAge: seconds };
    response.appendHeader('Set-Cookie', stringifySetCookie({ name: this.#name, ...cookie }));
  }
}
