/** A process behind the proxy. */
export interface Upstream {
  /** Its `PROCESS_NAME`: what the path of a socket to it begins with. */
  readonly name: string;
  /** Where the proxy reaches it: `10.0.0.11:2567`. */
  readonly address: string;
}

/** What stands in front of the processes, whichever program it is. */
export interface ProxySettings {
  /** Where people come in; `*` for every address of the machine. */
  readonly host: string;
  readonly port: number;
  /** The certificate of the name that people type, as paths of files; null for plain http. */
  readonly tls: { readonly name: string; readonly certificate: string; readonly key: string } | null;
  readonly processes: readonly Upstream[];
  /** Balancers in front of this proxy, as addresses and ranges: their `X-Forwarded-For` alone is believed. */
  readonly trusted: readonly string[];
  /** Where each request gets a line: a file, or null for none. */
  readonly accessLog: string | null;
  /** A process that says nothing for so long is passed over, s. Else `PROXY.answer`. */
  readonly answer?: number;
}

/** Headers that say where a request came from: whatever a stranger writes into them is thrown away. */
export const FORGED = ['Forwarded', 'X-Real-IP', 'X-Forwarded-Host'] as const;

/** Numbers that hold for each proxy, all in seconds but the first. */
export const PROXY = {
  /** The longest body. The server itself refuses what is longer than `LIMIT_REQUEST_BYTES`, in words. */
  bodyBytes: 65_536,
  /** A process that cannot be connected to for so long is passed over. */
  connect: 1,
  /** A process that says nothing for so long is passed over. */
  answer: 2.5,
  /** Passwords and downloads wait for their turn; the stream of tables says something each 20 seconds. */
  patient: 60,
  /** A silent socket. Both sides say something within 60 seconds. */
  socket: 90,
  /** Shorter than what a process keeps an idle connection for. */
  keepUpstream: 10,
  keepPeople: 15,
  headers: 5,
  body: 10,
} as const;

/** Paths that are not like the others. */
export const PATHS = {
  /** A seat may be asked for twice. The other process may have what this one cannot reach. */
  seat: '^/api/(?:tables|chat)/[^/]+/seat$',
  live: '/api/tables/live',
  account: '/api/account',
  /** Files by which an authority of certificates knows us, from this folder. */
  challenge: '/.well-known/acme-challenge/',
} as const;
