import { Crowd, type CrowdOptions } from './crowd.ts';
import { atLeast, atMost, isKept, type Measure } from './measure.ts';
import { Rig, type RigOptions } from './rig.ts';
import type { Answered } from './visit.ts';

/** What one scenario found. */
export interface Found {
  readonly measures: readonly Measure[];
  /** What is wrong, in words: losses, doubles, forks, leaks, wrong pictures. */
  readonly violations: readonly string[];
}

/** What a scenario is told. */
export interface Order {
  /** Everything that is drawn follows from it. */
  readonly seed: number;
  /** Tells what happens, as it happens. */
  say(text: string): void;
}

export interface Scenario {
  readonly name: string;
  /** What is promised, and what is done to it, a sentence each. */
  readonly promise: string;
  readonly how: string;
  run(order: Order): Promise<Found>;
}

export const isPassed = ({ measures, violations }: Found): boolean =>
  violations.length === 0 && measures.every(isKept);

/** The usual crowd: four tables of four people, two lobbies of four, who act all the time. */
export const CROWD = { tables: 4, lobbies: 2, talkers: 4, pauseMs: 60, isWatched: true } as const;

/** A server and people at it, while something is done to it. */
export interface Scene {
  readonly rig: Rig;
  readonly crowd: Crowd;
}

/**
 * Starts a server, lets people act, does something to it, lets everybody finish, and holds what they did and saw against
 * what is stored.
 * @param act resolves to what it measured
 */
export async function onStage(
  options: RigOptions & CrowdOptions,
  act: (scene: Scene) => Promise<readonly Measure[]>,
): Promise<Found> {
  const rig = await Rig.start(options);
  let crowd: Crowd | null = null;
  try {
    crowd = await Crowd.gather(rig, options);
    crowd.act();
    const measures = await act({ rig, crowd });
    await crowd.rest();
    const { visits } = crowd;
    const answered = visits.flatMap((visit) => visit.answered);
    const platform = answered.filter(({ code }) => code !== null && BROKEN.includes(code));
    const violations = await crowd.check();
    return {
      violations,
      measures: [
        ...measures,
        atLeast('commands acknowledged', answered.filter(({ code }) => code === null).length, 1),
        atMost(
          'acknowledged commands lost, doubled, reordered or forked; wrong pictures; leaks',
          violations.length,
          0,
        ),
        atMost('commands that failed', platform.length, 0),
        atMost('processes that ended by themselves', rig.exits.length, 0),
      ],
    };
  } finally {
    crowd?.close();
    await rig.destroy();
  }
}

/** Refusals that are no answer to what was asked. */
const BROKEN: readonly string[] = ['internal', 'error', 'bad_message'];

/** How long answers at tables took that came within a time, ms. In lobbies somebody may have to wait who writes too fast. */
export const answerTimes = (crowd: Crowd, from: number, until: number): number[] =>
  crowd.players
    .flatMap(({ visit }): readonly Answered[] => visit.answered)
    .filter(({ at }) => at >= from && at < until)
    .map(({ ms }) => ms);

/** How long people were without a connection that they lost within a time, ms; NaN for who is still without. */
export const lossTimes = (crowd: Crowd, from: number, until: number): number[] =>
  crowd.visits.flatMap(({ losses }) =>
    losses
      .filter((loss) => loss.from >= from && loss.from < until)
      .map(({ from, to }) => (to ?? Number.NaN) - from),
  );

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
