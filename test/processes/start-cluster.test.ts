import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort } from '../harness/free-port.ts';
import { below } from '../harness/npm-start.ts';
import { until } from '../harness/until.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What a busy machine may take to start a few processes, or to end them, ms. */
const PATIENCE_MS = 120_000;

let env: Record<string, string | undefined>;
const children: ChildProcess[] = [];
beforeEach(async () => {
  const { PATH, HOME } = process.env;
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'color-clues-cluster-'));
  const PORT = String(await freePort());
  // Below those that the system gives to outgoing connections: the next one has to be free, too.
  const METRICS_PORT = String(12_000 + (process.pid % 5_000));
  env = { PATH, HOME, DATA_DIR, PORT, METRICS_PORT, LOG_LEVEL: 'warn', NODE_ENV: 'production' };
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(env.DATA_DIR!, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

interface Command {
  readonly child: ChildProcess;
  output(): string;
  ended(): Promise<number | null>;
}

/** The command of `npm run start:cluster`, once everything is installed and built. */
function command(...args: readonly string[]): Command {
  const child = spawn(process.execPath, ['scripts/cluster/main.ts', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => output, ended: () => end };
}

/** A cluster that people can come to. */
async function started(processes: number): Promise<Command> {
  const cluster = command('--processes', String(processes));
  await until(
    () => /Play at http/.test(cluster.output()) || cluster.child.exitCode !== null,
    'it',
    PATIENCE_MS,
  );
  expect(cluster.output()).toContain(`Play at http://127.0.0.1:${env.PORT}`);
  return cluster;
}

/** Programs that it started, by what they are. */
const programsOf = ({ child }: Command, what: RegExp) =>
  below(child.pid!).filter(({ command }) => what.test(command));

const isAlive = ({ pid }: { pid: number }): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('one command starts all of it and replaces its processes; Ctrl-C ends all of it', async () => {
  const cluster = await started(2);
  expect((await fetch(`http://localhost:${env.PORT}/`)).status).toBe(200);
  for (const each of [0, 1])
    expect((await fetch(`http://127.0.0.1:${Number(env.METRICS_PORT) + each}/metrics`)).status).toBe(200);
  const servers = programsOf(cluster, /server\/index/);
  expect(servers).toHaveLength(2);
  const roll = command('--roll');
  expect(await roll.ended()).toBe(0);
  expect(roll.output()).toMatch(/^p1 ended .*\np2 ended .*\n$/);
  const rolled = programsOf(cluster, /server\/index/);
  expect(rolled).toHaveLength(2);
  expect(rolled.some(({ pid }) => servers.some((before) => before.pid === pid))).toBe(false);
  const second = command('--processes', '1');
  expect(await second.ended()).toBe(1);
  expect(second.output()).toContain(`Port ${env.PORT} is in use`);
  const all = below(cluster.child.pid!);
  expect(all.length).toBeGreaterThanOrEqual(5);
  cluster.child.kill('SIGINT');
  expect(await cluster.ended()).toBe(0);
  await until(() => !all.some(isAlive), 'everything to end', PATIENCE_MS);
  const late = command('--roll');
  expect(await late.ended()).toBe(1);
  expect(late.output()).toContain('No cluster runs');
});

it('a cluster whose command is killed leaves nothing behind', async () => {
  const cluster = await started(1);
  const all = below(cluster.child.pid!);
  cluster.child.kill('SIGKILL');
  await until(() => !all.some(isAlive), 'everything to end', PATIENCE_MS);
  // It can be started again at once, on what is left in the folder.
  (await started(1)).child.kill('SIGTERM');
});
