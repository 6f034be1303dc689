import type { Witness } from './chaos-check.ts';
import type { Page } from './chaos-pages.ts';
import { isSilent } from './chaos-proxy.ts';
import { isPassing } from './history.ts';
import type { Struck } from './nemesis.ts';

/** A time in which nothing could get through, epoch ms; `line` is null when it was so for everybody. */
export interface Outage {
  readonly line: number | null;
  readonly from: number;
  readonly until: number;
}

export interface Figures {
  /** Connections of pages that were lost. */
  readonly disconnects: number;
  readonly commands: number;
  /** Every sending of a command, the first ones included. */
  readonly tries: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** From the loss, or the end of the outage, to a live room, ms. */
  readonly back: readonly number[];
  /** From a silent fault to the page's knowledge of it, ms. */
  readonly noticed: readonly number[];
}

export function figuresOf(
  pages: readonly Page[],
  witnesses: readonly Witness[],
  strikes: readonly Struck[],
  downtimes: readonly Outage[],
): Figures {
  const outages = [...downtimes, ...strikes.map(({ line, from, until }): Outage => ({ line, from, until }))];
  const steps = witnesses.flatMap(({ log, id }) =>
    log.steps.map((step) => ({ ...step, id: `${id}:${step.id}` })),
  );
  const distinct = (type: string) =>
    new Set(steps.filter((step) => step.type === type).map(({ id }) => id)).size;
  const losses = pages.flatMap((page, line) =>
    page.lossesSinceStart.map(({ room, from, to }) => ({ line, room, from, to: to ?? Date.now() })),
  );
  const backOf = ({ line, from, to }: (typeof losses)[number]) => {
    const ends = outages
      .filter((outage) => (outage.line ?? line) === line && outage.from < to && outage.until > from)
      .map(({ until }) => until);
    return Math.max(0, to - Math.max(from, ...ends));
  };
  const noticedOf = (strike: Struck) =>
    pages[strike.line]!.rooms.flatMap((room) => {
      const mine = losses.filter((loss) => loss.line === strike.line && loss.room === room);
      const wasAway = mine.some(({ from, to }) => from < strike.from && to > strike.from);
      const next = mine.find(({ from }) => from >= strike.from);
      return wasAway || !next ? [] : [next.from - strike.from];
    });
  return {
    disconnects: losses.length,
    commands: distinct('invoke'),
    tries: steps.filter(({ type }) => type === 'invoke').length,
    acknowledged: distinct('ok'),
    refused: new Set(
      steps.filter((step) => step.type === 'refused' && !isPassing(step.code)).map(({ id }) => id),
    ).size,
    back: losses.map(backOf),
    noticed: strikes.filter(({ fault, share }) => share === null && isSilent(fault)).flatMap(noticedOf),
  };
}

/** A share of a list of numbers in order: 0.5 is the median. NaN for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The figures of a run, as a few lines for people. */
export function describeFigures({
  disconnects,
  commands,
  tries,
  acknowledged,
  refused,
  ...times
}: Figures): string {
  const spread = (values: readonly number[]) =>
    `p50 ${quantile(values, 0.5)} ms, p99 ${quantile(values, 0.99)} ms (${values.length})`;
  return [
    `disconnects   ${disconnects}`,
    `commands      ${commands}, sent ${tries} times`,
    `acknowledged  ${acknowledged}`,
    `refused       ${refused}`,
    `back          ${spread(times.back)}`,
    `noticed       ${spread(times.noticed)}`,
  ].join('\n');
}
