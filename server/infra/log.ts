import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../shared/engine/ports.ts';
import { inSources } from './source-lines.ts';

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
    serializers: { err: describeError },
    formatters: { log: withoutPasswords },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Of an error no more than it says itself: libraries hang on what they were working at, whole entries among it. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  return {
    type,
    message: scrubbed(message),
    stack: scrubbed(inSources(stack)),
    ...(code !== undefined && { code }),
  };
}

/** A text in which no address has a password: drivers say where they could not connect to. */
const scrubbed = (text: string): string => text.replace(/(\w:\/\/)[^\s/@]+@/g, '$1[secret]@');

const withoutPasswords = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? scrubbed(value) : value,
    ]),
  );

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

  debug = (kind: string, fields: Record<string, unknown>): void => this.#write('debug', kind, fields);
  info = (kind: string, fields: Record<string, unknown>): void => this.#write('info', kind, fields);
  warn = (kind: string, fields: Record<string, unknown>): void => this.#write('warn', kind, fields);
  error = (kind: string, fields: Record<string, unknown>): void => this.#write('error', kind, fields);

  /** @param kind a fixed text from the program, never from outside */
  #write(level: 'debug' | 'info' | 'warn' | 'error', kind: string, fields: Record<string, unknown>): void {
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

/** Of so many things at most: strangers may cause it with whatever they like. */
const MAX_ONCE = 20;

/** Says each thing once. */
export class Once {
  readonly #log: Log;
  readonly #said = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  warn(about: string, fields: Record<string, unknown>, message: string): void {
    if (this.#said.size >= MAX_ONCE || this.#said.has(about)) return;
    this.#said.add(about);
    this.#log.warn(fields, message);
  }
}

/**
 * Where an error was thrown, without its message: what could not be decoded stands in that, with what people wrote.
 */
export const placeOf = (error: unknown): string =>
  ((error instanceof Error && error.stack?.match(/^\s+at .+$/gm)) || [])
    .slice(0, 5)
    .map((line) => inSources(line.trim()))
    .join(', ');
