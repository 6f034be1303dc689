import { createHash, randomBytes } from 'node:crypto';
import type { Log } from '../../shared/engine/ports.ts';
import type { Span, Trace } from './span.ts';

/** How often spans are sent, ms, and how many may wait for it: further ones are dropped, and counted. */
const SEND_MS = 1_000;
const MAX_WAITING = 2_048;
/** How long a collector may take, ms. */
const PATIENCE_MS = 5_000;
/** OTLP's number for what a server does for somebody, and for what went wrong. */
const KIND_SERVER = 2;
const STATUS_ERROR = 2;
const TRACE_ID = /^[0-9a-f]{32}$/;

interface OtlpPorts {
  /** `http://collector:4318`, as OpenTelemetry calls it. */
  readonly endpoint: string;
  readonly serviceName: string;
  readonly log: Log;
  /** Called with how many spans were given up. */
  dropped(count: number): void;
}

/**
 * Sends spans to a collector by OTLP over HTTP, as JSON. Written by hand: the SDK is forty packages for what is one `POST`
 * here, and it would follow promises through everything, which costs each of them. A collector that is away costs a line in
 * the log and the spans of that time.
 */
export function otlpTrace({ endpoint, serviceName, log, dropped }: OtlpPorts): Trace {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const epochMs = Date.now() - performance.now();
  const resource = { attributes: [attribute('service.name', serviceName)] };
  let waiting: Span[] = [];
  let isAway = false;
  const send = async (spans: readonly Span[]): Promise<void> => {
    const scopeSpans = [{ scope: { name: serviceName }, spans: spans.map((span) => asOtlp(span, epochMs)) }];
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`status ${response.status}`);
  };
  const flush = () => {
    if (waiting.length === 0) return;
    const spans = waiting;
    waiting = [];
    send(spans).then(
      () => {
        isAway = false;
      },
      (error: Error) => {
        dropped(spans.length);
        if (!isAway) log.warn({ reason: error.message }, 'traces are not taken');
        isAway = true;
      },
    );
  };
  setInterval(flush, SEND_MS).unref();
  return (span) => {
    if (waiting.length < MAX_WAITING) waiting.push(span);
    else dropped(1);
  };
}

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });

const asOtlp = ({ name, id, startedAt, endedAt, result, isFailed }: Span, epochMs: number) => ({
  traceId: traceIdOf(id),
  spanId: randomBytes(8).toString('hex'),
  name,
  kind: KIND_SERVER,
  startTimeUnixNano: nanoseconds(epochMs + startedAt),
  endTimeUnixNano: nanoseconds(epochMs + endedAt),
  attributes: [attribute('request.id', id), attribute('result', result)],
  status: isFailed ? { code: STATUS_ERROR } : {},
});

/** The id of a command is one already; of any other id it is made, always the same. */
const traceIdOf = (id: string): string =>
  TRACE_ID.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 32);

/** Of epoch ms, as OTLP's JSON has large numbers. */
const nanoseconds = (ms: number): string => `${BigInt(Math.round(ms * 1_000))}000`;
