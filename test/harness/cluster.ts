import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { Cluster, type ClusterSettings } from '../../scripts/cluster/cluster.ts';
import { COMPILED } from './compiled.ts';
import { ANSWER_S } from './proxy-program.ts';

const SERVER = fileURLToPath(new URL('../../server/index.ts', import.meta.url));
/** All people of a test come from one address. */
const MANY = {
  LIMIT_CREATES_PER_ADDRESS: '1000',
  LIMIT_UPGRADES_PER_ADDRESS: '5000',
  LIMIT_SEATS_PER_ADDRESS: '5000',
  LIMIT_REQUESTS_PER_ADDRESS: '50000',
};

export interface TestCluster {
  readonly kind: 'product';
  /** The one address. */
  readonly url: string;
  readonly cluster: Cluster;
  /** Everything that the processes, Redis and nginx said. */
  output(): string;
  /** The lines of the requests that came through the proxy. */
  requests(): string[];
}

/**
 * Several processes of the product behind one address, on data of their own; they end with the test. nginx waits long for
 * an answer, unless the time that it waits is what is tested.
 */
export async function startCluster(
  settings: Partial<Pick<ClusterSettings, 'processes' | 'env' | 'mapsSockets' | 'answer'>> = {},
): Promise<TestCluster> {
  const { processes = 2, env = {}, mapsSockets = true, answer = ANSWER_S } = settings;
  const folder = mkdtempSync(join(tmpdir(), 'color-clues-cluster-'));
  const { PATH, HOME } = process.env;
  let output = '';
  const cluster = await Cluster.start({
    processes,
    program: [SERVER],
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...COMPILED, ...MANY, DATA_DIR: join(folder, 'data'), ...env },
    host: '127.0.0.1',
    port: 0,
    folder,
    hasAccessLog: true,
    mapsSockets,
    answer,
    say: (text) => {
      output += text;
    },
  });
  onTestFinished(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    kind: 'product',
    url: cluster.url,
    cluster,
    output: () => output,
    requests: () => readFileSync(join(folder, 'access.log'), 'utf8').split('\n').slice(0, -1),
  };
}
