import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../shared/engine/ports.ts';

/** Names of fields that carry secrets, wherever they stand. */
const SECRETS = ['cookie', 'set-cookie', 'authorization', 'token', 'ticket', 'sessionId', 'sid', 'password'];

/** The structured log: one JSON line per call on standard output, without secrets. */
export function createLog({ logLevel }: { readonly logLevel: string }, destination?: DestinationStream): Log {
  const quoted = SECRETS.map((name) => (name.includes('-') ? `["${name}"]` : `.${name}`));
  const options = {
    level: logLevel,
    base: { pid: process.pid },
    redact: {
      paths: quoted.flatMap((name) => [name.replace(/^\./, ''), `*${name}`, `*.*${name}`]),
      censor: '[secret]',
    },
    serializers: { err: pino.stdSerializers.err },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The path of a request without its query, shortened: what may be logged of a URL. */
export const loggablePath = (url: string | undefined): string => (url ?? '').split('?', 1)[0]!.slice(0, 120);

/** At most this many lines of one kind per window. */
const LINES = 5;
const WINDOW_MS = 10_000;

/** Lets a few lines of each kind through per window and counts the rest, so that nobody can fill the disk. */
export class Sampler {
  readonly #log: Log;
  readonly #kinds = new Map<string, { lines: number; until: number; dropped: number }>();

  constructor(log: Log) {
    this.#log = log;
  }

  info = (kind: string, fields: Record<string, unknown>): void => this.#write('info', kind, fields);
  warn = (kind: string, fields: Record<string, unknown>): void => this.#write('warn', kind, fields);
  error = (kind: string, fields: Record<string, unknown>): void => this.#write('error', kind, fields);

  /** @param kind a fixed text from the program, never from outside */
  #write(level: 'info' | 'warn' | 'error', kind: string, fields: Record<string, unknown>): void {
    const now = performance.now();
    let window = this.#kinds.get(kind);
    if (!window || now >= window.until) {
      const dropped = window?.dropped ?? 0;
      window = { lines: 0, until: now + WINDOW_MS, dropped: 0 };
      this.#kinds.set(kind, window);
      if (dropped > 0) this.#log[level]({ dropped }, `${kind}: more of the same`);
    }
    if (window.lines++ < LINES) this.#log[level](fields, kind);
    else window.dropped++;
  }
}

/** What Colyseus may write: its own lines, sampled, because anybody on the network can cause them. */
export function frameworkLogger(log: Log) {
  const sampler = new Sampler(log);
  const text = (parts: unknown[]): string => parts.map(String).join(' ').slice(0, 1_000);
  return {
    debug: () => {},
    trace: () => {},
    info: (...parts: unknown[]) => sampler.info('framework', { text: text(parts) }),
    warn: (...parts: unknown[]) => sampler.warn('framework warning', { text: text(parts) }),
    error: (...parts: unknown[]) => sampler.warn('framework error', { text: text(parts) }),
  };
}
