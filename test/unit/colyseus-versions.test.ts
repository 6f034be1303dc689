import { expect, it } from 'vitest';
import { read, tracked } from './repository.ts';

const FOLDER = 'server/infra/colyseus/';
const page = read(`${FOLDER}README.md`);
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { version: string; name?: string }>;
};
const installed = (name: string) => packages[`node_modules/${name}`]!;

it('what is changed of the framework was looked at with the versions that are installed', () => {
  const looked = [...page.matchAll(/`([@\w/-]+)` (\d+\.\d+\.\d+)/g)].map(([, name = '', version]) => ({
    name,
    version,
  }));
  expect(looked.length).toBeGreaterThan(5);
  expect(looked).toEqual(looked.map(({ name }) => ({ name, version: installed(name).version })));
});

it('every file of the folder is in its list, and every test of the list is there', () => {
  const files = tracked.filter((file) => file.startsWith(FOLDER) && /(?<!\.test)\.ts$/.test(file));
  expect(files.filter((file) => !page.includes(`| \`${file.slice(FOLDER.length)}\``))).toEqual([]);
  const tests = [...page.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, file = '']) => file);
  expect(tests.filter((file) => !tracked.includes(file))).toEqual([]);
  expect(tests.length).toBeGreaterThan(10);
});

it('nothing else reads private fields of rooms, clients and encoders', () => {
  const private_ =
    /\b_(?:onMessage|reservedSeats|events|sender|resizeBuffer|listing|autoDisposeTimeout|onJoin|onLeave)\b/;
  const found = tracked.filter(
    (file) => /^(?:server|shared|client)\/.*(?<!\.test)\.tsx?$/.test(file) && private_.test(read(file)),
  );
  expect(found.filter((file) => !file.startsWith(FOLDER))).toEqual([]);
  expect(found.length).toBe(4);
});

it('nothing is fetched from elsewhere than the registry: the transport of GitHub is ours', () => {
  expect(installed('@colyseus/uwebsockets-transport').name).toBe('@colyseus/ws-transport');
  expect(Object.keys(packages).filter((path) => path.includes('uWebSockets'))).toEqual([]);
  // Its platforms are packages of their own; without one of them `npm ci` fails there.
  const platforms = Object.keys(packages).filter((path) => path.includes('@msgpackr-extract/'));
  expect(platforms).toHaveLength(6);
});
