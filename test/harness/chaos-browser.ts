import NodeSocket from 'ws';

/** Whose browser it is. */
export interface Visit {
  /** Where the page was loaded from. */
  readonly origin: string;
  /** `name=value` of the session. */
  readonly cookie: string;
}

/**
 * Makes a thread look like a browser to `client/net`, as far as that needs one: relative addresses, a cookie, sockets
 * with an origin. There is no IndexedDB: nothing is kept over the end of the thread. Call it before anything of the client
 * is imported.
 * @param onTrouble is told of each request that was refused or failed, and of each socket that closed: what was asked,
 * and what came back
 */
export function beBrowser(
  { origin, cookie }: Visit,
  onTrouble: (asked: string, answer: string) => void,
): void {
  let jar = cookie;
  const nodeFetch = globalThis.fetch;
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const events = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener'] as const) {
    define(name, events[name].bind(events));
  }
  define('location', { origin });
  define('navigator', { onLine: true, languages: ['en'] });
  define('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  define(
    'WebSocket',
    class PageSocket extends NodeSocket {
      constructor(url: string) {
        // As in a browser, what was begun by one message goes on before the next one is heard.
        super(url, {
          headers: { Cookie: jar },
          origin,
          perMessageDeflate: false,
          allowSynchronousEvents: false,
        });
        const asked = `socket ${new URL(url).pathname}`;
        this.on('error', ({ message }) => onTrouble(asked, message));
        this.on('close', (code, reason) => onTrouble(asked, `closed with ${code} ${reason}`));
      }
    },
  );
  define('fetch', async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', jar);
    headers.set('Origin', origin);
    const asked = `${init.method ?? 'GET'} ${path}`;
    const response = await nodeFetch(new URL(path, origin), { ...init, headers }).catch((error: Error) => {
      onTrouble(asked, `${error.message} ${error.cause ?? ''}`);
      throw error;
    });
    if (!response.ok) onTrouble(asked, `${response.status} ${await response.clone().text()}`);
    jar = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? jar;
    return response;
  });
}
