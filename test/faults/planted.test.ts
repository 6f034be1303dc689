import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import { fakeLog } from '../harness/fakes.ts';
import { FaultyProxy } from '../harness/faulty-proxy.ts';
import { until } from '../harness/until.ts';
import { Crowd, type CrowdOptions } from './crowd.ts';
import { Doors } from './doors.ts';
import { Rig, type RigOptions } from './rig.ts';

/** What the rig must find: each of these breaks the product on purpose, from outside, while people act at it. */

const TALK: CrowdOptions = { seed: 5, tables: 0, lobbies: 2, talkers: 3, pauseMs: 40, isWatched: true };
const PLAY: CrowdOptions = { ...TALK, tables: 1, lobbies: 0 };
const PATIENCE_MS = 60_000;

async function startRig(options: Partial<RigOptions> = {}): Promise<Rig> {
  const rig = await Rig.start({ processes: 1, hasRedis: false, ...options });
  onTestFinished(() => rig.destroy());
  return rig;
}

async function gather(rig: Rig, options: CrowdOptions, doors = rig.doors): Promise<Crowd> {
  const crowd = await Crowd.gather(rig, options, { doors });
  onTestFinished(() => crowd.close());
  crowd.act();
  return crowd;
}

/** Waits until so many more commands are answered. */
async function act({ visits }: Crowd, commands: number): Promise<void> {
  const answered = () => visits.reduce((sum, visit) => sum + visit.answered.length, 0);
  const before = answered();
  await until(() => answered() >= before + commands, 'people to act', PATIENCE_MS);
}

it('finds a write that was acknowledged and never made', async () => {
  const rig = await startRig();
  const proxy = await FaultyProxy.start(rig.members[0]!.url, { losesCommand: (count) => count === 30 });
  onTestFinished(() => proxy.stop());
  const crowd = await gather(rig, PLAY, new Doors(new Map([['p1', proxy.url]])));
  await act(crowd, 60);
  await crowd.rest();
  expect((await crowd.check()).filter((text) => text.includes(' lost: '))).toHaveLength(1);
});

it('finds a fork: two processes that go on from the same journal, and know nothing of each other', async () => {
  const rig = await startRig();
  const crowd = await gather(rig, TALK);
  await act(crowd, 6);
  const directory = join(mkdtempSync(join(tmpdir(), 'color-clues-fork-')), 'data');
  const [owner] = rig.members;
  await owner!.end('SIGKILL');
  cpSync(rig.backend.env.DATA_DIR!, directory, { recursive: true });
  const other = await startRig({
    backend: {
      env: { DATA_DIR: directory },
      open: () => sqliteStorage({ directory, log: fakeLog() }),
      destroy: async () => rmSync(directory, { recursive: true, force: true }),
    },
  });
  crowd.talkers.forEach(({ visit: { person } }, index) => {
    if (index % 2 === 0) person.doors = other.doors;
  });
  await owner!.start();
  await crowd.allLive();
  await act(crowd, 20);
  await crowd.rest();
  expect((await crowd.check()).filter((text) => text.includes(' forked: ')).length).toBeGreaterThan(0);
});

it('finds what came to people who may not know it', async () => {
  const rig = await startRig();
  const crowd = await gather(rig, TALK);
  await act(crowd, 6);
  const [one, other] = [crowd.talkers[0]!, crowd.talkers.at(-1)!];
  const text = `they say ${one.canary} over there`;
  await other.visit.submit({ type: 'post', text, replyTo: null, mentions: [], table: null });
  await crowd.rest();
  const leaks = (await crowd.check()).filter((text) => text.includes(`leaked: ${one.canary}`));
  expect(leaks).toHaveLength(TALK.talkers);
});
