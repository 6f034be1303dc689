import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type NginxSettings, nginxConfig } from '../proxies/nginx.ts';
import { ended, hasEnded, startTied } from './tied.ts';

/** Debian installs it where the `PATH` of most people does not lead. */
const PROGRAMS = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx'];
const LOOK_MS = 20;

/** The proxy in front of several processes. */
export class Nginx {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Resolves when it lets people in. @param folder where it keeps what it needs @param say gets what it complains about, without secrets */
  static async start(settings: NginxSettings, folder: string, say: (text: string) => void): Promise<Nginx> {
    const { host, port } = settings;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, nginxConfig(settings, folder));
    const program = PROGRAMS.find((each) => spawnSync(each, ['-v']).status === 0);
    if (!program) throw new Error('nginx is missing (Debian: apt-get install nginx)');
    const child = startTied(program, ['-p', folder, '-c', file, '-e', 'stderr']);
    child.stdout?.resume();
    // The query of a request holds the ticket of a socket.
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = chunk.toString().replace(/\?\S*/g, '?…');
      say(said);
    });
    const isOpen = () =>
      new Promise<boolean>((resolve) => {
        const probe = connect(port, host === '0.0.0.0' || host === '::' ? 'localhost' : host);
        probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
        probe.once('connect', () => probe.destroy());
      });
    while (!(await isOpen())) {
      if (hasEnded(child)) throw new Error(`nginx does not start: ${said}`);
      await pause(LOOK_MS);
    }
    return new Nginx(child);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** Resolves when it has ended, whoever ended it. */
  get end(): Promise<void> {
    return ended(this.#process);
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.end;
  }
}
