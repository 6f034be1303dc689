import { describe, expect, it } from 'vitest';
import { ALERT_CASES } from '../harness/alert-cases.ts';
import { alertsOf, DASHBOARD, knownNames, namesIn, queriesOf, RULES } from '../harness/monitoring.ts';
import { read } from './repository.ts';

const known = await knownNames();
const alerts = alertsOf(read(RULES));
const queries = queriesOf(JSON.parse(read(DASHBOARD)));

describe('what Prometheus and Grafana ask for', () => {
  it('is told by somebody: every metric of every alert', () => {
    expect(alerts.length).toBeGreaterThan(30);
    const unknown = alerts.filter(({ expr }) => namesIn(expr).some((name) => !known.has(name)));
    expect(unknown).toEqual([]);
    const named = alerts.filter(({ expr }) => namesIn(expr).length > 0 || /\bup\b/.test(expr));
    expect(named).toEqual(alerts);
  });

  it('is told by somebody: every metric of every picture', () => {
    expect(queries.length).toBeGreaterThan(50);
    expect(queries.flatMap(namesIn).filter((name) => !known.has(name))).toEqual([]);
  });

  it('is shown: every number of the server is in a picture or an alert', () => {
    const asked = new Set([...queries, ...alerts.map(({ expr }) => expr)].flatMap(namesIn));
    const ours = [...known].filter((name) => name.startsWith('colorclues_') && !/_(?:sum|count)$/.test(name));
    const notShown = [
      'frames_received_total',
      'frames_sent_total',
      'patches_empty_total',
      'probe_seconds',
      'spans_dropped_total',
    ];
    const missing = ours.filter((name) => !asked.has(name)).map((name) => name.slice('colorclues_'.length));
    expect(missing.filter((name) => !notShown.includes(name))).toEqual([]);
  });

  it('has a case in which each alert fires, and what to do about it', () => {
    const names = alerts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(ALERT_CASES).sort()).toEqual([...names].sort());
    const page = read('docs/operate/watch.md');
    expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
    const told = [...page.matchAll(/^\| `([A-Z]\w+)` \|/gm)].map(([, name]) => name!);
    expect(told.filter((name) => !names.includes(name))).toEqual([]);
  });
});
