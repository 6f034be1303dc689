import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Guest } from '../../loadtest/client/guest.ts';
import { Http } from '../../loadtest/client/http.ts';
import { compare } from '../../loadtest/compare/compare.ts';
import { CONTENDERS, type Contender } from '../../loadtest/compare/contenders.ts';
import type { Verdict } from '../../loadtest/report/verdict.ts';
import { OwnServer, PRODUCT } from '../../loadtest/run/own-server.ts';
import { type Outcome, type Plan, run } from '../../loadtest/run/run.ts';
import { chat } from '../../loadtest/scenarios/chat.ts';
import { game } from '../../loadtest/scenarios/game.ts';
import { lobby } from '../../loadtest/scenarios/lobby.ts';
import type { Scenario } from '../../loadtest/scenarios/scenario.ts';
import { spectators } from '../../loadtest/scenarios/spectators.ts';
import { FaultyProxy, type ProxyFaults } from '../harness/faulty-proxy.ts';

const MOVE_MS = 40;
const PACE = { moveMs: MOVE_MS, messageMs: 1_500, arrivalMs: 2_000 };
/** How long a good server may take on a busy machine, and how long is waited for what a bad one lost, ms. */
const PATIENCE_MS = 30_000;
const IN_VAIN_MS = 4_000;
/** What goes wrong once in a thousand, and early enough for a short run. */
const onceInAThousand = (count: number) => count % 1_000 === 60;

describe('the load test', () => {
  let server: OwnServer;
  let proxy: FaultyProxy | null = null;

  beforeAll(async () => {
    server = await OwnServer.start(PRODUCT);
  });
  afterAll(() => server.stop());
  afterEach(() => {
    proxy?.stop();
    proxy = null;
  });

  const planOf = (changes: Partial<Plan>): Plan => ({
    scenario: game,
    url: server.url,
    speaks: 'protocol',
    players: 12,
    seconds: 3,
    rampSeconds: 0,
    warmUpSeconds: 0,
    seed: 1,
    workers: 1,
    pace: PACE,
    patienceMs: PATIENCE_MS,
    ...changes,
  });
  const through = async (faults: ProxyFaults, changes: Partial<Plan> = {}): Promise<Outcome> => {
    proxy = await FaultyProxy.start(server.url, faults);
    const patienceMs = Object.keys(faults).length > 0 ? IN_VAIN_MS : PATIENCE_MS;
    return run(planOf({ url: proxy.url, patienceMs, ...changes }), null);
  };
  const kinds = (troubles: Outcome['faults']) => troubles.map(({ kind }) => kind);

  it('finds nothing wrong with a good server, through the same proxy', async () => {
    const played = await through({});
    expect([...played.faults, ...played.errors]).toEqual([]);
    expect(played.checks['pictures compared']).toBe(12);
    const talked = await through({}, { scenario: chat });
    expect([...talked.faults, ...talked.errors]).toEqual([]);
    expect(talked.checks['messages compared']).toBeGreaterThan(3);
  });

  it('finds nothing wrong with a table that more than a hundred people watch', async () => {
    const { faults, errors, checks } = await run(
      planOf({ scenario: spectators, players: 110, seconds: 1 }),
      null,
    );
    expect([...faults, ...errors]).toEqual([]);
    expect(checks['pictures compared']).toBe(116);
  });

  it('fails a server that says “done” and loses one action in a thousand', async () => {
    const { faults } = await through({ losesCommand: onceInAThousand });
    expect(kinds(faults)).toContain('action lost');
  });

  it('fails a server that loses one message in a thousand', async () => {
    // The first commands are those of people who become members.
    const losesCommand = (count: number) => count % 1_000 === 20;
    const { faults } = await through({ losesCommand }, { scenario: chat });
    expect(kinds(faults)).toContain('action lost');
  });

  it('fails a server that keeps one change in a thousand from one person', async () => {
    const { faults } = await through({ losesPatch: (count) => count % 1_000 === 400 });
    expect(kinds(faults)).toContain('action lost');
  });

  it('fails a server that shows some members of a lobby less than it stored', async () => {
    const { faults } = await through({ losesPatch: (count) => count % 10 === 0 }, { scenario: chat });
    expect(kinds(faults)).toContain('another picture');
  });

  it('shows a stall of 300 ms in p99, since everything counts from when it was due', async () => {
    const STALL_MS = 300;
    let isStalled = false;
    const stall = () => {
      isStalled = true;
      process.kill(server.pid, 'SIGSTOP');
      setTimeout(() => process.kill(server.pid, 'SIGCONT'), STALL_MS);
    };
    const { totals, measuredSeconds } = await run(
      planOf({ seconds: 4, pace: { ...PACE, moveMs: 20 } }),
      server,
      (_, step) => {
        if (step === 'measuring' && !isStalled) stall();
      },
    );
    expect(isStalled).toBe(true);
    const took = totals.took['move answered']!;
    expect(took.p99Ms).toBeGreaterThan(STALL_MS / 2);
    // Two tables, and no move of either was left out because the server was away.
    expect(took.count).toBeGreaterThan(0.95 * ((2 * measuredSeconds * 1_000) / 20));
  });
});

it('a server of its own tells what it uses and holds, and nothing once it has ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-loadtest-'));
  const program = join(folder, 'server.mjs');
  const kept = 30 * 2 ** 20;
  writeFileSync(
    program,
    `(() => Buffer.alloc(${kept}, 1).length)(); globalThis.kept = Buffer.alloc(${kept}, 1);
     console.log('Play at http://127.0.0.1:1'); setInterval(() => {}, 1_000);`,
  );
  try {
    const server = await OwnServer.start(program);
    const ended = new Promise<void>((resolve) => {
      server.onEnd = () => resolve();
    });
    expect((await server.sample())!.rssBytes).toBeGreaterThan(kept);
    const held = (await server.held())!;
    expect(held).toBeGreaterThan(kept);
    expect(held).toBeLessThan(2 * kept);
    process.kill(server.pid, 'SIGKILL');
    await ended;
    expect([await server.sample(), await server.held()]).toEqual([null, null]);
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('starts a server that was killed again, with its address and its data', async () => {
  let server = await OwnServer.start(PRODUCT);
  try {
    const traffic = { frames: 0, bytes: 0 };
    const guest = await Guest.arrive(new Http(server.url, PATIENCE_MS), traffic, 1);
    const code = await guest.makeTable('color-clues');
    await server.kill();
    const after = await OwnServer.start(PRODUCT, { after: server });
    expect(after.url).toBe(server.url);
    server = after;
    const table = await guest.sit(code, true);
    expect(table.state.host).toBeGreaterThan(0);
    table.close();
  } finally {
    await server.stop();
  }
});

it('npm run loadtest, in its form of ten seconds: all is right, with reports', async () => {
  const out = mkdtempSync(join(tmpdir(), 'color-clues-loadtest-'));
  try {
    const args = ['--players=40', '--ramp=1', '--warmup=1', '--duration=5', `--out=${out}`];
    const child = spawn(process.execPath, ['loadtest/main.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk;
      });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Outcome & {
      verdict: Verdict;
    };
    expect([...report.faults, ...report.errors], text).toEqual([]);
    expect(report.checks['pictures compared']).toBe(40);
    expect(report.totals.took['move seen']!.count).toBeGreaterThan(20);
    expect(report.server!.rssMb).toBeGreaterThan(50);
    // On a machine that is busy with other things it may be too slow, and says so.
    expect(code).toBe(report.verdict.isPassed ? 0 : 1);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Percentiles');
    expect(readFileSync(join(out, 'junit.xml'), 'utf8')).toContain('name="mixed"');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

describe('--compare', () => {
  const held = (scenario: Scenario, players: number, contenders: readonly Contender[]) =>
    compare(
      {
        scenario,
        players,
        seconds: 2,
        rampSeconds: 0,
        warmUpSeconds: 0,
        seed: 1,
        workers: 1,
        pace: PACE,
        patienceMs: PATIENCE_MS,
      },
      contenders,
      1,
      () => {},
    );
  const { ws, memory, durable } = CONTENDERS;

  it('plays the same on a hand-written server, which sends far more bytes', async () => {
    const { rows, troubles } = await held(game, 12, [ws, memory]);
    expect(troubles).toEqual([]);
    const [byHand = [], product = []] = rows.find(({ name }) => name === 'bytes per delivery')!.values;
    expect(product[0]! / byHand[0]!).toBeLessThan(0.5);
    expect(rows.map(({ name }) => name)).toContain('server CPU per delivery');
  });

  it('talks in the same lobbies, with inboxes where there are any', async () => {
    const { rows, troubles } = await held(lobby, 10, [ws, durable]);
    expect(troubles).toEqual([]);
    for (const { name, values } of rows) for (const [value] of values) expect(value, name).toBeGreaterThan(0);
  });
});
