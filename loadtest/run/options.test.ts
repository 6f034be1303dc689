import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTENDERS } from '../compare/contenders.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { HELP, type Options, readOptions, UsageError } from './options.ts';
import { PRODUCT } from './own-server.ts';

const options = (...args: string[]) => readOptions(args) as Options;

describe('the command line', () => {
  it('needs nothing: the mixed scenario on a server of its own', () => {
    expect(options()).toMatchObject({ scenario: { name: 'mixed' }, url: null, seconds: 30, workers: 1 });
  });

  it('reads what it is given', () => {
    const args = [
      '--scenario=chat',
      '--url',
      'https://play.example/x',
      '--players=7',
      '--pace=50',
      '--ramp=0',
    ];
    expect(options(...args)).toMatchObject({
      scenario: { name: 'chat' },
      url: 'https://play.example',
      players: 7,
      rampSeconds: 0,
      pace: { moveMs: 50 },
    });
  });

  it.each([
    ['--scenario=cards', 'There is no scenario cards'],
    ['--players=0', '--players must be a whole number of 1 or more, not 0.'],
    ['--players=many', '--players'],
    ['--url=play', '--url must look like https://play.example'],
    ['--pace=slow', '--pace must be human, fast or a number'],
    ['--plyers=3', '--help'],
  ])('refuses %s with a sentence', (arg, words) => {
    expect(() => options(arg)).toThrow(UsageError);
    expect(() => options(arg)).toThrow(words);
  });

  it('compares what a hand-written server can do, on servers of its own', () => {
    expect(options('--compare')).toMatchObject({
      scenario: { name: 'game' },
      turns: 3,
      contenders: [CONTENDERS.ws, CONTENDERS.memory, CONTENDERS.durable],
    });
    expect(options()).toMatchObject({ turns: null });
    for (const other of ['--scenario=soak', '--url=http://127.0.0.1:1'])
      expect(() => options('--compare', other)).toThrow('--compare');
  });

  it('compares whom it is told, also with the product as another folder holds it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'color-clues-before-'));
    try {
      const compare = ['--compare', `--contenders=durable,${folder}`];
      expect(() => options(...compare)).toThrow(`There is no contender ${folder}`);
      mkdirSync(join(folder, dirname(PRODUCT)), { recursive: true });
      writeFileSync(join(folder, PRODUCT), '');
      const before = { root: folder, file: PRODUCT, speaks: 'protocol' };
      expect(options(...compare).contenders).toMatchObject([CONTENDERS.durable, before]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('looks at growth with as many tables as it is told', () => {
    expect(options('--growth=tables')).toMatchObject({ study: { name: 'tables' }, tables: null });
    expect(options('--growth=restart', '--tables=500,900')).toMatchObject({ tables: [500, 900] });
    expect(() => options('--growth=trees')).toThrow('--growth must be tables or restart, not trees.');
    expect(() => options('--growth=tables', '--tables=900,900')).toThrow('must rise');
    expect(() => options('--growth=tables', '--tables=9')).toThrow('--tables');
  });

  it('lists every scenario and explains itself', () => {
    for (const { name, line } of SCENARIOS) {
      expect(readOptions(['--list'])).toContain(name);
      expect(readOptions(['--list'])).toContain(line);
    }
    expect(readOptions(['--help'])).toBe(HELP);
  });
});
