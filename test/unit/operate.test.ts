import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CATALOGUES } from '../../scripts/protocol/refusals.ts';
import { readConfig, VARIABLES } from '../../server/config.ts';
import { read, tracked } from './repository.ts';

const RULES = 'deploy/prometheus/rules.yml';

describe('docs/operate/settings.md', () => {
  const rows = [
    ...read('docs/operate/settings.md').matchAll(/^\| `([A-Z_]+)` \|\s*([^|]*?)\s*\| (.*) \|$/gm),
  ];

  it('has every setting, and no other', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual([...VARIABLES].sort());
  });

  it('says what each limit is when nobody sets it', () => {
    const limits = Object.values(readConfig({}).limits);
    const said = rows
      .filter(([, name]) => name!.startsWith('LIMIT_'))
      .map(([, , fallback]) => Number(fallback));
    expect(said).toEqual(limits);
  });
});

describe('docs/operate/troubleshooting.md', () => {
  const page = read('docs/operate/troubleshooting.md');

  it('has every refusal, and no other', () => {
    const [, answers = ''] = page.split('## What the server answers');
    const [list = ''] = answers.split('\n## ');
    const said = [...list.matchAll(/`([a-z]+(?:_[a-z]+)*)`/g)].map(([, code]) => code!);
    const codes = Object.values(CATALOGUES).flatMap((catalogue) =>
      Object.values(catalogue).flatMap(Object.keys),
    );
    expect(codes.filter((code) => !said.includes(code))).toEqual([]);
    expect(said.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('leads to what to do about each alert', () => {
    const { groups } = parse(read(RULES)) as { groups: { rules: { alert?: string }[] }[] };
    const alerts = groups.flatMap((group) => group.rules.flatMap(({ alert }) => alert ?? []));
    const watch = read('docs/operate/watch.md');
    expect(alerts.filter((alert) => !watch.includes(`\`${alert}\``))).toEqual([]);
    expect(page).toContain('(watch.md#alerts)');
  });
});

it('docs/operate/README.md leads to every page', () => {
  const pages = tracked.filter((file) => /^docs\/operate\/(?!README)/.test(file));
  const index = read('docs/operate/README.md');
  expect(pages.filter((page) => !index.includes(`(${page.slice('docs/operate/'.length)})`))).toEqual([]);
});
