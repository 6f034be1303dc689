import { hostname, networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';
import { inUrl, isEverywhere } from './network.ts';

/** A laptop that changes networks gets new addresses: how often they are looked up at most, ms. */
const REFRESH_MS = 10_000;
/** What may be a host, so that it can be said again. */
const NAME = /^[\w.:[\]-]{1,100}$/;

/** The names this server goes by. Exact: a request for any other `Host`, or from any other `Origin`, is refused. */
export class Hosts {
  readonly #config: Config;
  readonly #port: number;
  #hosts: ReadonlySet<string>;
  #origins: ReadonlySet<string>;
  #refreshedAt = performance.now();

  /** @param port the one that is really listened on */
  constructor(config: Config, port: number) {
    this.#config = config;
    this.#port = port;
    this.#hosts = this.#listHosts();
    this.#origins = this.#listOrigins();
  }

  allowsHost(host: string | undefined): boolean {
    return host !== undefined && this.#has(() => this.#hosts, host.toLowerCase());
  }

  /** What to tell whoever came under another name: which setting makes it one of ours. */
  wordsFor(host: string | undefined): string {
    if (host === undefined || !NAME.test(host)) return 'This server is not known under that name.';
    const setting =
      this.#config.publicUrl === null ? `PUBLIC_URL=http://${host}` : `ALLOWED_ORIGINS=http://${host}`;
    return `This server is not known as ${host}. Whoever runs it can start it with ${setting} (or https).`;
  }

  allowsOrigin(origin: string | undefined): boolean {
    return origin !== undefined && this.#has(() => this.#origins, origin);
  }

  #has(list: () => ReadonlySet<string>, name: string): boolean {
    if (list().has(name)) return true;
    const now = performance.now();
    if (!isEverywhere(this.#config) || now - this.#refreshedAt < REFRESH_MS) return false;
    this.#refreshedAt = now;
    this.#hosts = this.#listHosts();
    this.#origins = this.#listOrigins();
    return list().has(name);
  }

  #listHosts(): Set<string> {
    const names = ['localhost', '127.0.0.1', '[::1]'];
    if (isEverywhere(this.#config)) {
      const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
      names.push(...addresses.map(({ address }) => inUrl(address.split('%', 1)[0]!)));
      names.push(hostname().toLowerCase(), `${hostname().toLowerCase()}.local`);
    } else {
      names.push(inUrl(this.#config.host).toLowerCase());
    }
    const hosts = names.map((name) => (this.#port === 80 ? name : `${name}:${this.#port}`));
    const { publicUrl, allowedOrigins } = this.#config;
    return new Set([...hosts, ...[publicUrl ?? [], allowedOrigins].flat().map((url) => new URL(url).host)]);
  }

  #listOrigins(): Set<string> {
    const { publicUrl, allowedOrigins } = this.#config;
    const direct = [...this.#hosts].map((host) => `http://${host}`);
    return new Set([...direct, ...[publicUrl ?? [], allowedOrigins].flat()]);
  }
}
