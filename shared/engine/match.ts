import type { CommandId, MatchId } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import type { Actor, Rejection } from '../core/rules.ts';
import type { Clock, Entropy, Entry, Journal, Log, Snapshots } from './ports.ts';

/** A wish, and who has it. The same `commandId` is carried out at most once. */
export interface Dispatch<C> {
  readonly commandId: CommandId;
  readonly by: Actor;
  readonly command: C;
}

/** Proof that a command is stored. */
export interface Receipt {
  readonly seq: number;
}

/**
 * Why a match stopped: closed by its host, taken over by another owner, or broken: by a bug, or because nobody can tell
 * what is stored of it. After the last two it can be opened again.
 */
export type StopReason = 'closed' | 'moved' | 'broken';

export interface MatchPorts<S, E> {
  readonly journal: Journal<E>;
  /** Without it, opening always reads the whole stream. */
  readonly snapshots?: Snapshots<S>;
  readonly clock: Clock;
  /** The time of the match stands still while nobody has it, and goes on from its last entry. */
  readonly hasOwnTime?: boolean;
  /** With a time of its own: how late it was there when its last owner gave it away, epoch ms. Else that of its last entry. */
  readonly leftAt?: number | undefined;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** A running match: the only owner of its state. */
export interface Match<S, C> {
  readonly id: MatchId;
  readonly state: S;
  readonly seq: number;
  /** Null while it runs. */
  readonly stopped: StopReason | null;
  /**
   * Carries out one command, strictly after those that came before. Always resolves: when it is stored and shown, or
   * refused. Refusals besides the rules' own: `busy`, `unavailable`, `moved`, `gone`, `internal`.
   */
  dispatch(input: Dispatch<C>): Promise<Result<Receipt, Rejection>>;
  /** The time of the match, epoch ms: what its deadlines are compared with. */
  now(): number;
  /** A new id for a command that nobody sent: no other owner of the match ever makes the same one. */
  ownId(label: string): CommandId;
  /** Resolves when nothing is under way at that moment. */
  idle(): Promise<void>;
  /** Stops timers; what waits is refused as `gone`, or as `moved` when somebody else is to have the match. */
  close(why?: 'closed' | 'moved'): void;
}

/** What a match tells its host. `onCommit` runs after the entry is stored and before it is acknowledged. */
export interface MatchHooks<S, E> {
  onCommit(entry: Entry<E>, state: S): void;
  onStop(reason: StopReason): void;
}
