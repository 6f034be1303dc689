/**
 * Finds a MongoDB for the tests, in this order: `TEST_MONGODB_URL`; `mongod` on the PATH; what `mongodb-memory-server`
 * brings, if that is installed; FerretDB, built once into a cache outside of the repository, for which Go is needed.
 * As a program it prints what was found as one line of JSON.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mongoose';

/** A server that tests may start, stop and kill. */
export interface MongoProgram {
  readonly kind: 'mongod' | 'ferretdb';
  readonly path: string;
  /** For people: which one it is. */
  readonly name: string;
}

/** What the tests may use. */
export interface MongoFound {
  /** A server of somebody else, where tests may only add and remove databases of their own. */
  readonly given: { readonly url: string; readonly name: string } | null;
  readonly program: MongoProgram | null;
  /** Why there is no program, for people; `''` when there is one. */
  readonly reason: string;
}

const SOURCES = fileURLToPath(new URL('../test/harness/ferretdb/', import.meta.url));
const FILES = ['go.mod', 'go.sum', 'main.go'];
const GO_HOME = '/usr/local/go/bin';
const BUILD_MS = 600_000;
const ASK_MS = 15_000;

const exe = process.platform === 'win32' ? '.exe' : '';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The full path of a command, or null. */
function find(command: string, ...folders: string[]): string | null {
  const places = [...(process.env.PATH ?? '').split(delimiter), ...folders].filter(Boolean);
  return places.map((place) => join(place, `${command}${exe}`)).find((path) => existsSync(path)) ?? null;
}

/** Runs a command; its output, or an error with the last line of what it said. */
function call(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    timeout: BUILD_MS,
  });
  if (status === 0) return stdout;
  const why = error?.message ?? (stderr ?? '').trim().split('\n').at(-1);
  throw new Error(`${basename(command)} failed: ${why}`);
}

const mongodAt = (path: string, from: string): MongoProgram => {
  const version = /v(\d+\.\d+\.\d+)/.exec(call(path, ['--version']))?.[1] ?? 'of an unknown version';
  return { kind: 'mongod', path, name: `MongoDB ${version} (${from})` };
};

function mongodOnPath(): MongoProgram {
  const path = find('mongod');
  if (!path) throw new Error('there is no mongod on the PATH');
  return mongodAt(path, 'found on the PATH');
}

/** A promise that is given up after a while. */
const within = <T>(promise: Promise<T>, what: string): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${what} took more than ${ASK_MS} ms`)), ASK_MS).unref();
    }),
  ]);

/** Which server answers at a URL; rejects when none does. */
async function nameOf(url: string): Promise<string> {
  const connection = createConnection();
  try {
    await connection.openUri(url, { serverSelectionTimeoutMS: ASK_MS, autoCreate: false, autoIndex: false });
    const info = await connection.db?.admin().command({ buildInfo: 1 });
    // FerretDB calls itself the version of MongoDB that it resembles; its own one is beside it.
    const ferret = info?.ferretdbVersion ?? info?.ferretdb?.version;
    return `${ferret ? `FerretDB, version ${ferret},` : `MongoDB ${info?.version}`} at TEST_MONGODB_URL`;
  } catch (error) {
    throw new Error(`nobody answers at TEST_MONGODB_URL: ${messageOf(error)}`);
  } finally {
    await connection.close(true);
  }
}

/** The mongod of `mongodb-memory-server`, which is no dependency of this project. */
async function mongodOfMemoryServer(): Promise<MongoProgram> {
  const name: string = 'mongodb-memory-server';
  // The part of its documented interface that is used.
  type Library = { readonly MongoBinary: { getPath(): Promise<string> } };
  const { MongoBinary }: Library = await import(name).catch(() => {
    throw new Error(`${name} is not installed`);
  });
  return mongodAt(await within(MongoBinary.getPath(), 'its download'), name);
}

/** FerretDB from the cache, where it is built when it is not there. */
function ferretdb(): MongoProgram {
  const version = /FerretDB v(\S+)/.exec(readFileSync(join(SOURCES, 'go.mod'), 'utf8'))?.[1];
  const name = `FerretDB ${version} (embedded, SQLite)`;
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of FILES) hash.update(readFileSync(join(SOURCES, file)));
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'color-clues');
  const folder = join(cache, `ferretdb-${hash.digest('hex').slice(0, 16)}`);
  const program: MongoProgram = { kind: 'ferretdb', path: join(folder, `ferretdb${exe}`), name };
  if (existsSync(program.path)) return program;

  const go = find('go', GO_HOME);
  if (!go) throw new Error('there is no Go to build FerretDB with');
  process.stderr.write('Building FerretDB for the tests (once, about a minute)…\n');
  mkdirSync(cache, { recursive: true });
  const building = mkdtempSync(join(cache, 'building-'));
  try {
    for (const file of FILES) copyFileSync(join(SOURCES, file), join(building, file));
    const env = { ...process.env, GOFLAGS: '-mod=readonly -buildvcs=false', GOWORK: 'off', CGO_ENABLED: '0' };
    call(go, ['build', '-trimpath', '-o', `ferretdb${exe}`, '.'], { cwd: building, env });
    // Somebody else may have been faster; what they built is the same.
    if (!existsSync(folder)) renameSync(building, folder);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return program;
}

/** The first server that can be had, or why each cannot. */
async function findProgram(): Promise<Pick<MongoFound, 'program' | 'reason'>> {
  const reasons: string[] = [];
  for (const way of [mongodOnPath, mongodOfMemoryServer, ferretdb]) {
    try {
      return { program: await way(), reason: '' };
    } catch (error) {
      reasons.push(messageOf(error));
    }
  }
  return { program: null, reason: reasons.join('; ') };
}

/** What the tests may use. Rejects when `TEST_MONGODB_URL` is set and nobody answers there. */
export async function findMongo(): Promise<MongoFound> {
  const url = process.env.TEST_MONGODB_URL;
  const given = url ? { url, name: await nameOf(url) } : null;
  return { given, ...(await findProgram()) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(JSON.stringify(await findMongo()));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
  // A download that was given up may still be on its way.
  process.exit();
}
