import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { DEPLOYED } from '../../scripts/proxies/deployed.ts';
import { PROXY } from '../../scripts/proxies/settings.ts';
import { VARIABLES } from '../../server/config.ts';
import { read, tracked } from './repository.ts';

const files = tracked.filter((file) => file.startsWith('deploy/'));
const yaml = files.filter((file) => /\.ya?ml$/.test(file));

/** Every document of a YAML file; throws at whatever a strict reader stumbles over. */
const documentsIn = (file: string): Record<string, unknown>[] =>
  parseAllDocuments(read(file), { strict: true, uniqueKeys: true, merge: true }).map((document) => {
    if (document.errors.length + document.warnings.length > 0)
      throw new Error(`${file}: ${[...document.errors, ...document.warnings].join('\n')}`);
    return document.toJS({ maxAliasCount: 100 });
  });

/** Everything below a value that has a key. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    ...(name === key ? [each] : []),
    ...valuesOf(key, each),
  ]);
}

describe('deploy', () => {
  it.each(Object.keys(DEPLOYED))('%s is as its sources make it (npm run build:deploy)', (file) => {
    expect(read(file)).toBe(DEPLOYED[file]);
  });

  it('has proxies that cut no socket before one of its ends says something', () => {
    // Rooms ask a silent socket after 50 seconds, and give it 9 more.
    expect(PROXY.socket).toBeGreaterThan(60);
  });

  it('says of each file that could not be run that it was not', () => {
    const untried = files.filter((file) => /Dockerfile|compose|kubernetes|systemd\/.*service/.test(file));
    expect(untried.length).toBeGreaterThan(9);
    expect(untried.filter((file) => !/^(?:#.*\n)+/.exec(read(file))?.[0].includes('UNTRIED'))).toEqual([]);
  });

  it.each(yaml)('%s is YAML for a strict reader', (file) => {
    expect(documentsIn(file).length).toBeGreaterThan(0);
  });

  it('sets nothing in the containers that is no setting of the server', () => {
    const compose = documentsIn('deploy/compose.yaml')[0]!;
    const services = compose.services as Record<string, { environment: object }>;
    const set = ['p1', 'p2', 'p3'].flatMap((name) => Object.keys(services[name]!.environment));
    const settings = documentsIn('deploy/kubernetes/settings.yaml')[0]!;
    const pods = documentsIn('deploy/kubernetes/processes.yaml').flatMap((each) => valuesOf('env', each));
    const names = pods.flat().map((each) => (each as { name: string }).name);
    const image = [...read('deploy/Dockerfile').matchAll(/^ENV (.*)$/gm)].flatMap(([, line]) =>
      line!.split(' ').map((pair) => pair.split('=')[0]!),
    );
    const all = [...set, ...Object.keys(settings.data as object), ...names, ...image];
    expect(all.length).toBeGreaterThan(20);
    expect([...new Set(all)].filter((name) => !VARIABLES.includes(name))).toEqual([]);
  });

  it('has processes in compose.yaml where its nginx looks for them', () => {
    const compose = documentsIn('deploy/compose.yaml')[0]!;
    const addresses = valuesOf('ipv4_address', compose) as string[];
    const mapped = [...read('deploy/nginx/compose.conf').matchAll(/~\^\/(p\d)\/ ([\d.]+):2567;/g)];
    expect(mapped).toHaveLength(3);
    const services = compose.services as Record<string, unknown>;
    for (const [, name, address] of mapped)
      expect(valuesOf('ipv4_address', services[name!])).toEqual([address]);
    expect(addresses).toContain(valuesOf('TRUSTED_PROXIES', services.p1)[0]);
  });

  it('asks for each variable that compose.yaml needs in .env.example, and for every setting of the server', () => {
    const example = [...read('deploy/.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    const needed = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    const own = VARIABLES.filter((name) => !name.startsWith('LIMIT_') && name !== 'DEV');
    expect([...example].sort()).toEqual([...new Set([...needed, ...own])].sort());
    expect(new Set(example).size).toBe(example.length);
  });

  it('gives a process the time that it needs to hand its rooms over', () => {
    // 22 s for the hand-over, 5 for what is still asked, 8 for closing.
    const least = 35;
    expect(
      Number(/TimeoutStopSec=(\d+)/.exec(read('deploy/systemd/color-clues.service'))?.[1]),
    ).toBeGreaterThan(least);
    const [grace] = valuesOf('stop_grace_period', documentsIn('deploy/compose.yaml')[0]);
    expect(Number.parseInt(String(grace), 10)).toBeGreaterThan(least);
    const pods = documentsIn('deploy/kubernetes/processes.yaml');
    expect(valuesOf('terminationGracePeriodSeconds', pods)).toEqual([expect.any(Number)]);
    expect(valuesOf('terminationGracePeriodSeconds', pods)[0]).toBeGreaterThan(least + 3);
  });

  it('has a Dockerfile without mistakes, in which SIGTERM reaches the server', () => {
    const text = read('deploy/Dockerfile');
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
    expect(text).toMatch(/^CMD \["node", .*"dist\/server\/server\/index\.js"\]$/m);
    expect(text).toMatch(/^USER node$/m);
    expect(text).not.toMatch(/^(?:ENTRYPOINT|CMD) [^[]/m);
  });

  it('has a unit that systemd understands, and that exposes little', () => {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) return;
    const folder = mkdtempSync(join(tmpdir(), 'color-clues-unit-'));
    const unit = join(folder, 'color-clues.service');
    writeFileSync(unit, read('deploy/systemd/color-clues.service').replaceAll(/=\/opt\/\S+/g, '=/bin/true'));
    const said = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect(said.stderr).not.toContain('color-clues');
    const judged = spawnSync('systemd-analyze', ['security', '--offline=yes', '--threshold=20', unit]);
    expect(judged.status).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

/** Where the model of a kind is: `apps/v1/StatefulSet`. */
const modelOf = async ({ apiVersion, kind }: Record<string, unknown>) =>
  (await import(/* @vite-ignore */ `kubernetes-models/${apiVersion}/${kind}`))[String(kind)] as new (
    document: object,
  ) => { validate(): void };

describe('the manifests for Kubernetes', () => {
  const own = yaml.filter((file) => file.includes('/kubernetes/') && !file.endsWith('kustomization.yaml'));
  const objects = own.flatMap((file) => documentsIn(file).map((object) => ({ file, object })));

  it('are all put together', () => {
    const { resources } = documentsIn('deploy/kubernetes/kustomization.yaml')[0]! as { resources: string[] };
    expect(resources.map((name) => `deploy/kubernetes/${name}`).sort()).toEqual([...own].sort());
  });

  it('fit the schemas of Kubernetes', async () => {
    expect(objects.length).toBeGreaterThan(14);
    for (const { file, object } of objects) {
      const Model = await modelOf(object);
      expect(() => new Model(object).validate(), `${file} ${object.kind}`).not.toThrow();
    }
  });

  it('point at what is there', () => {
    const labels = objects.flatMap(({ object }) => valuesOf('app', valuesOf('template', object)));
    const wanted = objects.flatMap(({ object }) => [
      ...valuesOf('app', valuesOf('selector', object)),
      ...valuesOf('app', valuesOf('podSelector', object)),
    ]);
    expect(wanted.length).toBeGreaterThan(8);
    expect(wanted.filter((label) => !labels.includes(label))).toEqual([]);
    const headless = 'color-clues-pods';
    expect(objects.flatMap(({ object }) => valuesOf('serviceName', object))).toEqual([headless]);
    expect(read('deploy/kubernetes/nginx.conf')).toContain(`$pod.${headless}.color-clues.svc`);
  });
});
