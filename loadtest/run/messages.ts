import type { Slice } from '../measure/recorder.ts';
import type { WorkerSample } from '../measure/workers-use.ts';
import type { Pace } from '../scenarios/scenario.ts';

/** What a worker is started with. */
export interface Load {
  readonly url: string;
  readonly scenario: string;
  /** Which server is behind the address: one that has the public protocol, or the hand-written one. */
  readonly speaks: 'protocol' | 'plain';
  readonly players: number;
  readonly pace: Pace;
  readonly seed: number;
  readonly patienceMs: number;
  /** Letters that no other run has. */
  readonly run: string;
  /** Which of how many workers this is, from 0. */
  readonly worker: number;
  readonly workers: number;
}

/**
 * `mark`: what was seen before is told, so that what is measured begins here. `rest`, `check`, `close`: as of a `Stage`.
 */
export type Step = 'mark' | 'rest' | 'check' | 'close';

export type ToWorker =
  /** These units come in. */
  | { readonly type: 'add'; readonly units: readonly number[] }
  /** A step is taken; it is answered with `done`. */
  | { readonly type: Step }
  /** Each second: asks for a slice. */
  | { readonly type: 'tell' };

export type FromWorker =
  /** What was seen since the last one, and what this thread used. */
  | { readonly type: 'slice'; readonly slice: Slice; readonly use: Omit<WorkerSample, 'worker'> }
  /** A unit is in; `null` when it could not come in. */
  | { readonly type: 'added'; readonly index: number | null }
  | { readonly type: 'done'; readonly step: 'open' | Step };
