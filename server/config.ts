import { z } from 'zod';
import { StartError } from './start/errors.ts';
import { type Trust, trustIn } from './start/proxies.ts';
import { strangers } from './start/variables.ts';

const MINUTE = 60;
const KIB = 1024;

const wholeNumber = (words: string) => z.coerce.number({ error: words }).int(words);
const atLeast = (least: number, fallback: number) => {
  const words = `must be a whole number of ${least} or more`;
  return wholeNumber(words).min(least, words).default(fallback);
};

/**
 * Every limit of the server, each with a safe default. An environment variable `LIMIT_…` changes one: `joinAckMs` is
 * `LIMIT_JOIN_ACK_MS`. Budgets per address are generous, because friends share an address; those per person are not.
 */
const limitsSchema = z.object({
  /** Bytes that may wait for a slow socket before it is dropped. */
  bufferedBytes: atLeast(16 * KIB, 256 * KIB),
  /** Messages per second of one socket, and how many may come at once. A person has twice that over all sockets. */
  messageRate: atLeast(1, 20),
  messageBurst: atLeast(1, 40),
  /** Refused messages before the socket is closed. They are forgiven at half the message rate. */
  messagePatience: atLeast(1, 60),
  /** Messages that make no sense, in about a minute, before the socket is closed. */
  badMessages: atLeast(2, 10),
  /** How long a joined client may take to say that it is ready. */
  joinAckMs: atLeast(100, 5_000),
  /** How long a reserved connection is kept. */
  seatSeconds: atLeast(1, 5),
  /** How often it is looked up whether the sessions behind open sockets are still there. */
  sessionCheckSeconds: atLeast(1, MINUTE),
  /** In one room. */
  pendingSeatsPerPerson: atLeast(1, 2),
  pendingSeatsPerAddress: atLeast(1, 10),
  maxRooms: atLeast(1, 2_000),
  maxConnections: atLeast(1, 10_000),
  connectionsPerAddress: atLeast(1, 500),
  /** Sockets of rooms elsewhere that are passed on at the same time. */
  relays: atLeast(0, 2_000),
  liveStreamsPerAddress: atLeast(1, 50),
  liveStreams: atLeast(1, 5_000),
  requestBytes: atLeast(256, 8 * KIB),
  requestMs: atLeast(1_000, 10_000),
  headersMs: atLeast(1_000, 5_000),
  /** How often within `…Seconds`, per address or per person. */
  requestsPerAddress: atLeast(1, 1_200),
  requestsSeconds: atLeast(1, MINUTE),
  /** Records of matches that are looked up, such as what was promised of them. */
  recordsPerAddress: atLeast(1, 30),
  /** Pages of finished games that are watched again. */
  replaysPerAddress: atLeast(1, 240),
  /** Days of the daily game that are looked at or played; and how many are played from one address in all. */
  daysPerPerson: atLeast(1, 60),
  placesPerAddress: atLeast(1, 200),
  placesSeconds: atLeast(1, 10 * MINUTE),
  upgradesPerAddress: atLeast(1, 240),
  upgradesSeconds: atLeast(1, MINUTE),
  sessionsPerAddress: atLeast(1, 300),
  /** Sessions whose cookie never came back, per address and kind of browser. */
  unusedSessionsPerBrowser: atLeast(1, 150),
  sessionsSeconds: atLeast(1, 10 * MINUTE),
  createsPerAddress: atLeast(1, 10),
  createsSeconds: atLeast(1, MINUTE),
  playsPerAddress: atLeast(1, 60),
  playsSeconds: atLeast(1, MINUTE),
  seatsPerAddress: atLeast(1, 240),
  seatsPerPerson: atLeast(1, 40),
  seatsSeconds: atLeast(1, MINUTE),
  chatSeatsPerPerson: atLeast(1, 120),
  /** Pages of history. */
  pagesPerPerson: atLeast(1, 300),
  searchesPerPerson: atLeast(1, 30),
  /** New talks and groups; reports. */
  directsPerPerson: atLeast(1, 30),
  reportsPerPerson: atLeast(1, 20),
  directsSeconds: atLeast(1, 10 * MINUTE),
  /** How often one person is asked by people they do not know, whoever these are. */
  asksOfPerson: atLeast(1, 20),
  asksSeconds: atLeast(1, 60 * MINUTE),
  /** A lobby with so many people is a crowd: they are only counted, and come in where they are, at any process. */
  crowdPeople: atLeast(2, 200),
  /** Codes of tables that do not exist. Afterwards one more try each `slowCodeSeconds`. */
  wrongCodesPerAddress: atLeast(1, 50),
  wrongCodesSeconds: atLeast(1, 10 * MINUTE),
  slowCodeSeconds: atLeast(1, 10),
  /** Wrong passwords per address, and per name and address. A right one counts nowhere. */
  passwordsPerAddress: atLeast(1, 100),
  passwordsAddressSeconds: atLeast(1, 24 * 60 * MINUTE),
  passwordsPerName: atLeast(1, 5),
  passwordsSeconds: atLeast(1, 15 * MINUTE),
  /** Downloads of everything about a person, and people who want to be forgotten. */
  exportsPerPerson: atLeast(1, 3),
  exportsPerAddress: atLeast(1, 20),
  deletionsPerAddress: atLeast(1, 20),
  exportsSeconds: atLeast(1, 60 * MINUTE),
  /** Downloads that are written at the same time, and that may wait for it. */
  exportsAtOnce: atLeast(1, 2),
  exportsWaiting: atLeast(0, 50),
  /** How long things are kept that nobody opens again, days: tables that are over, with their talk; and records. */
  keepTablesDays: atLeast(1, 30),
  keepMentionsDays: atLeast(1, 90),
  keepReportsDays: atLeast(1, 90),
  keepAuditsDays: atLeast(1, 365),
  /** Members of lobbies who stay away, and how far they read. */
  keepMembersDays: atLeast(1, 90),
  renamesPerAddress: atLeast(1, 120),
  renamesPerPerson: atLeast(1, 20),
  renamesSeconds: atLeast(1, MINUTE),
});

export type Limits = Readonly<z.output<typeof limitsSchema>>;

const commaList = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''));

const oneOf = <const T extends readonly string[]>(...words: T) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
const PORT_WORDS = 'must be a whole number from 0 to 65535';
const PACE_WORDS = 'must be a number from 0 to 10';

const isWebOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, pathname, search, hash } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && pathname === '/' && search === '' && hash === '';
};

const environmentSchema = z.object({
  /** Address to listen on; `0.0.0.0` for everybody in the network. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Port to listen on; 0 lets the system choose. */
  PORT: wholeNumber(PORT_WORDS).min(0, PORT_WORDS).max(65_535, PORT_WORDS).default(2567),
  /** Where Prometheus reads what is counted (`/metrics`), never at PORT; 0 lets the system choose. Without it nowhere. */
  METRICS_PORT: wholeNumber(PORT_WORDS).min(0, PORT_WORDS).max(65_535, PORT_WORDS).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** `http://collector:4318`: an OpenTelemetry collector that takes a span of each command and request. Without it none is made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine((text) => /^https?:/.test(text) && URL.canParse(text), 'must look like http://127.0.0.1:4318')
    .optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('color-clues'),
  /** Where people reach the server, if not at HOST and PORT: `https://play.example`. */
  PUBLIC_URL: z.string().refine(isWebOrigin, 'must look like https://play.example').optional(),
  /** Further origins that may talk to the server (a development server), separated by commas. */
  ALLOWED_ORIGINS: commaList.refine((all) => all.every(isWebOrigin), 'must be like https://play.example'),
  /**
   * Proxies whose `X-Forwarded-For` is believed, separated by commas: addresses, ranges as `10.0.0.0/8`, or the names
   * `loopback`, `linklocal`, `uniquelocal`.
   */
  TRUSTED_PROXIES: commaList.transform((list, ctx) => {
    const trust = trustIn(list);
    if (trust.ok) return trust.value;
    ctx.addIssue({ code: 'custom', message: trust.error });
    return z.NEVER;
  }),
  /** Folder of the embedded store. Several processes of one machine may share it. */
  DATA_DIR: z.string().min(1).default('data'),
  /** `mongodb://…`: keep everything in this database instead of the folder. */
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(?:\+srv)?:\/\//, 'must begin with mongodb://')
    .optional(),
  /** `redis://…`: several processes play together. Without it, this process is alone. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis://')
    .optional(),
  /** What a proxy knows this process by: the path of a socket to it begins with this. Else a new one with every start. */
  PROCESS_NAME: z
    .string()
    .regex(/^[\w-]{1,32}$/, 'must be 1 to 32 letters, digits, - or _')
    .optional(),
  /** `http://10.0.0.3:2567`: where other processes reach this one, to pass on sockets that a balancer sent to them. */
  PROCESS_URL: z
    .string()
    .refine((text) => isWebOrigin(text) && text.startsWith('http:'), 'must look like http://10.0.0.3:2567')
    .optional(),
  /** People who look after the whole server, by their public ids, separated by commas. */
  OPERATORS: commaList,
  /** Mixed into every password before it is hashed; keep it out of the store and its backups. */
  PASSWORD_PEPPER: z.string().optional(),
  /** How long bots think, as a share of what people need: 0.5 is twice as fast. */
  BOT_PACE: z.coerce.number({ error: PACE_WORDS }).min(0, PACE_WORDS).max(10, PACE_WORDS).default(1),
  /** Set by `npm run dev`: Vite serves the client from its sources. */
  DEV: z.string().optional(),
  NODE_ENV: oneOf('production', 'development', 'test').default('development'),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Null when nobody reads metrics. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  /** Null when nobody takes spans. */
  readonly tracesUrl: string | null;
  readonly serviceName: string;
  /** Origin without a slash at the end, or null. */
  readonly publicUrl: string | null;
  /** People come through https: cookies are `Secure`, HSTS is sent. */
  readonly isSecure: boolean;
  readonly allowedOrigins: readonly string[];
  /** Whether this is the address of a proxy whose word about others is believed. */
  readonly trusts: Trust;
  readonly dataDirectory: string;
  /** Null for the embedded store. May hold a password: never logged. */
  readonly mongodbUrl: string | null;
  /** Null when this process is alone. May hold a password: never logged. */
  readonly redisUrl: string | null;
  /** Null for a new one with every start. */
  readonly processName: string | null;
  /** Origin without a slash at the end; null when nothing is passed on to this process. */
  readonly processUrl: string | null;
  /** Ids of people who may do everywhere what an owner may. */
  readonly operators: readonly string[];
  readonly passwordPepper: string;
  /** Bots need this share of the time that people need. */
  readonly botPace: number;
  /** The client is served from its sources, with reload. */
  readonly isDevelopment: boolean;
  readonly isProduction: boolean;
  readonly logLevel: z.output<typeof environmentSchema>['LOG_LEVEL'];
  readonly limits: Limits;
}

/** `joinAckMs` → `LIMIT_JOIN_ACK_MS`. */
const variableOf = (limit: string): string =>
  `LIMIT_${limit.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase()}`;

/** The name of every setting, `LIMIT_…` among them. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(environmentSchema.shape),
  ...Object.keys(limitsSchema.shape).map(variableOf),
];

/**
 * Reads the configuration from environment variables. Empty ones count as absent; a name that is none of ours, but
 * nearly, is refused.
 * @throws StartError
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const limitNames = Object.keys(limitsSchema.shape);
  const wrong = strangers(Object.keys(given), VARIABLES, 'LIMIT_');
  if (wrong.length > 0) throw new StartError(wrong.join('\n'));
  const limits = limitsSchema.safeParse(
    Object.fromEntries(limitNames.map((name) => [name, given[variableOf(name)]])),
  );
  if (!limits.success) throw new StartError(sentence(limits.error, variableOf));
  const main = environmentSchema.safeParse(given);
  if (!main.success) throw new StartError(sentence(main.error, String));
  const { data } = main;
  const publicUrl = data.PUBLIC_URL === undefined ? null : new URL(data.PUBLIC_URL).origin;
  return Object.freeze({
    host: data.HOST,
    port: data.PORT,
    metricsPort: data.METRICS_PORT ?? null,
    metricsHost: data.METRICS_HOST,
    tracesUrl: data.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    serviceName: data.OTEL_SERVICE_NAME,
    publicUrl,
    isSecure: publicUrl?.startsWith('https:') ?? false,
    allowedOrigins: Object.freeze(data.ALLOWED_ORIGINS.map((origin) => new URL(origin).origin)),
    trusts: data.TRUSTED_PROXIES,
    dataDirectory: data.DATA_DIR,
    mongodbUrl: data.MONGODB_URL ?? null,
    redisUrl: data.REDIS_URL ?? null,
    processName: data.PROCESS_NAME ?? null,
    processUrl: data.PROCESS_URL === undefined ? null : new URL(data.PROCESS_URL).origin,
    operators: Object.freeze(data.OPERATORS),
    passwordPepper: data.PASSWORD_PEPPER ?? '',
    botPace: data.BOT_PACE,
    isDevelopment: data.DEV !== undefined,
    isProduction: data.NODE_ENV === 'production',
    logLevel: data.LOG_LEVEL,
    limits: Object.freeze(limits.data),
  });
}

const sentence = (error: z.ZodError, nameOf: (key: string) => string): string =>
  error.issues
    .map(
      (issue) => `The environment variable ${nameOf(String(issue.path[0]))} is not valid: ${issue.message}.`,
    )
    .join('\n');
