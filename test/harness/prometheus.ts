import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '../unit/repository.ts';
import { freePort } from './free-port.ts';
import { RULES } from './monitoring.ts';
import { until } from './until.ts';

/** Windows are divided by this, five minutes are three seconds; how long it has to last by more: there is one fault to see. */
const HASTE = 100;
const IMPATIENCE = 1_000;
const MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** The same rules, on a clock a hundred times as fast. Windows stay long enough for a few looks. */
export const hastened = (rules: string): string =>
  rules
    .replace(/\[(\d+)([smh])\]/g, (_, n, unit) => `[${Math.max(1_500, (n * MS[unit]!) / HASTE)}ms]`)
    .replace(/for: (\d+)([smh])/g, (_, n, unit) => `for: ${(n * MS[unit]!) / IMPATIENCE}ms`);

/** A real Prometheus with our rules, in a hurry, that looks at one server. */
export class Prometheus {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #url: string;

  private constructor(process: ChildProcess, folder: string, url: string) {
    this.#process = process;
    this.#folder = folder;
    this.#url = url;
  }

  static async start(target: string): Promise<Prometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'color-clues-prometheus-'));
    const port = await freePort();
    writeFileSync(join(folder, 'rules.yml'), hastened(read(RULES)));
    const config = read('deploy/prometheus/prometheus.yml')
      .replaceAll(/_(interval|timeout): \d+s/g, '_$1: 150ms')
      .replace(/targets: \[.*\]/, `targets: ['${target}']`);
    writeFileSync(join(folder, 'prometheus.yml'), config);
    const flags = [
      `--config.file=${folder}/prometheus.yml`,
      `--storage.tsdb.path=${folder}/data`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    const child = spawn('prometheus', flags, { stdio: 'ignore' });
    const prometheus = new Prometheus(child, folder, `http://127.0.0.1:${port}`);
    await until(() => prometheus.value('up{job="color-clues"}').then((up) => up === 1), 'Prometheus to look');
    return prometheus;
  }

  /** What an expression is now: of one of its series; null for none, or when it cannot be asked yet. */
  async value(expression: string): Promise<number | null> {
    const query = new URLSearchParams({ query: expression });
    const answer = await fetch(`${this.#url}/api/v1/query?${query}`).catch(() => null);
    if (!answer?.ok) return null;
    const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
    return data.result[0] ? Number(data.result[0].value[1]) : null;
  }

  /** The alerts that ring now. */
  async ringing(): Promise<string[]> {
    const answer = await fetch(`${this.#url}/api/v1/alerts`);
    const { data } = (await answer.json()) as {
      data: { alerts: { state: string; labels: { alertname: string } }[] };
    };
    return data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
