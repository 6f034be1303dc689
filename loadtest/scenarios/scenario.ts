import type { Rng } from '../../shared/core/rng.ts';
import type { WireTable } from '../../shared/protocol/wire.ts';
import type { Connection, PlayingGuest } from '../client/connection.ts';
import type { Http } from '../client/http.ts';
import type { Traffic } from '../client/room.ts';
import type { Recorder } from '../measure/recorder.ts';

/** How fast people act, ms between two acts: people, or as fast as a busy table is; or any number. */
export interface Pace {
  /** Between two moves at a table. */
  readonly moveMs: number;
  /** Between two messages of one person, as long as there are few. */
  readonly messageMs: number;
  /** Between two times that somebody comes, or everybody's connection breaks. */
  readonly arrivalMs: number;
}

/** What the clients of one worker have in common. */
export interface World {
  readonly http: Http;
  readonly traffic: Traffic;
  readonly recorder: Recorder;
  readonly rng: Rng;
  readonly pace: Pace;
  /** What is not answered, or not seen by everybody, after this long is lost, ms. */
  readonly patienceMs: number;
  /** Somebody comes to the server for the first time. @throws RefusedError */
  arrive(number: number): Promise<PlayingGuest>;
  /** Somebody comes to the server for the first time, by the link of a table, and watches. @throws RefusedError */
  arriveAt(number: number, code: string): Promise<Connection<WireTable>>;
  /** Another number at each call, in all workers together: tells people apart. */
  nextNumber(): number;
  /** How many people are to come, over all workers. */
  readonly players: number;
  /** A short text that no other run has, for names. */
  readonly run: string;
}

/** One scenario under way in one worker. */
export interface Stage {
  /**
   * One more unit of people comes in: a table, a member. Resolves when they are there and act.
   * @param index of the unit, from 0, over all workers
   */
  add(index: number): Promise<void>;
  /** Nobody begins anything any more; resolves when all that is under way has ended. */
  rest(): Promise<void>;
  /** Compares what everybody sees with what the server says to a newcomer; what differs is a fault. */
  check(): Promise<void>;
  /** Cuts all connections. */
  close(): void;
}

/** A way to use the server, as people or the worst of their days do. */
export interface Scenario {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly line: string;
  /** People who come in together. */
  readonly unit: number;
  /** How many people there are when nobody says so. */
  readonly players: number;
  /** How long is measured when nobody says so, s. */
  readonly seconds: number;
  /** The operations that a verdict looks at first, the most important one first. */
  readonly headline: readonly string[];
  /** How long the server is watched before anybody comes, for what its people cost beyond it, s. */
  readonly emptySeconds?: number;
  /**
   * More and more people come, each time this many times as many, until an operation of `headline` takes longer than this
   * at p99, or something does not work.
   */
  readonly growth?: { readonly factor: number; readonly p99Ms: number };
  /** What the server holds is looked at before and after, and judged by `budgets.json`. */
  readonly watchesMemory?: boolean;
  open(world: World): Stage;
}
