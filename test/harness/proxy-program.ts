import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, hasEnded, startTied } from '../../scripts/cluster/tied.ts';
import { caddyfile } from '../../scripts/proxies/caddy.ts';
import { haproxyConfig } from '../../scripts/proxies/haproxy.ts';
import { type NamedUpstreams, nginxConfig } from '../../scripts/proxies/nginx.ts';
import type { ProxySettings } from '../../scripts/proxies/settings.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

/** A process that runs answers a proxy by then, s, also on a machine that is busy with other tests. */
export const ANSWER_S = 20;

export type Kind = 'nginx' | 'haproxy' | 'caddy';

/** Debian installs them where the `PATH` of most people does not lead. */
const PATH = [process.env.PATH, '/usr/sbin'].join(':');

/** One of the proxies that the documents name, with the configuration that is made for it. */
export class ProxyProgram {
  readonly kind = 'product';
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  #output = '';

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk;
      });
    }
  }

  /** Resolves when it lets people in. @param settings what is not as it is otherwise, and the processes */
  static async start(
    kind: Kind,
    settings: Pick<ProxySettings, 'processes'> & Partial<ProxySettings> & { readonly named?: NamedUpstreams },
  ): Promise<ProxyProgram> {
    const folder = mkdtempSync(join(tmpdir(), 'color-clues-proxy-'));
    const port = settings.port ?? (await freePort());
    const accessLog = kind === 'haproxy' ? 'stdout' : join(folder, 'access.log');
    const all = { host: '127.0.0.1', tls: null, trusted: [], accessLog, answer: ANSWER_S, ...settings, port };
    const file = join(folder, 'Caddyfile');
    const [text, command] = {
      nginx: [nginxConfig(all, folder), ['nginx', '-p', folder, '-c', file, '-e', 'stderr']] as const,
      haproxy: [haproxyConfig(all), ['haproxy', '-db', '-f', file]] as const,
      caddy: [caddyfile(all), ['caddy', 'run', '--config', file]] as const,
    }[kind];
    writeFileSync(file, text);
    const child = startTied('env', [`PATH=${PATH}`, `HOME=${folder}`, ...command]);
    const proxy = new ProxyProgram(`http://127.0.0.1:${port}`, child, folder);
    await until(async () => hasEnded(child) || (await isOpen(port)), `${kind} to start`);
    if (hasEnded(child)) throw new Error(`${kind} does not start: ${proxy.#output}`);
    return proxy;
  }

  /** Every line that it wrote. */
  log(): string {
    const file = join(this.#folder, 'access.log');
    return this.#output + (existsSync(file) ? readFileSync(file, 'utf8') : '');
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await ended(this.#child);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });
