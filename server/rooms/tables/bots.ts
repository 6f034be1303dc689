import { type BotLevel, MIDDLE_LEVEL } from '../../../shared/core/bot-level.ts';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/languages.ts';
import type { Reaction } from '../../../shared/core/reactions.ts';
import type { Rng } from '../../../shared/core/rng.ts';
import type { Rejection, Viewer } from '../../../shared/core/rules.ts';
import type { Match } from '../../../shared/engine/match.ts';
import type { Clock, Entropy, Log } from '../../../shared/engine/ports.ts';
import type { TableState } from '../../../shared/table/state.ts';
import type { Table } from '../../../shared/table/table.ts';
import { isBotPlayed, type Seat, type TableCommand } from '../../../shared/table/types.ts';

/** Whether the table would refuse a move for what the rules do not know: a name that is said there, bad manners. */
export type IsRefused<C> = (move: C) => boolean;

/** How one of the bots at a table plays; it keeps nothing but how it is, what it thought, and what was refused. */
export interface BotMind<C, V> {
  /**
   * Works out beforehand what `move` needs, in steps of well under a millisecond: while the bot waits like a person, one
   * after the other is done. A move must come out the same without it.
   */
  think?(view: V, me: SeatId, isRefused: IsRefused<C>): Iterable<unknown>;
  /** The move to make now, none that `isRefused`, or null when nobody waits for this seat. */
  move(view: V, me: SeatId, rng: Rng, isRefused: IsRefused<C>): C | null;
  /** Its move was refused: what it says should not be tried again. */
  refused?(move: C): void;
}

/** Who a bot is at its table. */
export interface BotPlayer {
  readonly name: string;
  readonly level: BotLevel;
  /** What is spoken there. */
  readonly language: Language;
}

/** How a bot reacts to what everybody has seen. Its `view` is the one of a spectator. */
export interface BotReacts<V> {
  /** Whether something has just happened that is worth it. Cheap: asked after every change. */
  isMoment(before: V, after: V): boolean;
  /** What a bot shows, and how long after; null for nothing, which it is most of the time. */
  react(view: V, me: SeatId, rng: Rng): { readonly emoji: Reaction; readonly afterMs: number } | null;
}

/** A bot for one game: pure, fed with nothing but the view of its own seat. */
export interface Bot<C, V> {
  /** Whether the game waits for this seat. Cheap: asked after every change. */
  isWaitedFor(view: V, me: SeatId): boolean;
  /**
   * How many the game waits for at the same time, bots among them; null where one after the other is waited for, as it is
   * without this.
   */
  stillAwaited?(view: V): number | null;
  /** Somebody to sit at a table. No two are alike. */
  newMind(rng: Rng, who: BotPlayer): BotMind<C, V>;
  /** How long a person would take, ms. */
  delayMs(view: V, me: SeatId, rng: Rng): number;
  /** Without it its bots never react. */
  readonly reacts?: BotReacts<V>;
}

/** A mind, and what it was made for. */
interface SeatedMind<C, V> {
  readonly level: BotLevel | null;
  readonly language: Language;
  readonly mind: BotMind<C, V>;
}

interface BotPorts {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  /** How long bots think: 1 as people do, 0 not at all. */
  readonly botPace: number;
}

/** How often a bot tries again when its move was refused, and the pause in between, ms. */
const MAX_TRIES = 5;
const RETRY_MS = 1_500;
/** Once all people have moved, the bots do within this time, ms, one after the other. */
const HURRY_MS = 1_500;
/** Between two steps of thinking, ms: others have their turn. */
const STEP_MS = 20;

/** Lets the bots of one table move at a human pace, through the same mailbox as people. */
export class BotDriver<
  S = unknown,
  C extends { readonly type: string } = { readonly type: string },
  E = unknown,
  V = unknown,
> {
  readonly #table: Table<S, C, E, V>;
  readonly #bot: Bot<C, V>;
  readonly #ports: BotPorts;
  readonly #screen: (state: TableState<S>, move: C) => Rejection | null;
  readonly #timers = new Map<SeatId, () => void>();
  /** When the move of a bot is due, epoch ms. */
  readonly #due = new Map<SeatId, number>();
  /** People are waited for as well. */
  #isAmongPeople = false;
  readonly #minds = new Map<SeatId, SeatedMind<C, V>>();

  /** @param screen why a move may not be made at this table, as for people: `HostedGame.screen` */
  constructor(
    table: Table<S, C, E, V>,
    bot: Bot<C, V>,
    ports: BotPorts,
    screen: (state: TableState<S>, move: C) => Rejection | null = () => null,
  ) {
    this.#table = table;
    this.#bot = bot;
    this.#ports = ports;
    this.#screen = screen;
  }

  /** Looks at the table after a change: who is waited for gets a timer, who no longer is loses it. */
  update(match: Match<TableState<S>, TableCommand<C>>): void {
    const { seats, phase, pausedSince, language } = match.state;
    if (this.#minds.size === 0 && this.#timers.size === 0 && !seats.some(isBotPlayed)) return;
    // One that shall play better or worse from now on, or speak another language, is somebody else.
    for (const [seat, mind] of this.#minds) {
      const isOf = (each: Seat) => each.id === seat && each.level === mind.level && isBotPlayed(each);
      if (mind.language !== language || !seats.some(isOf)) this.#minds.delete(seat);
    }
    const isRunning = phase === 'playing' && pausedSince === null;
    const bots = isRunning ? seats.filter(isBotPlayed) : [];
    const views = new Map(bots.map(({ id }) => [id, this.#view(match, id)]));
    const isWaitedFor = (seat: SeatId) => {
      const view = views.get(seat);
      return view ? this.#bot.isWaitedFor(view, seat) : false;
    };
    const waitedFor = new Set([...views.keys()].filter(isWaitedFor));
    for (const [seat, cancel] of this.#timers) {
      if (waitedFor.has(seat)) continue;
      cancel();
      this.#timers.delete(seat);
    }
    for (const seat of waitedFor) {
      if (this.#timers.has(seat)) continue;
      this.#schedule(match, seat, this.#delay(match, seat), 1);
      this.#think(match, seat);
    }
    const [view] = views.values();
    this.#keepUp(match, view ? (this.#bot.stillAwaited?.(view) ?? null) : null, waitedFor.size);
  }

  /** Nobody waits for bots alone when they could have moved together with people. */
  #keepUp(match: Match<TableState<S>, TableCommand<C>>, awaited: number | null, bots: number): void {
    const wasAmongPeople = this.#isAmongPeople;
    this.#isAmongPeople = awaited !== null && awaited > bots;
    if (!wasAmongPeople || awaited === null || this.#isAmongPeople) return;
    const { clock, botPace } = this.#ports;
    const late = [...this.#timers.keys()].sort((a, b) => this.#due.get(a)! - this.#due.get(b)!);
    for (const [i, seat] of late.entries()) {
      const delayMs = (botPace * HURRY_MS * (i + 1)) / late.length;
      if (this.#due.get(seat)! <= clock.now() + delayMs) continue;
      this.#timers.get(seat)!();
      this.#schedule(match, seat, delayMs, 1);
    }
  }

  /** Cancels every timer. */
  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #schedule(
    match: Match<TableState<S>, TableCommand<C>>,
    seat: SeatId,
    delayMs: number,
    tries: number,
  ): void {
    const { clock } = this.#ports;
    const due = clock.now() + delayMs;
    this.#due.set(seat, due);
    this.#timers.set(
      seat,
      clock.setTimer(due, () => void this.#play(match, seat, tries)),
    );
  }

  async #play(match: Match<TableState<S>, TableCommand<C>>, seat: SeatId, tries: number): Promise<void> {
    this.#timers.delete(seat);
    const move = this.#moveOf(match, seat);
    if (move === null) return;
    const mind = this.#mindOf(match, seat);
    const result = await match.dispatch({
      commandId: match.ownId(`bot-${seat}`),
      by: { kind: 'seat', seat },
      command: { type: 'play', move, asBot: true },
    });
    if (result.ok || result.error.code === 'gone' || result.error.code === 'moved') return;
    // A person has taken the seat meanwhile.
    if (!match.state.seats.some((each) => each.id === seat && isBotPlayed(each))) return;
    // The store or the queue may be full for a while: that says nothing about the move.
    const isLater = result.error.code === 'busy' || result.error.code === 'unavailable';
    if (!isLater) {
      mind.refused?.(move);
      // Never the move itself: who reads logs plays, too.
      const { type } = move;
      this.#ports.log.warn({ matchId: match.id, seat, code: result.error.code, type }, 'a bot was refused');
      if (tries === MAX_TRIES) return;
    }
    if (!this.#timers.has(seat)) this.#schedule(match, seat, RETRY_MS, isLater ? tries : tries + 1);
  }

  /** Thinks until the move is due, or nobody waits for it any more. */
  #think(match: Match<TableState<S>, TableCommand<C>>, seat: SeatId): void {
    const view = this.#view(match, seat);
    const steps =
      view === null
        ? null
        : this.#mindOf(match, seat).think?.(view, seat, this.#isRefused(match))[Symbol.iterator]();
    const endWaiting = this.#timers.get(seat);
    if (!steps || !endWaiting) return;
    const { clock } = this.#ports;
    let endThinking = () => {};
    const stop = () => {
      endWaiting();
      endThinking();
    };
    const next = () => {
      endThinking = clock.setTimer(clock.now() + STEP_MS, () => {
        // Its move is made, or another wait began.
        if (this.#timers.get(seat) === stop && !steps.next().done) next();
      });
    };
    this.#timers.set(seat, stop);
    next();
  }

  #moveOf(match: Match<TableState<S>, TableCommand<C>>, seat: SeatId): C | null {
    const view = this.#view(match, seat);
    if (view === null) return null;
    const mind = this.#mindOf(match, seat);
    return mind.move(view, seat, this.#ports.entropy.rng(), this.#isRefused(match));
  }

  #isRefused = (match: Match<TableState<S>, TableCommand<C>>) => (move: C) =>
    this.#screen(match.state, move) !== null;

  #mindOf(match: Match<TableState<S>, TableCommand<C>>, seat: SeatId): BotMind<C, V> {
    const known = this.#minds.get(seat);
    if (known) return known.mind;
    const taken = match.state.seats.find(({ id }) => id === seat);
    const { language } = match.state;
    const who = { name: taken?.person.name ?? '', level: taken?.level ?? MIDDLE_LEVEL, language };
    const mind = this.#bot.newMind(this.#ports.entropy.rng(), who);
    this.#minds.set(seat, { level: taken?.level ?? null, language, mind });
    return mind;
  }

  #delay(match: Match<TableState<S>, TableCommand<C>>, seat: SeatId): number {
    const view = this.#view(match, seat);
    const { botPace, entropy } = this.#ports;
    return view === null ? 0 : botPace * this.#bot.delayMs(view, seat, entropy.rng());
  }

  #view(match: Match<TableState<S>, TableCommand<C>>, seat: SeatId): V | null {
    const { game } = match.state;
    const viewer: Viewer = { kind: 'seat', seat };
    return game === null ? null : this.#table.game.view(game, viewer);
  }
}
