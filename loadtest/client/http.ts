import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** What an HTTP request was refused with: `code` as in the body, or `http_<status>`. */
export class RefusedError extends Error {
  readonly code: string;

  constructor(code: string, what: string) {
    super(`${what}: ${code}`);
    this.code = code;
  }
}

export interface HttpAnswer {
  readonly headers: IncomingHttpHeaders;
  /** The parsed body; null when it is empty. */
  readonly body: unknown;
}

/** Who asks. */
export interface Asker {
  /** `name=value`, or `''` before there is a session. */
  readonly cookie: string;
  /** The address that a trusted proxy would tell: everybody has one of their own, as people have. `''` for one's real one. */
  readonly address: string;
}

/** Sockets that are kept open for requests: enough for a storm, few enough for one machine. */
const MAX_SOCKETS = 128;

/** Asks one server over HTTP, as a browser does from the server's own page. */
export class Http {
  readonly url: URL;
  /** How long an answer may take, ms. */
  readonly patienceMs: number;
  readonly #agent: HttpAgent;
  readonly #request: typeof httpRequest;

  constructor(url: string, patienceMs: number) {
    this.url = new URL(url);
    const isSecure = this.url.protocol === 'https:';
    const options = { keepAlive: true, maxSockets: MAX_SOCKETS };
    this.#agent = isSecure ? new HttpsAgent(options) : new HttpAgent(options);
    this.#request = isSecure ? httpsRequest : httpRequest;
    this.patienceMs = patienceMs;
  }

  /**
   * One request.
   * @throws RefusedError for every status that is not 2xx, with the code of the answer; `no_answer`, `no_connection`
   */
  call(asker: Asker, method: string, path: string, body?: object): Promise<HttpAnswer> {
    const what = `${method} ${path}`;
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers: Record<string, string | number> = { Origin: this.url.origin };
    if (asker.address !== '') headers['X-Forwarded-For'] = asker.address;
    if (asker.cookie !== '') headers.Cookie = asker.cookie;
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
      headers['Content-Length'] = Buffer.byteLength(text);
    }
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.url;
      const outgoing = this.#request(
        { hostname, port, path, method, headers, agent: this.#agent, timeout: this.patienceMs },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            const parsed = parse(Buffer.concat(chunks).toString());
            if (status >= 200 && status < 300) resolve({ headers: response.headers, body: parsed });
            else reject(new RefusedError(codeOf(parsed) ?? `http_${status}`, what));
          });
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new RefusedError('no_answer', what)));
      outgoing.on('error', (error) =>
        reject(error instanceof RefusedError ? error : new RefusedError('no_connection', what)),
      );
      outgoing.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf(body: unknown): string | null {
  const code = (body as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
