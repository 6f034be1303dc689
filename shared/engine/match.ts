import type { CommandId, MatchId } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Actor, Decider, Rejection } from '../core/rules.ts';
import { Mailbox } from './mailbox.ts';
import type { Clock, Entropy, Entry, Journal, Log, Snapshot, Snapshots } from './ports.ts';
import { RecentIds } from './recent-ids.ts';
import { fold } from './replay.ts';
import { notBehind } from './steady-clock.ts';

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
  /** The time of the match never runs back, also when the system's was set back between two owners. */
  readonly isSteady?: boolean;
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
  /** Stops timers; what waits is refused as `gone`. */
  close(): void;
}

/** What a match tells its host. `onCommit` runs after the entry is stored and before it is acknowledged. */
export interface MatchHooks<S, E> {
  onCommit(entry: Entry<E>, state: S): void;
  onStop(reason: StopReason): void;
}

/**
 * Opens a match: reads its entries after the last snapshot, folds them, arms its clock. Refused as `unavailable` when
 * the journal cannot be read, as `internal` when something throws. A match without entries starts in `rules.initial`.
 */
export async function openMatch<S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  id: MatchId,
  ports: MatchPorts<S, E>,
  hooks: MatchHooks<S, E>,
): Promise<Result<Match<S, C>, Rejection>> {
  const recent = new RecentIds();
  let seq = 0;
  let at = Number.NEGATIVE_INFINITY;
  try {
    let state = rules.initial;
    const kept = await keptFold(id, ports);
    if (kept) ({ seq, state } = kept);
    for (;;) {
      const page = await ports.journal.read(id, seq);
      if (!page.ok) return err({ code: 'unavailable' });
      const last = page.value.at(-1);
      if (!last) {
        const clock = ports.isSteady ? notBehind(ports.clock, at) : ports.clock;
        return ok(new Mailbox(rules, id, { ...ports, clock }, hooks, { seq, state }, recent));
      }
      state = fold(rules, state, page.value);
      ({ seq, at } = last);
      for (const entry of page.value) recent.add(entry);
    }
  } catch (error) {
    ports.log.error({ err: error, matchId: id, seq }, 'match not opened');
    return err({ code: 'internal' });
  }
}

/** The last snapshot, if its entry is there: a copy of a store may hold more of the fold than of the stream. */
async function keptFold<S, E>(
  id: MatchId,
  { snapshots, journal }: MatchPorts<S, E>,
): Promise<Snapshot<S> | null> {
  const snapshot = await snapshots?.load(id);
  if (!snapshot) return null;
  const page = await journal.read(id, snapshot.seq - 1);
  return page.ok && page.value[0]?.seq === snapshot.seq ? snapshot : null;
}
