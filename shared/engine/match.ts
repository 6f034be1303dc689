import type { CommandId, MatchId } from '../core/ids.ts';
import { commandId } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Actor, Decider, Rejection, TimeUp } from '../core/rules.ts';
import type { Clock, Entropy, Entry, Journal, Log, Snapshot, Snapshots } from './ports.ts';
import { fold } from './replay.ts';

/** Commands that may wait in one match before further ones are refused as `busy`. */
export const MAX_WAITING = 200;
/** Accepted command ids kept in memory; older ones are looked up in the journal. */
const RECENT_IDS = 1_000;
/** How long to wait before asking again when the wake-up could not be carried out, ms. */
const RETRY_MS = 1_000;
/** Entries between two snapshots. */
export const SNAPSHOT_EVERY = 200;

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

/** Why a match stopped: closed by its host, taken over by another owner, or broken by a bug. */
export type StopReason = 'closed' | 'moved' | 'broken';

export interface MatchPorts<S, E> {
  readonly journal: Journal<E>;
  /** Without it, opening always reads the whole stream. */
  readonly snapshots?: Snapshots<S>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** A running match: the only owner of its state. */
export interface Match<S, C> {
  readonly id: MatchId;
  readonly state: S;
  readonly seq: number;
  /**
   * Carries out one command, strictly after those that came before. Resolves when it is stored and shown, or refused.
   * Refusals besides the rules' own: `busy`, `unavailable`, `moved`, `gone`, `internal`.
   */
  dispatch(input: Dispatch<C>): Promise<Result<Receipt, Rejection>>;
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
 * the journal cannot be read, as `internal` when its entries cannot be folded. A match without entries starts in `rules.initial`.
 */
export async function openMatch<S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  id: MatchId,
  ports: MatchPorts<S, E>,
  hooks: MatchHooks<S, E>,
): Promise<Result<Match<S, C>, Rejection>> {
  let { seq, state } = (await ports.snapshots?.load(id)) ?? { seq: 0, state: rules.initial };
  const recent = new Map<CommandId, number>();
  for (;;) {
    const page = await ports.journal.read(id, seq);
    if (!page.ok) return err({ code: 'unavailable' });
    const last = page.value.at(-1);
    if (!last) return ok(new Mailbox(rules, id, ports, hooks, { seq, state }, recent));
    try {
      state = fold(rules, state, page.value);
    } catch (error) {
      ports.log.error({ err: error, matchId: id, seq }, 'evolve threw, match not opened');
      return err({ code: 'internal' });
    }
    seq = last.seq;
    for (const entry of page.value) remember(recent, entry);
  }
}

/** Keeps the newest ids and forgets the oldest. */
function remember(recent: Map<CommandId, number>, { commandId: id, seq }: Entry<unknown>): void {
  recent.set(id, seq);
  if (recent.size > RECENT_IDS) recent.delete(recent.keys().next().value!);
}

interface Waiting<C> {
  readonly input: Dispatch<C | TimeUp>;
  readonly settle: (result: Result<Receipt, Rejection>) => void;
}

/** One command at a time: decide, store, apply, show, acknowledge, in this order. */
class Mailbox<S, C extends { readonly type: string }, E> implements Match<S, C> {
  readonly id: MatchId;
  state: S;
  seq: number;
  readonly #rules: Decider<S, C, E>;
  readonly #ports: MatchPorts<S, E>;
  readonly #hooks: MatchHooks<S, E>;
  readonly #recent: Map<CommandId, number>;
  readonly #waiting: Waiting<C>[] = [];
  /** Answers that are on their way, by command: a second sending gets the same one. */
  readonly #answers = new Map<CommandId, Promise<Result<Receipt, Rejection>>>();
  #isRunning = false;
  #stopped: StopReason | null = null;
  #armedFor: number | null = null;
  #cancelTimer: () => void = () => {};

  constructor(
    rules: Decider<S, C, E>,
    id: MatchId,
    ports: MatchPorts<S, E>,
    hooks: MatchHooks<S, E>,
    start: Snapshot<S>,
    recent: Map<CommandId, number>,
  ) {
    this.#rules = rules;
    this.id = id;
    this.#ports = ports;
    this.#hooks = hooks;
    this.state = start.state;
    this.seq = start.seq;
    this.#recent = recent;
    this.#arm();
  }

  dispatch(input: Dispatch<C | TimeUp>): Promise<Result<Receipt, Rejection>> {
    if (this.#stopped) return Promise.resolve(err(this.#goneBecause(this.#stopped)));
    const underWay = this.#answers.get(input.commandId);
    if (underWay) return underWay;
    if (this.#waiting.length >= MAX_WAITING) return Promise.resolve(err({ code: 'busy' }));
    const { promise, resolve } = Promise.withResolvers<Result<Receipt, Rejection>>();
    this.#answers.set(input.commandId, promise);
    const settle = (result: Result<Receipt, Rejection>) => {
      this.#answers.delete(input.commandId);
      resolve(result);
    };
    this.#waiting.push({ input, settle });
    if (!this.#isRunning) void this.#run();
    return promise;
  }

  close(): void {
    this.#stop('closed');
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      next.settle(this.#stopped ? err(this.#goneBecause(this.#stopped)) : await this.#carryOut(next.input));
    }
    this.#isRunning = false;
  }

  async #carryOut(input: Dispatch<C | TimeUp>): Promise<Result<Receipt, Rejection>> {
    const earlier = this.#recent.get(input.commandId);
    if (earlier !== undefined) return ok({ seq: earlier });
    const { journal, clock, entropy, log } = this.#ports;
    const at = clock.now();
    let decided: Result<E[], Rejection>;
    try {
      decided = this.#rules.decide(this.state, input.by, input.command, { now: at, rng: entropy.rng() });
    } catch (error) {
      log.error({ err: error, matchId: this.id, seq: this.seq, command: input.command.type }, 'decide threw');
      return err({ code: 'internal' });
    }
    if (!decided.ok) return this.#answerRefusal(input.commandId, decided.error);
    const entry: Entry<E> = {
      matchId: this.id,
      seq: this.seq + 1,
      commandId: input.commandId,
      by: input.by,
      at,
      version: this.#rules.version,
      events: decided.value,
    };
    const stored = await journal.append(entry);
    if (!stored.ok) return this.#answerFailure(stored.error);
    this.#apply(entry);
    return this.#stopped === 'broken' ? err({ code: 'internal' }) : ok({ seq: entry.seq });
  }

  /** A refusal may be the second sending of a command that was accepted long ago: then the first answer counts. */
  async #answerRefusal(id: CommandId, rejection: Rejection): Promise<Result<Receipt, Rejection>> {
    if (this.seq <= this.#recent.size) return err(rejection);
    const found = await this.#ports.journal.find(this.id, id);
    if (!found.ok) return err({ code: 'unavailable' });
    return found.value === null ? err(rejection) : ok({ seq: found.value });
  }

  #answerFailure(
    failure: Exclude<Awaited<ReturnType<Journal<E>['append']>>, { ok: true }>['error'],
  ): Result<Receipt, Rejection> {
    if (failure.kind === 'duplicate') return ok({ seq: failure.seq });
    if (failure.kind === 'unavailable') return err({ code: 'unavailable' });
    this.#stop('moved');
    return err({ code: 'moved' });
  }

  #apply(entry: Entry<E>): void {
    try {
      this.state = fold(this.#rules, this.state, [entry]);
      this.seq = entry.seq;
    } catch (error) {
      this.#ports.log.error({ err: error, matchId: this.id, seq: entry.seq }, 'evolve threw, match stopped');
      this.#stop('broken');
      return;
    }
    remember(this.#recent, entry);
    if (entry.seq % SNAPSHOT_EVERY === 0) {
      void this.#ports.snapshots?.save(this.id, { seq: entry.seq, state: this.state });
    }
    this.#arm();
    try {
      this.#hooks.onCommit(entry, this.state);
    } catch (error) {
      this.#ports.log.error({ err: error, matchId: this.id, seq: entry.seq }, 'showing an entry failed');
    }
  }

  #arm(): void {
    const at = this.#stopped ? null : this.#rules.deadline(this.state);
    if (at === this.#armedFor) return;
    this.#cancelTimer();
    this.#armedFor = at;
    this.#cancelTimer = at === null ? () => {} : this.#ports.clock.setTimer(at, () => void this.#wake());
  }

  async #wake(): Promise<void> {
    this.#armedFor = null;
    const id = commandId(`timeUp-${this.seq}`);
    const result = await this.dispatch({
      commandId: id,
      by: { kind: 'system' },
      command: { type: 'timeUp' },
    });
    if (result.ok || this.#stopped) return this.#arm();
    if (this.#armedFor !== null) return;
    if (result.error.code !== 'too_early') {
      this.#ports.log.error({ matchId: this.id, seq: this.seq, code: result.error.code }, 'wake-up refused');
    }
    this.#cancelTimer = this.#ports.clock.setTimer(this.#ports.clock.now() + RETRY_MS, () => this.#arm());
  }

  #stop(reason: StopReason): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    this.#cancelTimer();
    this.#hooks.onStop(reason);
  }

  #goneBecause(reason: StopReason): Rejection {
    return { code: reason === 'moved' ? 'moved' : 'gone' };
  }
}
