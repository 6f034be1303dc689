import type { Blow } from '../nemesis.ts';
import type { Scenario } from '../scenario.ts';
import { fullDisk, lockedFile, refusedWrites, silentMongo, slowFile } from '../store-faults.ts';
import { clockSet } from './clock.ts';
import { cpu } from './cpu.ts';
import { killing } from './kill.ts';
import { mixed } from './mixed.ts';
import { network } from './network.ts';
import { redisAway } from './redis.ts';
import { rolling } from './rolling.ts';
import { stopping } from './stop.ts';
import { storeAway } from './store.ts';
import { storm } from './storm.ts';

const STORES = [lockedFile, slowFile, refusedWrites, fullDisk, silentMongo];
const EVERY_BLOW: Readonly<Record<Blow, number>> = {
  kill: 1,
  stop: 1,
  end: 1,
  redisEmpty: 1,
  redisSilent: 1,
  linkToRedis: 1,
  linkToClients: 1,
  cut: 1,
  storeLocked: 1,
};

const times = (blows: typeof EVERY_BLOW, count: number) =>
  Object.fromEntries(Object.keys(blows).map((blow) => [blow, count])) as typeof EVERY_BLOW;

/** The whole run, in the order of the page; about twenty minutes. @param faults of the network */
export const wholeRun = (faults: number): readonly Scenario[] => [
  killing(50),
  stopping(20, 30_000),
  rolling(3, 50),
  redisAway([
    ['restarted empty', 0],
    ['restarted empty', 3_000],
    ['restarted empty', 30_000],
    ['silent', 3_000],
  ]),
  storeAway(STORES, 30_000),
  clockSet(),
  storm(2_000),
  cpu(60),
  network(faults),
  mixed(times(EVERY_BLOW, 4), 6_000),
];

/** Less of everything, in about six minutes. */
export const shortRun = (): readonly Scenario[] => [
  killing(8),
  stopping(4, 8_000),
  rolling(1, 10),
  redisAway([
    ['restarted empty', 0],
    ['restarted empty', 3_000],
    ['silent', 3_000],
  ]),
  storeAway(STORES, 6_000),
  clockSet(),
  storm(200),
  cpu(10),
  network(60),
  mixed(EVERY_BLOW, 4_000),
];
