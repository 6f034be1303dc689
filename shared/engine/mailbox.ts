import { type CommandId, commandId, type MatchId } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Decider, Rejection, TimeUp } from '../core/rules.ts';
import type { Dispatch, Match, MatchHooks, MatchPorts, Receipt, StopReason } from './match.ts';
import type { AppendFailure, Entry, Snapshot } from './ports.ts';
import type { RecentIds } from './recent-ids.ts';
import { fold } from './replay.ts';

/** Commands that may wait in one match before further ones are refused as `busy`. */
export const MAX_WAITING = 200;
/** How long to wait before asking again when the wake-up could not be carried out, ms. */
const RETRY_MS = 1_000;
/** Entries between two snapshots. */
export const SNAPSHOT_EVERY = 200;

type Answer = Result<Receipt, Rejection>;

interface Waiting<C> {
  readonly input: Dispatch<C | TimeUp>;
  /** On its way: a second sending of the same command gets the same answer. */
  readonly answer: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
}

/** What a command leads to: the entry, and the state with it, when whoever decided has that. */
interface Decision<S, E> {
  readonly entry: Entry<E>;
  readonly after: S | undefined;
}

/**
 * One command at a time: decide, store, apply, show, acknowledge, in this order. Every answer comes, whatever throws on
 * the way; whatever shows that the stream is ahead of this owner stops it as `moved`.
 */
export class Mailbox<S, C extends { readonly type: string }, E> implements Match<S, C> {
  readonly id: MatchId;
  state: S;
  seq: number;
  stopped: StopReason | null = null;
  readonly #rules: Decider<S, C, E>;
  readonly #ports: MatchPorts<S, E>;
  readonly #hooks: MatchHooks<S, E>;
  readonly #recent: RecentIds;
  readonly #owner: string;
  /** Commands without an answer; the first one is being carried out. */
  readonly #waiting: Waiting<C>[] = [];
  #serial = 0;
  /** Whether commands are being answered. Not told by the promise: a run may end before whoever began it has that. */
  #isRunning = false;
  /** Resolves when the last run has ended. */
  #running: Promise<void> | null = null;
  #armedFor: number | null = null;
  #cancelTimer: () => void = () => {};

  constructor(
    rules: Decider<S, C, E>,
    id: MatchId,
    ports: MatchPorts<S, E>,
    hooks: MatchHooks<S, E>,
    start: Snapshot<S>,
    recent: RecentIds,
  ) {
    this.#rules = rules;
    this.id = id;
    this.#ports = ports;
    this.#hooks = hooks;
    this.state = start.state;
    this.seq = start.seq;
    this.#recent = recent;
    this.#owner = ports.entropy.unique();
    this.#arm();
  }

  dispatch(input: Dispatch<C | TimeUp>): Promise<Answer> {
    if (this.stopped) return Promise.resolve(goneBecause(this.stopped));
    for (const { input: other, answer } of this.#waiting)
      if (other.commandId === input.commandId) return answer;
    if (this.#waiting.length > MAX_WAITING) return Promise.resolve(err({ code: 'busy' }));
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#waiting.push({ input, answer: promise, settle: resolve });
    if (!this.#isRunning) this.#running = this.#run();
    return promise;
  }

  now(): number {
    return this.#ports.clock.now();
  }

  ownId(label: string): CommandId {
    return commandId(`${label}-${this.#owner}-${++this.#serial}`);
  }

  async idle(): Promise<void> {
    while (this.#isRunning) await this.#running;
  }

  close(why: 'closed' | 'moved' = 'closed'): void {
    this.#stop(why);
  }

  /** Waits for the journal and for nothing else: each function that waits is one more turn for every command. */
  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const { input, settle } = next;
      let answer: Answer;
      // The net under everything: whoever asked gets an answer.
      try {
        const decided = this.#begin(input);
        if (!decided.ok) answer = await decided.error;
        else {
          const { entry, after } = decided.value;
          const failure = await this.#append(entry);
          answer = failure === null ? this.#apply(entry, after) : await this.#settle(entry, failure);
        }
      } catch (error) {
        this.#report('a command failed', error, { command: input.command.type, commandId: input.commandId });
        answer = this.#broken();
      }
      this.#waiting.shift();
      settle(answer);
    }
    this.#isRunning = false;
  }

  /** The entry that a command leads to; or its answer, when it leads to none. */
  #begin(input: Dispatch<C | TimeUp>): Result<Decision<S, E>, Answer | Promise<Answer>> {
    if (this.stopped) return err(goneBecause(this.stopped));
    const earlier = this.#recent.seqOf(input.commandId);
    if (earlier !== undefined) return err(ok({ seq: earlier }));
    const decided = this.#decide(input);
    return decided.ok ? decided : err(this.#answerRefusal(input.commandId, decided.error));
  }

  /** What becomes of an entry that the journal did not store, or may not have stored. */
  #settle(entry: Entry<E>, stored: AppendFailure): Answer | Promise<Answer> {
    switch (stored.kind) {
      case 'unavailable':
        return err({ code: 'unavailable' });
      case 'conflict':
        return this.#moved();
      case 'duplicate':
        return stored.seq <= this.seq ? ok({ seq: stored.seq }) : this.#moved();
      case 'unknown':
        return this.#lookUp(entry);
    }
  }

  #decide({ commandId: id, by, command }: Dispatch<C | TimeUp>): Result<Decision<S, E>, Rejection> {
    const { clock, entropy } = this.#ports;
    try {
      const at = clock.now();
      const decided = this.#rules.decide(this.state, by, command, { now: at, rng: entropy.rng() });
      if (!decided.ok) return decided;
      const { version } = this.#rules;
      const { value: events, after } = decided;
      return ok({
        entry: { matchId: this.id, seq: this.seq + 1, commandId: id, by, at, version, events },
        after,
      });
    } catch (error) {
      this.#report('decide threw', error, { command: command.type, commandId: id });
      return err({ code: 'internal' });
    }
  }

  /** Null when the entry is stored. */
  async #append(entry: Entry<E>): Promise<AppendFailure | null> {
    try {
      const stored = await this.#ports.journal.append(entry);
      return stored.ok ? null : stored.error;
    } catch (error) {
      this.#report('the journal threw', error, { commandId: entry.commandId });
      return { kind: 'unknown' };
    }
  }

  /** A refusal may be the second sending of a command that was accepted long ago: then the first answer counts. */
  async #answerRefusal(id: CommandId, rejection: Rejection): Promise<Answer> {
    if (this.seq <= this.#recent.size) return err(rejection);
    try {
      const found = await this.#ports.journal.find(this.id, id);
      if (!found.ok) return err({ code: 'unavailable' });
      if (found.value === null) return err(rejection);
      return found.value <= this.seq ? ok({ seq: found.value }) : this.#moved();
    } catch (error) {
      this.#report('the journal threw', error);
      return err({ code: 'internal' });
    }
  }

  /** Reads what became of an entry that may be stored: it is ours when it is the very same, and the last. */
  async #lookUp(entry: Entry<E>): Promise<Answer> {
    try {
      const page = await this.#ports.journal.read(this.id, this.seq);
      if (page.ok) {
        const [next, ...others] = page.value;
        if (!next) return err({ code: 'internal' });
        return isSame(next, entry) && others.length === 0 ? this.#apply(entry) : this.#moved();
      }
      if (page.error.kind === 'newer') return this.#moved();
    } catch (error) {
      this.#report('the journal threw', error);
    }
    return this.#broken();
  }

  /** @param after the state with it, when that is known: nothing else has changed the state since it was decided */
  #apply(entry: Entry<E>, after?: S): Answer {
    const wasStopped = this.stopped !== null;
    try {
      this.state = after ?? fold(this.#rules, this.state, [entry]);
      this.seq = entry.seq;
      this.#recent.add(entry);
      this.#arm();
    } catch (error) {
      this.#report('applying an entry failed', error);
      return this.#broken();
    }
    if (entry.seq % SNAPSHOT_EVERY === 0) void this.#keepSnapshot();
    if (!wasStopped) this.#tell('showing an entry failed', () => this.#hooks.onCommit(entry, this.state));
    return ok({ seq: entry.seq });
  }

  async #keepSnapshot(): Promise<void> {
    try {
      await this.#ports.snapshots?.save(this.id, { seq: this.seq, state: this.state });
    } catch (error) {
      this.#report('a snapshot was not kept', error);
    }
  }

  /** Has the match woken at its deadline. A timer that rings before that is left: most deadlines move on with each command. */
  #arm(): void {
    const at = this.stopped ? null : this.#rules.deadline(this.state);
    if (at === this.#armedFor || (at !== null && this.#armedFor !== null && at > this.#armedFor)) return;
    this.#cancelTimer();
    this.#armedFor = at;
    this.#cancelTimer = at === null ? () => {} : this.#ports.clock.setTimer(at, () => void this.#wake());
  }

  async #wake(): Promise<void> {
    this.#armedFor = null;
    const at = this.#rules.deadline(this.state);
    if (at === null || this.now() < at) return this.#arm();
    const result = await this.dispatch({
      commandId: this.ownId('timeUp'),
      by: { kind: 'system' },
      command: { type: 'timeUp' },
    });
    if (result.ok || this.stopped) return this.#arm();
    if (this.#armedFor !== null) return;
    if (result.error.code !== 'too_early') {
      this.#log({ code: result.error.code }, 'wake-up refused');
    }
    this.#cancelTimer = this.#ports.clock.setTimer(this.#ports.clock.now() + RETRY_MS, () => this.#arm());
  }

  #moved(): Answer {
    this.#stop('moved');
    return goneBecause('moved');
  }

  /** What is stored of the match and what this owner has of it may differ: nothing more is built on it. */
  #broken(): Answer {
    this.#stop('broken');
    return err({ code: 'internal' });
  }

  #stop(reason: StopReason): void {
    if (this.stopped) return;
    this.stopped = reason;
    this.#cancelTimer();
    this.#tell('telling the end failed', () => this.#hooks.onStop(reason));
  }

  /** The host's own faults are not the match's. */
  #tell(failure: string, tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#report(failure, error);
    }
  }

  #report(what: string, error: unknown, more: object = {}): void {
    this.#log({ err: error, ...more }, what);
  }

  #log(fields: object, message: string): void {
    try {
      this.#ports.log.error({ matchId: this.id, seq: this.seq, ...fields }, message);
    } catch {
      // A fault of the log costs nobody an answer, and there is nowhere else to tell it.
    }
  }
}

/** What is broken can be opened again: whoever asks then is told what became of the command. */
const goneBecause = (reason: StopReason): { readonly ok: false; readonly error: Rejection } =>
  err({ code: reason === 'closed' ? 'gone' : 'moved' });

/** Whether two entries of one `seq` are the same, whoever wrote them. */
const isSame = <E>(a: Entry<E>, b: Entry<E>): boolean => keyOf(a) === keyOf(b);
const keyOf = <E>({ seq, commandId, by, at, version, events }: Entry<E>): string =>
  JSON.stringify([seq, commandId, by, at, version, events]);
