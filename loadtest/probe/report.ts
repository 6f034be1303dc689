import { renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:tls';
import type { Done } from './visit.ts';

/** What a probe leaves for Prometheus, with what it means. */
const HELP = {
  colorclues_probe_success: '1 when the last visit worked, else 0.',
  colorclues_probe_seconds: 'How long the last visit took.',
  colorclues_probe_step_seconds: 'How long each step of it took, as far as it came.',
  colorclues_probe_end_time_seconds: 'When it ended.',
  colorclues_probe_certificate_end_time_seconds: 'When the certificate of the address ends.',
} as const;
export const PROBE_METRICS = Object.keys(HELP);

/** One line for whoever reads the mail of cron. */
export const lineOf = ({ step, ms, trouble }: Done): string =>
  `${trouble === null ? 'ok  ' : 'FAIL'} ${step.padEnd(8)} ${`${Math.round(ms)} ms`.padStart(9)}${trouble === null ? '' : `  ${trouble}`}`;

export interface Probed {
  readonly url: string;
  readonly steps: readonly Done[];
  /** Epoch ms. */
  readonly endedAt: number;
  /** When the certificate ends, epoch ms; null where there is none. */
  readonly certificateEndsAt: number | null;
}

export const hasPassed = ({ steps }: Pick<Probed, 'steps'>): boolean =>
  steps.every(({ trouble }) => trouble === null);

/** The result in the format of node_exporter's textfile collector. */
export function textfileOf({ url, steps, endedAt, certificateEndsAt }: Probed): string {
  const label = `url="${url.replace(/["\\\n]/g, '')}"`;
  const total = steps.reduce((sum, { ms }) => sum + ms, 0);
  const gauge = (
    name: keyof typeof HELP,
    ...samples: readonly (readonly [labels: string, value: number])[]
  ) => [
    `# HELP ${name} ${HELP[name]}`,
    `# TYPE ${name} gauge`,
    ...samples.map(([labels, value]) => `${name}{${labels}} ${value}`),
  ];
  const lines = [
    ...gauge('colorclues_probe_success', [label, Number(hasPassed({ steps }))]),
    ...gauge('colorclues_probe_seconds', [label, total / 1_000]),
    ...gauge(
      'colorclues_probe_step_seconds',
      ...steps.map(({ step, ms }) => [`${label},step="${step}"`, ms / 1_000] as const),
    ),
    ...gauge('colorclues_probe_end_time_seconds', [label, Math.round(endedAt / 1_000)]),
  ];
  if (certificateEndsAt !== null)
    lines.push(
      ...gauge('colorclues_probe_certificate_end_time_seconds', [
        label,
        Math.round(certificateEndsAt / 1_000),
      ]),
    );
  return `${lines.join('\n')}\n`;
}

/** Writes a file so that whoever reads it meanwhile reads the old one or the new one. */
export function writeWhole(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.tmp`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

/** When the certificate behind an address ends, epoch ms; null without one, or when it cannot be had in time. */
export function certificateEnd(url: string, patienceMs: number): Promise<number | null> {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:') return Promise.resolve(null);
  return new Promise((resolve) => {
    // One that nobody trusts has an end, too; the visit says what is wrong with it.
    const options = {
      host: hostname,
      port: Number(port) || 443,
      servername: hostname,
      rejectUnauthorized: false,
    };
    const socket = connect(options, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to) || null);
      socket.destroy();
    });
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('error', () => {}).on('close', () => resolve(null));
  });
}
