/** Numbers over time, as `promtool` writes them: `0+1x10` is 0, 1, … 10, one each minute. */
type Series = Readonly<Record<string, string>>;

/** What makes an alert fire, and the same on a good day. */
export interface AlertCase {
  readonly bad: Series;
  readonly good: Series;
}

/** Stands for the name of the alert: its numbers are those of a process of this name. */
export const INSTANCE = 'INSTANCE';

/** When all of them are looked at: late enough for everything that has to go on for a while. */
export const LOOKED_AT = '20m';

const JOB = `job="color-clues",instance="${INSTANCE}"`;
/** The bounds of durations: all are below the first, or all above the one before the last. */
const seconds = (name: string, labels: string, isSlow: boolean): Series => ({
  [`${name}_bucket{${JOB},${labels}le="0.1"}`]: isSlow ? '0x30' : '0+60x30',
  [`${name}_bucket{${JOB},${labels}le="10"}`]: '0+60x30',
  [`${name}_bucket{${JOB},${labels}le="+Inf"}`]: '0+60x30',
});
/** A count that stays, and one that grows by so many a minute. */
const grows = (name: string, labels: string, perMinute: number): AlertCase => ({
  bad: { [`${name}{${JOB}${labels}}`]: `0+${perMinute}x30` },
  good: { [`${name}{${JOB}${labels}}`]: '7x30' },
});
/** A gauge that has one value, and a better one. */
const is = (name: string, bad: string, good: string): AlertCase => ({
  bad: { [`${name}{${JOB}}`]: `${bad}x30` },
  good: { [`${name}{${JOB}}`]: `${good}x30` },
});
const beside = (labels: string): string => `,${labels}`;

/** Of each alert of `deploy/prometheus/rules.yml`. Minutes count from the epoch: `time()` is 1200 at 20 minutes. */
export const ALERT_CASES: Readonly<Record<string, AlertCase>> = {
  ServerDown: is('up', '0', '1'),
  NobodyAsked: { bad: {}, good: { [`up{${JOB}}`]: '1x30' } },
  ServerRestarted: {
    bad: { [`process_start_time_seconds{${JOB}}`]: '100x12 900x18' },
    good: { [`process_start_time_seconds{${JOB}}`]: '100x30' },
  },
  ProbeFails: is('colorclues_probe_success', '0', '1'),
  ProbeSilent: is('colorclues_probe_end_time_seconds', '-200', '1000'),
  CertificateEnds: is('colorclues_probe_certificate_end_time_seconds', '1000000', '5000000'),
  BackupOld: is('colorclues_backup_time_seconds', '-100000', '-80000'),
  AnswersSlow: {
    bad: seconds('colorclues_request_seconds', 'room="table",type="command",', true),
    good: seconds('colorclues_request_seconds', 'room="table",type="command",', false),
  },
  PagesSlow: {
    bad: seconds('colorclues_http_request_seconds', 'route="seat",', true),
    good: seconds('colorclues_http_request_seconds', 'route="seat",', false),
  },
  RequestsFail: {
    bad: {
      [`colorclues_http_requests_total{${JOB},route="seat",status="503"}`]: '0+3x30',
      [`colorclues_http_requests_total{${JOB},route="seat",status="200"}`]: '0+100x30',
    },
    good: {
      [`colorclues_http_requests_total{${JOB},route="health",status="503"}`]: '0+3x30',
      [`colorclues_http_requests_total{${JOB},route="seat",status="404"}`]: '0+3x30',
      [`colorclues_http_requests_total{${JOB},route="seat",status="200"}`]: '0+100x30',
    },
  },
  CommandsUnavailable: {
    bad: { [`colorclues_refusals_total{${JOB},where="table",code="unavailable"}`]: '0+20x30' },
    good: {
      [`colorclues_refusals_total{${JOB},where="table",code="unavailable"}`]: '0x30',
      [`colorclues_refusals_total{${JOB},where="table",code="not_your_turn"}`]: '0+20x30',
    },
  },
  JoinsFail: {
    bad: {
      [`colorclues_joins_total{${JOB},room="table",result="failed"}`]: '0+1x30',
      [`colorclues_joins_total{${JOB},room="table",result="ok"}`]: '0+9x30',
    },
    good: {
      [`colorclues_joins_total{${JOB},room="table",result="failed"}`]: '0x30',
      [`colorclues_joins_total{${JOB},room="table",result="ok"}`]: '0+9x30',
    },
  },
  PeopleLoseConnections: {
    bad: {
      [`colorclues_reconnects_total{${JOB},room="table"}`]: '0+10x30',
      [`colorclues_sockets{${JOB},room="table"}`]: '100x30',
    },
    good: {
      [`colorclues_reconnects_total{${JOB},room="table"}`]: '0+10x30',
      [`colorclues_sockets{${JOB},room="table"}`]: '1000x30',
    },
  },
  ReadersCut: grows('colorclues_sockets_cut_total', beside('why="slow"'), 15),
  SocketsMisdirected: grows('colorclues_upgrades_total', beside('status="421"'), 5),
  UpgradesFail: grows('colorclues_upgrades_total', beside('status="500"'), 2),
  LoopLate: is('nodejs_eventloop_lag_p99_seconds', '0.2', '0.012'),
  CpuBusy: {
    bad: { [`process_cpu_seconds_total{${JOB}}`]: '0+58x30' },
    good: { [`process_cpu_seconds_total{${JOB}}`]: '0+30x30' },
  },
  GarbageBusy: {
    bad: { [`nodejs_gc_duration_seconds_sum{${JOB},kind="major"}`]: '0+9x30' },
    good: { [`nodejs_gc_duration_seconds_sum{${JOB},kind="major"}`]: '0+1x30' },
  },
  MemoryFull: {
    bad: {
      [`process_resident_memory_bytes{${JOB}}`]: '900x30',
      [`colorclues_memory_limit_bytes{${JOB}}`]: '1000x30',
    },
    good: {
      [`process_resident_memory_bytes{${JOB}}`]: '700x30',
      [`colorclues_memory_limit_bytes{${JOB}}`]: '1000x30',
    },
  },
  FilesFull: {
    bad: { [`process_open_fds{${JOB}}`]: '900x30', [`process_max_fds{${JOB}}`]: '1000x30' },
    good: { [`process_open_fds{${JOB}}`]: '90x30', [`process_max_fds{${JOB}}`]: '1000x30' },
  },
  ConnectionsFull: grows('colorclues_connections_refused_total', beside('why="all"'), 1),
  StoreAway: is('colorclues_store_up', '0', '1'),
  StoreBehind: is('colorclues_store_waiting_writes', '101', '99'),
  StoreSlow: {
    bad: seconds('colorclues_store_seconds', 'operation="append",', true),
    good: seconds('colorclues_store_seconds', 'operation="append",', false),
  },
  StoreRefuses: grows('colorclues_store_failures_total', beside('operation="append",why="unavailable"'), 1),
  StoreTrouble: grows('colorclues_store_retries_total', '', 10),
  EntriesSetAside: grows('colorclues_store_set_aside_total', '', 1),
  RedisAway: is('colorclues_redis_up', '0', '1'),
  DirectoryAway: is('colorclues_directory_up', '0', '1'),
  RoomsLost: grows('colorclues_rooms_lost_total', '', 1),
  ProcessDied: grows('colorclues_rooms_adopted_total', '', 1),
  HandOverFailed: grows('colorclues_hand_overs_total', beside('result="failed"'), 1),
  Fenced: grows('colorclues_matches_stopped_total', beside('kind="table",why="moved"'), 1),
  UnhandledErrors: grows('colorclues_unhandled_total', beside('kind="rejection"'), 1),
  RoomErrors: grows('colorclues_room_errors_total', beside('room="table"'), 1),
  MatchBroken: grows('colorclues_matches_stopped_total', beside('kind="table",why="broken"'), 1),
  ErrorsLogged: grows('colorclues_log_lines_total', beside('level="error"'), 1),
  Flood: grows('colorclues_sockets_cut_total', beside('why="flood"'), 5),
  BudgetsUsedUp: grows('colorclues_budget_refusals_total', beside('budget="requests"'), 600),
  AddressesRefused: grows('colorclues_connections_refused_total', beside('why="address"'), 60),
};
