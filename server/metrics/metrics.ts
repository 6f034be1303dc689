import { Families } from './families.ts';
import type { Counter, Family } from './instruments.ts';
import { LoopLag } from './loop-lag.ts';
import { Recent } from './recent.ts';
import type { Snapshot } from './snapshot.ts';

/** The message by which people do something: a move, a message. */
const COMMAND = 'command';

/** How one kind of request is measured. */
export interface RequestMeter {
  /** An answer goes out. @param startedAt when the bytes of the request were there, monotonic ms; @param refusal its code */
  answered(startedAt: number, refusal: string | null): void;
}

/**
 * What this process counts: every number that whoever runs the server may look at, with its name, and what it means. One
 * object per process, handed in like the clock. Counting is a plain addition whether anybody looks or not. Labels are
 * closed sets of the program, never anything that people sent.
 */
export class Metrics {
  readonly #families = new Families();
  readonly #recent = new Recent();
  readonly #lag = new LoopLag();

  // What people do.
  readonly moves = this.#families.counters(
    'moves_total',
    ['game'],
    'Moves of people that were stored and acknowledged.',
  );
  readonly messages = this.#families.counters(
    'messages_total',
    ['kind'],
    'Messages of people that were stored, by kind of conversation.',
  );
  readonly requestSeconds = this.#families.durations(
    'request_seconds',
    ['room', 'type'],
    'From the bytes of a request on a socket to its answer.',
  );
  readonly refusals = this.#families.counters(
    'refusals_total',
    ['where', 'code'],
    'Refused requests, by room or http, and code.',
  );
  readonly joins = this.#families.counters(
    'joins_total',
    ['room', 'result'],
    'Sockets that came into a room.',
  );
  readonly reconnects = this.#families.counters(
    'reconnects_total',
    ['room'],
    'People who came back into a room within a minute after their socket was lost.',
  );
  readonly awaySeconds = this.#families.durations(
    'reconnect_seconds',
    ['room'],
    'How long people who came back were without a socket.',
  );

  // What is there.
  readonly connections = this.#families.looked(
    'connections',
    [],
    'Open connections of the HTTP server, sockets included.',
  );
  readonly sockets = this.#families.looked('sockets', ['room'], 'Sockets in rooms.');
  readonly people = this.#families.looked(
    'people',
    ['room'],
    'People in rooms; somebody in two rooms counts twice.',
  );
  readonly rooms = this.#families.looked('rooms', ['room'], 'Open rooms.');
  readonly tables = this.#families.looked('tables', ['game', 'phase'], 'Open tables.');
  readonly conversations = this.#families.looked('conversations', ['kind'], 'Open conversations, by kind.');
  readonly seatsPending = this.#families.looked(
    'seats_pending',
    [],
    'Seats that were promised and not taken yet.',
  );

  // What goes over sockets.
  readonly framesIn = this.#families.looked('frames_received_total', [], 'Frames that rooms received.');
  readonly bytesIn = this.#families.looked('frames_received_bytes_total', [], 'Their bytes.');
  readonly framesOut = this.#families.looked('frames_sent_total', [], 'Frames that rooms sent.');
  readonly bytesOut = this.#families.looked('frames_sent_bytes_total', [], 'Their bytes.');
  readonly emptyPatches = this.#families.looked(
    'patches_empty_total',
    [],
    'Patches without content, which were not sent.',
  );
  readonly framesDropped = this.#families.counters(
    'frames_dropped_total',
    ['why'],
    'Frames of people that nobody acted on: junk, too many (rate), of a socket that is closing, or of a room that is.',
  );
  readonly socketsCut = this.#families.looked(
    'sockets_cut_total',
    ['why'],
    'Sockets that were cut: they do not read (slow), are gone without a word (silent), broke the framework (broken), flooded, sent nonsense, or never became ready.',
  );
  readonly socketsClosed = this.#families.counters(
    'sockets_closed_total',
    ['code'],
    'Sockets that were told to go, by close code.',
  );

  // The way in.
  readonly httpRequests = this.#families.counters(
    'http_requests_total',
    ['route', 'status'],
    'Answered requests, by class of route.',
  );
  readonly httpSeconds = this.#families.durations(
    'http_request_seconds',
    ['route'],
    'How long answers took, without streams and downloads.',
  );
  readonly upgrades = this.#families.counters(
    'upgrades_total',
    ['status'],
    'Requests for a socket, by status: 101 was let in.',
  );
  readonly budgets = this.#families.counters(
    'budget_refusals_total',
    ['budget'],
    'What was too often for a budget.',
  );
  readonly refusedConnections = this.#families.counters(
    'connections_refused_total',
    ['why'],
    'Connections that were not taken: too many of one address, or in all.',
  );
  readonly streamsDropped = this.#families.looked(
    'streams_dropped_total',
    [],
    'Readers of the list of tables that did not read.',
  );
  readonly relays = this.#families.looked('relays', [], 'Sockets of rooms elsewhere that are passed on.');

  // The store.
  readonly storeUp = this.#families.looked(
    'store_up',
    [],
    '1 when the last attempt to write succeeded, else 0.',
  );
  readonly storeWaiting = this.#families.looked('store_waiting_writes', [], 'Writes that wait.');
  readonly storeSeconds = this.#families.durations(
    'store_seconds',
    ['operation'],
    'How long the store took: append until it is durable, write, read.',
  );
  readonly storeFailures = this.#families.counters(
    'store_failures_total',
    ['operation', 'why'],
    'What the store refused: unavailable, or a fault.',
  );
  readonly storeRetries = this.#families.looked(
    'store_retries_total',
    [],
    'How often writes met trouble and were to be tried again.',
  );
  readonly fences = this.#families.counters(
    'store_fenced_total',
    ['why'],
    'Entries that were not written: their place was taken (conflict), or their command was stored before (duplicate).',
  );
  readonly setAside = this.#families.counter(
    'store_set_aside_total',
    'Entries that were moved aside because they could not be read.',
  );

  // Several processes.
  readonly redisUp = this.#families.looked(
    'redis_up',
    [],
    '1 while Redis is there, else 0; absent without Redis.',
  );
  readonly directoryUp = this.#families.looked(
    'directory_up',
    [],
    '1 when the lease was renewed last time, else 0; absent for a process that is alone.',
  );
  readonly leaseFailures = this.#families.counter(
    'lease_failures_total',
    'Renewals of the lease that failed.',
  );
  readonly roomsLost = this.#families.counter(
    'rooms_lost_total',
    'Rooms that another process took because the lease came too late.',
  );
  readonly roomsAdopted = this.#families.counter(
    'rooms_adopted_total',
    'Rooms that were taken up after their process died.',
  );
  readonly handOvers = this.#families.counters(
    'hand_overs_total',
    ['result'],
    'Rooms that were given to another process: ok, or failed and open nowhere until somebody asks.',
  );
  readonly stops = this.#families.counters(
    'matches_stopped_total',
    ['kind', 'why'],
    'Tables and conversations that stopped against their will: moved, because another owner wrote; broken, by a fault.',
  );

  // What must not be.
  readonly unhandled = this.#families.looked(
    'unhandled_total',
    ['kind'],
    'Errors that nobody caught. Any above 0 is a bug.',
  );
  readonly roomErrors = this.#families.counters(
    'room_errors_total',
    ['room'],
    'Errors in rooms that were caught, logged and answered as internal.',
  );
  readonly logLines = this.#families.counters(
    'log_lines_total',
    ['level'],
    'Lines of the log, also of levels that are not written.',
  );
  readonly build = this.#families.looked('build_info', ['node'], 'Always 1; what it runs on.');

  readonly spansDropped = this.#families.counter(
    'spans_dropped_total',
    'Spans that no collector took, or that were too many.',
  );
  readonly memoryLimit = this.#families.looked(
    'memory_limit_bytes',
    [],
    'Memory that this process may have: of its container, else of the machine.',
  );

  /** What is told, and how it is called. */
  get families(): readonly Family[] {
    return this.#families.all;
  }

  /** How one kind of request in one kind of room is measured. */
  meter(room: string, type: string): RequestMeter {
    const durations = this.requestSeconds.of(room, type);
    const recent = type === COMMAND ? this.#recent : null;
    return {
      answered: (startedAt, refusal) => {
        const now = performance.now();
        durations.note((now - startedAt) / 1_000);
        recent?.note(now - startedAt, now);
        if (refusal !== null) this.refusals.of(room, refusal).add();
      },
    };
  }

  /** What it is like now, for a look every second or so. Counts are since the start; rates are for whoever looks twice. */
  snapshot(): Snapshot {
    const [ackP50Ms = null, ackP99Ms = null] = this.#recent.percentiles([0.5, 0.99], performance.now());
    return {
      moves: sumOf(this.moves.all()),
      messages: sumOf(this.messages.all()),
      refusals: byCode(this.refusals.all()),
      ackP50Ms,
      ackP99Ms,
      loopLagP99Ms: this.#lag.p99Ms,
      isStoreUp: this.storeUp.sum > 0,
      storeWaiting: this.storeWaiting.sum,
      socketsCut: Object.fromEntries(
        Array.from(this.socketsCut.read(), ([[why = ''], count]) => [why, count]),
      ),
      joins: sumOf(this.joins.all()),
      reconnects: sumOf(this.reconnects.all()),
      connections: this.connections.sum,
      sockets: this.sockets.sum,
      unhandled: this.unhandled.sum,
    };
  }
}

type All<I> = Iterable<{ readonly labels: Record<string, string>; readonly of: I }>;

function sumOf(all: All<Counter>): number {
  let sum = 0;
  for (const { of } of all) sum += of.value;
  return sum;
}

function byCode(all: All<Counter>): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const { labels, of } of all) codes[labels.code ?? ''] = (codes[labels.code ?? ''] ?? 0) + of.value;
  return codes;
}
