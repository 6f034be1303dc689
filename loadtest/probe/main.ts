/** `npm run probe`: see `--help`. */
import { type ProbeOptions, ProbeUsageError, readProbeOptions } from './options.ts';
import { certificateEnd, hasPassed, lineOf, textfileOf, writeWhole } from './report.ts';
import { type Done, Visit } from './visit.ts';

/** How long the look at the certificate may take, ms. */
const CERTIFICATE_MS = 3_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function probe(options: ProbeOptions): Promise<boolean> {
  const { url, metrics } = options;
  const steps: Done[] = [];
  for await (const done of new Visit(options).run()) {
    steps.push(done);
    say(lineOf(done));
  }
  const certificateEndsAt = metrics === null ? null : await certificateEnd(url, CERTIFICATE_MS);
  if (metrics !== null)
    writeWhole(metrics, textfileOf({ url, steps, endedAt: Date.now(), certificateEndsAt }));
  return hasPassed({ steps });
}

try {
  const options = readProbeOptions(process.argv.slice(2));
  if (typeof options === 'string') say(options);
  else process.exit((await probe(options)) ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof ProbeUsageError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
