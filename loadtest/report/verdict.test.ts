import { describe, expect, it } from 'vitest';
import type { Outcome } from '../run/run.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { againstText, readReport } from './against.ts';
import { costsOf } from './costs.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { perSecond } from './rates.ts';
import { judge, readBudget } from './verdict.ts';
import { verdictText } from './words.ts';

const took = (p99Ms: number) => ({ count: 100, p50Ms: 1, p90Ms: 2, p99Ms, p999Ms: p99Ms, maxMs: p99Ms });

const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  scenario: 'game',
  url: 'http://127.0.0.1:1',
  endedEarly: false,
  players: 6,
  pace: { moveMs: 1_000, messageMs: 10_000, arrivalMs: 5_000 },
  seed: 1,
  workers: 1,
  startedAt: 0,
  machine: { cpu: 'a <fast> one', cores: 2, node: 'v24' },
  machineCpu: 7,
  window: [0, 1],
  measuredSeconds: 1,
  totals: { took: { 'move seen': took(5) }, curves: {}, counts: { deliveries: 10, 'delivered bytes': 100 } },
  seconds: [
    {
      at: 1,
      players: 6,
      took: { 'move seen': took(5) },
      counts: {},
      errors: 0,
      faults: 0,
      server: null,
      generator: { cpu: 1, lagMs: 1 },
    },
  ],
  errors: [],
  faults: [],
  checks: {},
  steps: [],
  server: null,
  generator: { cpu: 5, lagMs: 1, cpuMs: 60 },
  arrival: { planned: 6, came: 6, rampSeconds: 2, tookSeconds: 2 },
  ...changes,
});
const server = {
  cpuMs: 1,
  cpu: 1,
  rssMb: 200,
  emptyRssMb: 90,
  firstRssMb: 100,
  emptyCpu: null,
  lagMs: 1,
  heldMb: null,
};
const BUDGET = { errors: 0, p99Ms: { 'move seen': 50 } };

describe('the verdict', () => {
  it('passes what is right and quick enough', () => {
    expect(judge(outcome(), BUDGET)).toEqual({ isPassed: true, reasons: [], warnings: [] });
  });

  it('fails one wrong answer, however fast all was', () => {
    const faults = [{ kind: 'action lost', count: 1, example: 'a move' }];
    expect(judge(outcome({ faults }), { errors: 1_000, p99Ms: {} }).isPassed).toBe(false);
  });

  it('fails more errors than the budget has', () => {
    const errors = [{ kind: 'no answer', count: 2, example: 'to a move' }];
    expect(judge(outcome({ errors }), { ...BUDGET, errors: 1 }).reasons).toHaveLength(1);
    expect(judge(outcome({ errors }), { ...BUDGET, errors: 2 }).isPassed).toBe(true);
  });

  it('fails what took too long, and what measured nothing', () => {
    const slow = { ...outcome().totals, took: { 'move seen': took(51) } };
    expect(judge(outcome({ totals: slow }), BUDGET).reasons[0]).toContain('51.0 ms');
    const nothing = { took: { 'generator late': took(1) }, curves: {}, counts: {} };
    expect(judge(outcome({ totals: nothing }), BUDGET).reasons).toEqual(['Nothing was measured.']);
  });

  it('says first of all that the server ended', () => {
    const errors = [
      { kind: 'cut off', count: 6, example: 'with 1006' },
      { kind: 'the server ended', count: 1, example: 'out of memory' },
    ];
    expect(judge(outcome({ errors }), BUDGET).reasons[0]).toContain(
      'The server ended. The last that it said: out of',
    );
  });

  it('says what to do when a server takes everybody for one', () => {
    const errors = [{ kind: 'could not come in: rate_limited', count: 9, example: 'POST /api/tables' }];
    expect(judge(outcome({ errors }), BUDGET).warnings[0]).toContain('TRUSTED_PROXIES');
    expect(judge(outcome({ errors, server }), BUDGET).warnings).toEqual([]);
  });

  it('is about what was measured until somebody ended it, if there is anything', () => {
    const arrival = { planned: 12, came: 6, rampSeconds: 2, tookSeconds: 1 };
    const some = outcome({ endedEarly: true });
    expect(judge(some, BUDGET)).toMatchObject({
      isPassed: true,
      warnings: ['It was ended early: 1 s were measured.'],
    });
    const none = outcome({ endedEarly: true, arrival, measuredSeconds: 0.01 });
    expect(judge(none, BUDGET).reasons).toEqual(['Ended before anything was measured.']);
    expect(verdictText(none, judge(none, BUDGET))).not.toContain('move seen');
  });

  it('fails a server that holds more and more, whatever garbage it has', () => {
    const holds = (before: number, after: number) =>
      outcome({ server: { ...server, heldMb: [before, after] } });
    const budget = { ...BUDGET, memoryGrowthPercent: 25 };
    expect(judge(holds(40, 52), budget).reasons[0]).toContain('30 %');
    expect(judge(holds(40, 49), budget).isPassed).toBe(true);
    expect(judge(holds(40, 52), BUDGET).isPassed).toBe(true);
    expect(judge(outcome({ server }), budget).isPassed).toBe(true);
  });

  it('has a limit of growth for every scenario that watches it, and for no other', () => {
    for (const { name, watchesMemory = false } of SCENARIOS)
      expect(readBudget(name).memoryGrowthPercent !== undefined).toBe(watchesMemory);
  });

  it('fails when not everybody came in, and says how many did', () => {
    const arrival = { planned: 3_000, came: 2_628, rampSeconds: 50, tookSeconds: 50 };
    const [reason] = judge(outcome({ arrival }), BUDGET).reasons;
    expect(reason).toContain('2628 of 3000 people');
    const nobody = judge(outcome({ arrival: { ...arrival, came: 0 } }), BUDGET);
    expect(nobody.reasons[0]).toContain('Nobody came in');
  });

  it('says how fast people came in when that was slower than it was meant to be', () => {
    const slow = { planned: 3_000, came: 3_000, rampSeconds: 50, tookSeconds: 100 };
    const { isPassed, warnings } = judge(outcome({ arrival: slow }), BUDGET);
    expect(isPassed).toBe(true);
    expect(warnings[0]).toContain('30 a second');
    // Whoever says no time means as fast as it goes.
    expect(judge(outcome({ arrival: { ...slow, rampSeconds: 0 } }), BUDGET).warnings).toEqual([]);
  });

  it('says when other programs used much of the machine, not counting its own and the server', () => {
    const { machine } = outcome();
    const busy = {
      machineCpu: 110,
      server: { ...server, cpu: 40 },
      generator: { cpu: 14, lagMs: 1, cpuMs: 150 },
    };
    expect(judge(outcome(busy), BUDGET).warnings[0]).toContain('55 % of a core');
    expect(judge(outcome({ ...busy, machine: { ...machine, cores: 8 } }), BUDGET).warnings).toEqual([]);
  });

  it('doubts figures of a generator that was busy or slow', () => {
    expect(judge(outcome({ generator: { cpu: 95, lagMs: 1, cpuMs: 950 } }), BUDGET).warnings[0]).toContain(
      '95 %',
    );
    const late = { ...outcome().totals, took: { 'move seen': took(5), 'generator late': took(80) } };
    expect(judge(outcome({ totals: late }), BUDGET).warnings[0]).toContain('80.0 ms');
  });

  it('has a budget for every scenario', () => {
    for (const { name, headline } of SCENARIOS)
      expect(Object.keys(readBudget(name).p99Ms)).toEqual(expect.arrayContaining([...headline]));
  });
});

it('people who came before it was measured are no rate', () => {
  const { took, ...second } = outcome().seconds[0]!;
  const seconds = [3, 0, 4].map((count) => ({
    ...second,
    took: { ...took, join: { ...took['move seen']!, count } },
  }));
  const all = { ...outcome().totals, took: { ...took, join: { ...took['move seen']!, count: 7 } } };
  const both = outcome({ totals: all, seconds, window: [1, 3], measuredSeconds: 2 });
  expect(perSecond(both, 'join')).toBe(2);
  expect(perSecond(both, 'move seen')).toBe(50);
});

describe('reports', () => {
  const bad = { isPassed: false, reasons: ['“move seen” < 1 & "so on"'], warnings: [] };

  it('are one page that needs nothing else and holds no markup of others', () => {
    const html = htmlReport(outcome(), bad, SCENARIOS[0]!);
    expect(html).toContain('a &lt;fast&gt; one');
    expect(html).not.toMatch(/(?:src|href)=/);
    expect(html).toContain('gives no figures');
    expect(htmlReport(outcome({ server }), bad, SCENARIOS[0]!)).not.toContain('gives no figures');
  });

  it('are one test for a CI', () => {
    expect(junitReport(outcome(), bad)).toContain('failures="1"');
    expect(junitReport(outcome(), bad)).toContain('&lt; 1 &amp; &quot;so on&quot;');
    expect(junitReport(outcome(), { ...bad, isPassed: true })).toContain('failures="0"');
  });

  it('are held against an earlier one, which has to be one', () => {
    for (const file of ['nowhere.json', 'package.json', 'README.md'])
      expect(() => readReport(file)).toThrow(`which ${file} is not.`);
  });

  it('say what the load test itself cost for each time that somebody saw something', () => {
    const cost = (changes: Partial<Outcome>) =>
      costsOf(outcome(changes)).find(({ name }) => name === 'generator CPU per delivery')?.value;
    expect(cost({})).toBe(600);
    const { totals } = outcome();
    expect(cost({ totals: { ...totals, counts: { ...totals.counts, 'never seen': 40 } } })).toBe(1_000);
  });

  it('say what got better and worse', () => {
    const before = outcome({ totals: { ...outcome().totals, took: { 'move seen': took(10) } } });
    expect(againstText(outcome(), before)).toContain('better    -50 %  move seen, p99, ms: 10.0 → 5.00');
    expect(againstText(before, outcome())).toContain('worse');
    expect(againstText(outcome(), outcome())).toContain('Nothing changed');
    expect(againstText(outcome(), { ...before, players: 7 })).toContain('Careful');
    const older = { ...outcome(), generator: { cpu: 5, lagMs: 1 } } as Outcome;
    expect(againstText(outcome(), older)).toContain('Nothing changed');
  });
});
