import type { Outcome } from '../run/run.ts';

/** Something that is read off a run. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Null when there is nothing to read it off. */
  of(outcome: Outcome): number | null;
}

/** A figure of one run. */
export interface Cost {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const KIB_PER_MIB = 1_024;
const US_PER_MS = 1_000;
/** Of a core, within a second. */
const US_PER_PERCENT = 10_000;

/** Moves and messages as they were seen, once for everybody who saw each; not those that were due and never begun. */
const deliveriesIn = ({ totals: { took, counts } }: Outcome): number =>
  (took['move seen']?.count ?? 0) +
  (took['move watched']?.count ?? 0) +
  (took['message seen']?.count ?? 0) -
  (counts['never seen'] ?? 0);

/** What all of it cost for each of so many; null when there were none. */
const per = (all: number | undefined, count: number): number | null =>
  all === undefined || count === 0 ? null : all / count;

/** CPU time of the server, µs. */
const cpuUs = ({ server }: Outcome): number | undefined => (server ? server.cpuMs * US_PER_MS : undefined);

export const BYTES_PER_DELIVERY: Figure = {
  name: 'bytes per delivery',
  unit: 'B',
  of: (outcome) => per(outcome.totals.counts['delivered bytes'], deliveriesIn(outcome)),
};
export const CPU_PER_DELIVERY: Figure = {
  name: 'server CPU per delivery',
  unit: 'µs',
  of: (outcome) => per(cpuUs(outcome), deliveriesIn(outcome)),
};
/** What the load test itself paid for each, of the same machine. */
export const GENERATOR_CPU_PER_DELIVERY: Figure = {
  name: 'generator CPU per delivery',
  unit: 'µs',
  of: (outcome) => per(outcome.generator.cpuMs * US_PER_MS, deliveriesIn(outcome)),
};
export const CPU_PER_JOIN: Figure = {
  name: 'server CPU per join',
  unit: 'µs',
  of: (outcome) => per(cpuUs(outcome), outcome.totals.counts['people who came'] ?? 0),
};
export const CPU_PER_PERSON: Figure = {
  name: 'server CPU per person and second',
  unit: 'µs',
  of: (outcome) => per(cpuUs(outcome), outcome.players * outcome.measuredSeconds),
};
/** What somebody costs beyond what the server uses by itself. */
export const CPU_PER_IDLE_PERSON: Figure = {
  name: 'server CPU per idle person and second',
  unit: 'µs',
  of: ({ server, players }) =>
    server?.emptyCpu == null ? null : per((server.cpu - server.emptyCpu) * US_PER_PERCENT, players),
};
export const MEMORY_PER_PERSON: Figure = {
  name: 'server memory per person',
  unit: 'KB',
  of: ({ server, players }) =>
    per(server ? (server.firstRssMb - server.emptyRssMb) * KIB_PER_MIB : undefined, players),
};
export const MEMORY_WHEN_EMPTY: Figure = {
  name: 'memory of the empty server',
  unit: 'MB',
  of: ({ server }) => server?.emptyRssMb ?? null,
};
/** With more and more people: how many were fine, and how many that is for each core that the server used then. */
export const PEOPLE_AT_MOST: Figure = {
  name: 'people at most',
  unit: '',
  of: ({ steps }) => steps.findLast(({ trouble }) => trouble === null)?.people ?? null,
};
export const PEOPLE_PER_CORE: Figure = {
  name: 'people per core of the server',
  unit: '',
  of: (outcome) => per(PEOPLE_AT_MOST.of(outcome) ?? undefined, (outcome.server?.cpu ?? 0) / 100),
};

const COSTS = [
  BYTES_PER_DELIVERY,
  CPU_PER_DELIVERY,
  GENERATOR_CPU_PER_DELIVERY,
  CPU_PER_JOIN,
  CPU_PER_PERSON,
  CPU_PER_IDLE_PERSON,
  MEMORY_PER_PERSON,
];

/** What one of each thing cost, as far as the server gives figures and the thing happened. */
export const costsOf = (outcome: Outcome): Cost[] =>
  COSTS.flatMap(({ name, unit, of }) => {
    const value = of(outcome);
    return value === null ? [] : [{ name, unit, value }];
  });
