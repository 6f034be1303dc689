import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { holdStore } from '../../server/storage/sqlite/hold.ts';
import { COMPILED } from '../harness/compiled.ts';
import { type Link, NpmStart } from '../harness/npm-start.ts';
import { until } from '../harness/until.ts';
import { call } from '../harness/visitor.ts';

const SERVER = fileURLToPath(new URL('../../server/index.ts', import.meta.url));
/** Whoever cannot start says so within this time, ms. Redis and MongoDB get some seconds to come. */
const PATIENCE_MS = 120_000;

let folder: string;
let taken: Server;
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'color-clues-start-'));
  taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (): string => {
  const address = taken.address();
  return String(typeof address === 'object' ? address?.port : address);
};
const fileAt = (name: string, text: string): string => {
  const directory = join(folder, name);
  mkdirSync(directory);
  writeFileSync(join(directory, 'color-clues.db'), text);
  return directory;
};

/** How a server is started: by whom, and with which words before its own. */
interface Way {
  readonly as?: Pick<SpawnOptions, 'uid' | 'gid'>;
  readonly before?: readonly string[];
}

/** Starts a server and waits for its end. */
async function end(
  env: Readonly<Record<string, string>>,
  { as, before = [] }: Way = {},
): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env;
  const [command, ...args] = [...before, process.execPath, SERVER];
  const child = spawn(command!, args, {
    env: {
      PATH,
      HOME,
      PORT: '0',
      DATA_DIR: mkdtempSync(join(folder, 'data-')),
      LOG_LEVEL: 'warn',
      ...COMPILED,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  await until(() => child.exitCode !== null || said.includes('Play at'), 'the end', PATIENCE_MS);
  return { code: child.exitCode, said: said.trim() };
}

/** Root may do everything: as root, the server is started by somebody else. */
const AS_NOBODY: Way = process.getuid?.() === 0 ? { as: { uid: 65_534, gid: 65_534 } } : {};
const mayNobodyRun =
  spawnSync(process.execPath, ['-e', `require('fs').accessSync('${SERVER}')`], AS_NOBODY.as).status === 0;
const FIRST_FREE_PORT = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
/** A disk of its own, which is nearly full. */
const SMALL = [
  'unshare',
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=64k tmpfs "$DATA_DIR" && exec "$@"',
  'sh',
];
const hasSmallDisk = (): boolean => {
  const [command, ...args] = [...SMALL, 'true'];
  return spawnSync(command!, args, { env: { ...process.env, DATA_DIR: tmpdir() } }).status === 0;
};

type Row = [what: string, env: () => Record<string, string>, sentence: string, way?: Way];
/** What only some machines let us try. */
const ROWS_HERE: Row[] = [
  ...(mayNobodyRun
    ? ([
        [
          'the folder belongs to somebody else',
          () => {
            const directory = mkdtempSync(join(folder, 'theirs-'));
            chmodSync(directory, 0o555);
            return { DATA_DIR: directory };
          },
          'The folder .* cannot be used: this user may not write there\\. Set DATA_DIR .*',
          AS_NOBODY,
        ],
      ] satisfies Row[])
    : []),
  ...(mayNobodyRun && Number(readFileSync(FIRST_FREE_PORT, 'utf8')) > 80
    ? ([
        [
          'the port is for root alone',
          () => {
            chmodSync(folder, 0o777);
            return { PORT: '80', DATA_DIR: join(folder, 'of-nobody') };
          },
          'This user may not listen on port 80\\. .*PORT=2567\\.',
          AS_NOBODY,
        ],
      ] satisfies Row[])
    : []),
  ...(hasSmallDisk()
    ? ([
        [
          'the disk is full',
          () => ({ DATA_DIR: mkdtempSync(join(folder, 'full-')) }),
          'The store in the folder .* cannot be opened: database or disk is full\\.',
          { before: SMALL },
        ],
      ] satisfies Row[])
    : []),
];

describe('a server that cannot start says one sentence and ends with code 1', () => {
  it.concurrent.each<Row>([
    ...ROWS_HERE,
    [
      'the port is taken',
      () => ({ PORT: portOf() }),
      `Port \\d+ is in use by another program\\. .*PORT=2567\\.`,
    ],
    [
      'the address is not ours',
      () => ({ HOST: '203.0.113.7' }),
      'This machine has no address 203.0.113.7\\. .*',
    ],
    [
      'the address is a typo',
      () => ({ HOST: 'nowhere.invalid' }),
      'This machine has no address nowhere.invalid\\. .*',
    ],
    ['a setting is wrong', () => ({ PORT: 'http' }), 'The environment variable PORT is not valid: .*'],
    ['a setting is misspelt', () => ({ LIMIT_MESAGE_RATE: '5' }), '.* Did you mean LIMIT_MESSAGE_RATE\\?'],
    ['a proxy is not understood', () => ({ TRUSTED_PROXIES: 'nginx' }), '.*"nginx" is not understood; .*'],
    [
      'Redis is not there',
      () => ({ REDIS_URL: 'redis://:SECRET@127.0.0.1:1' }),
      'Redis at 127.0.0.1:1 cannot be used: connect ECONNREFUSED .* correct REDIS_URL\\.',
    ],
    [
      'what should be Redis does not answer',
      () => ({ REDIS_URL: `redis://127.0.0.1:${portOf()}` }),
      'Redis at \\S+ cannot be used: no answer for 5 seconds\\. .*',
    ],
    [
      'MongoDB is not there',
      () => ({ MONGODB_URL: 'mongodb://me:SECRET@127.0.0.1:1/' }),
      'MongoDB cannot be used: it cannot be reached .*ECONNREFUSED.* See MONGODB_URL\\.',
    ],
    [
      'the folder is a file',
      () => ({ DATA_DIR: join(fileAt('file', ''), 'color-clues.db', 'data') }),
      'The folder .* cannot be used: a part of this path is a file\\. Set DATA_DIR .*',
    ],
    [
      'the folder cannot be written',
      () => ({ DATA_DIR: '/sys/color-clues' }),
      'The folder /sys/color-clues cannot be used: .*\\. Set DATA_DIR .*',
    ],
    [
      'no folder can be made there',
      () => ({ DATA_DIR: '/proc/color-clues' }),
      'The folder /proc/color-clues cannot be used: there can be no folder in that place\\. Set DATA_DIR .*',
    ],
    [
      'no folder can be made, deep below',
      () => ({ DATA_DIR: '/proc/self/color/clues' }),
      'The folder /proc/self/color/clues cannot be used: there can be no folder in that place\\. Set DATA_DIR .*',
    ],
    [
      'a file is where the folder should be',
      () => ({ DATA_DIR: join(fileAt('taken', ''), 'color-clues.db') }),
      'The folder .* cannot be used: it is a file, not a folder\\. Set DATA_DIR .*',
    ],
    [
      'the name of the folder is too long',
      () => ({ DATA_DIR: join(folder, 'x'.repeat(300)) }),
      'The folder .* cannot be used: its name is too long\\. Set DATA_DIR .*',
    ],
    [
      'the store was emptied',
      () => ({ DATA_DIR: fileAt('emptied', '') }),
      'The store in the folder .* cannot be opened: .*color-clues.db is empty\\. .* remove the file\\.',
    ],
    [
      'only the log of the store is left',
      () => {
        const directory = fileAt('log', '');
        renameSync(join(directory, 'color-clues.db'), join(directory, 'color-clues.db-wal'));
        writeFileSync(join(directory, 'color-clues.db-wal'), 'something');
        return { DATA_DIR: directory };
      },
      'The store .* is gone, but not its log .* Restore a backup; for a new store, remove both\\.',
    ],
    [
      'another server uses the store',
      () => {
        const directory = mkdtempSync(join(folder, 'held-'));
        if (!holdStore(directory, 'alone')) throw new Error('nobody else is there');
        return { DATA_DIR: directory };
      },
      'Another server uses the folder .*\\. End it, or set DATA_DIR .*, or REDIS_URL for both: .*',
    ],
    [
      'the store is no store',
      () => ({ DATA_DIR: fileAt('broken', 'nonsense '.repeat(1_000)) }),
      'The store in the folder .* cannot be opened: file is not a database\\.',
    ],
  ])('when %s', async (_what, env, sentence, way) => {
    const { code, said } = await end(env(), way);
    expect(said).toMatch(new RegExp(`^${sentence}$`));
    expect(said).not.toContain('SECRET');
    expect(code).toBe(1);
  });
});

describe('a server that was started by npm', () => {
  const ways: [NodeJS.Signals, Link][] = (['npm', 'start', 'server'] as const).flatMap((link) =>
    (['SIGTERM', 'SIGINT', 'SIGKILL'] as const).map((signal): [NodeJS.Signals, Link] => [signal, link]),
  );
  it.each(ways)('leaves nothing behind after %s to %s', async (signal, link) => {
    const npm = await NpmStart.begin();
    onTestFinished(() => npm.clear());
    expect((await call(npm.url, '/live')).status).toBe(200);
    process.kill(npm.pidOf(link), signal);
    await until(() => npm.left().length === 0, `the end of ${npm.left()}`);
    await until(() => npm.end !== null, 'npm to say how it ended');
    if (signal !== 'SIGKILL' && link !== 'npm') expect(npm.end).toBe(0);
    if (signal === 'SIGKILL' && link === 'server') expect(npm.end).toBe(128 + 9);
  });
});

describe('a server that was started for development', () => {
  it.each<[NodeJS.Signals, Link]>([
    ['SIGKILL', 'start'],
    ['SIGKILL', 'npm'],
    ['SIGTERM', 'start'],
  ])('leaves nothing behind after %s to %s', async (signal, link) => {
    const npm = await NpmStart.begin('dev');
    onTestFinished(() => npm.clear());
    expect((await call(npm.url, '/live')).status).toBe(200);
    process.kill(npm.pidOf(link), signal);
    await until(() => npm.left().length === 0, `the end of ${npm.left()}`);
  });
});
