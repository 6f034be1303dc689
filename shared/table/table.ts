import { type PlayerId, type SeatId, seatId } from '../core/ids.ts';
import { assertNever, err, ok, type Result } from '../core/result.ts';
import type {
  Actor,
  Apart,
  Ctx,
  Decider,
  Rejection,
  Rules,
  SystemCommand,
  TimeUp,
  Viewer,
} from '../core/rules.ts';
import { distinctName, freeMarker, type IsAlike, isSameWord, makeBot } from './persons.ts';
import { evolveTable, initialTable, isPresentHuman, seatOf, type TableState } from './state.ts';
import type { Person, Seat, TableCommand, TableEvent, TableView } from './types.ts';
import { upcast } from './upcast.ts';
import { EMPTY_TABLE_MS, hostIsOverdueAt, isLongAway, nextWakeUp, SEAT_GRACE_MS } from './wake-up.ts';

/** A table with a game on it: itself a decider, so the engine runs it like any other. */
export interface Table<S, C extends { readonly type: string }, E, V>
  extends Decider<TableState<S>, TableCommand<C>, TableEvent<E>> {
  readonly game: Rules<S, C, E, V>;
  /** What one viewer may see of the table and its game. */
  view(state: TableState<S>, viewer: Viewer): TableView<V>;
}

/**
 * Puts a table around a game: seats, host, bots, kicks, options, start and rematch. Knows nothing of the game itself.
 * @param isAlike tells names that can be taken for one another: no two at a table are shown with such names
 */
export function tableFor<S, C extends { readonly type: string }, E, V>(
  game: Rules<S, C, E, V>,
  isAlike: IsAlike = isSameWord,
): Table<S, C, E, V> {
  const evolve = (state: TableState<S>, event: TableEvent<E>) =>
    evolveTable(state, event, (s: S | null, e: E) => game.evolve(s ?? game.initial, e));
  return {
    name: `table:${game.name}`,
    version: game.version,
    initial: initialTable,
    game,
    evolve,
    decide: (state, by, command, ctx) => new Decision(game, evolve, state, ctx, isAlike).decide(by, command),
    deadline: (state) => nextWakeUp(state, game.deadline),
    upcast: (event, version) => upcast(event, version, game),
    view: (state, viewer) => ({
      name: state.name,
      visibility: state.visibility,
      phase: state.phase,
      host: state.host,
      options: state.options,
      seats: state.seats,
      queue: state.queue,
      game: state.game === null ? null : game.view(state.game, viewer),
      gameNumber: state.gameNumber,
    }),
  };
}

/** Who is kept apart at a table at this moment, as its game says; null when nobody is. */
export function apartAt<S>(
  { phase, game }: TableState<S>,
  rules: { apart?(state: S): Apart | null },
): Apart | null {
  return phase === 'playing' && game !== null ? (rules.apart?.(game) ?? null) : null;
}

type Step = Rejection | null;

/** One decision in the making: facts are applied as they are found, so later steps see what earlier ones did. */
class Decision<S, C extends { readonly type: string }, E, V> {
  readonly #game: Rules<S, C, E, V>;
  readonly #evolve: (state: TableState<S>, event: TableEvent<E>) => TableState<S>;
  readonly #ctx: Ctx;
  readonly #isAlike: IsAlike;
  readonly #events: TableEvent<E>[] = [];
  #state: TableState<S>;

  constructor(
    game: Rules<S, C, E, V>,
    evolve: (state: TableState<S>, event: TableEvent<E>) => TableState<S>,
    state: TableState<S>,
    ctx: Ctx,
    isAlike: IsAlike,
  ) {
    this.#isAlike = isAlike;
    this.#game = game;
    this.#evolve = evolve;
    this.#state = state;
    this.#ctx = ctx;
  }

  decide(by: Actor, command: TableCommand<C> | TimeUp): Result<TableEvent<E>[], Rejection> {
    const refusal = this.#guard(command) ?? this.#handle(by, command) ?? this.#settle();
    if (refusal) return err(refusal);
    return this.#events.length === 0 ? err({ code: 'no_change' }) : ok(this.#events);
  }

  #guard(command: TableCommand<C> | TimeUp): Step {
    if (this.#state.phase === 'closed') return { code: 'gone' };
    return (this.#state.phase === 'unopened') === (command.type === 'open')
      ? null
      : { code: 'unknown_command' };
  }

  #handle(by: Actor, command: TableCommand<C> | TimeUp): Step {
    switch (command.type) {
      case 'open':
      case 'sit':
      case 'rename':
      case 'goAway':
      case 'comeBack':
      case 'unqueue':
      case 'timeUp':
        return by.kind === 'system' ? this.#bySystem(command) : { code: 'unknown_command' };
      case 'start':
      case 'setOptions':
      case 'addBot':
      case 'kick':
      case 'makeHost':
      case 'skipTurn':
        if (by.kind !== 'seat' || !this.#seat(by.seat)) return { code: 'not_seated' };
        return by.seat === this.#state.host ? this.#byHost(command) : { code: 'not_host' };
      case 'leave':
        if (by.kind !== 'seat' || !this.#seat(by.seat)) return { code: 'not_seated' };
        this.#free(by.seat, 'left');
        return null;
      case 'play':
        if (by.kind !== 'seat' || !this.#seat(by.seat)) return { code: 'not_seated' };
        return this.#play(by, command.move);
      default:
        return assertNever(command);
    }
  }

  #bySystem(
    command: Extract<
      TableCommand<C> | TimeUp,
      { type: 'open' | 'sit' | 'rename' | 'goAway' | 'comeBack' | 'unqueue' | 'timeUp' }
    >,
  ): Step {
    switch (command.type) {
      case 'open':
        return this.#open(command);
      case 'sit':
        return this.#sit(command.person);
      case 'rename':
        return this.#rename(command.person);
      case 'goAway':
        return this.#goAway(command.player);
      case 'comeBack':
        return this.#comeBack(command.player);
      case 'unqueue':
        if (this.#isQueued(command.player)) this.#add({ type: 'personUnqueued', player: command.player });
        return null;
      case 'timeUp':
        return this.#timeUp();
      default:
        return assertNever(command);
    }
  }

  #byHost(
    command: Extract<
      TableCommand<C>,
      { type: 'start' | 'setOptions' | 'addBot' | 'kick' | 'makeHost' | 'skipTurn' }
    >,
  ): Step {
    switch (command.type) {
      case 'start':
        return this.#start();
      case 'setOptions':
        if (this.#state.phase === 'playing') return { code: 'game_running' };
        this.#add({ type: 'optionsChanged', options: command.options });
        return null;
      case 'addBot':
        return this.#addBot();
      case 'kick':
        return this.#kick(command.seat);
      case 'makeHost':
        if (this.#seat(command.seat)?.kind !== 'human') return { code: 'unknown_seat' };
        if (command.seat === this.#state.host) return { code: 'no_change' };
        this.#add({ type: 'hostChanged', seat: command.seat });
        return null;
      case 'skipTurn':
        return this.#play({ kind: 'system' }, { type: 'skip' });
      default:
        return assertNever(command);
    }
  }

  #open({ name, visibility, options, bots }: Extract<TableCommand<C>, { type: 'open' }>): Step {
    const { name: game } = this.#game;
    const isQuick = bots > 0;
    this.#add({ type: 'tableOpened', game, name, visibility, options, isQuick, at: this.#ctx.now });
    for (let i = 0; i < bots; i++) this.#seatBot();
    return null;
  }

  #sit(person: Person): Step {
    if (this.#state.banned.includes(person.id)) return { code: 'kicked' };
    if (seatOf(this.#state, person.id) || this.#isQueued(person.id)) return { code: 'already_seated' };
    if (this.#canSeatNow()) return this.#seatPerson(person);
    const bots = this.#state.seats.filter((seat) => seat.kind === 'bot').length;
    const wanted = this.#state.seats.length - bots + this.#state.queue.length;
    if (wanted >= this.#game.maxSeats) return { code: 'table_full' };
    this.#add({ type: 'personQueued', person });
    return null;
  }

  #canSeatNow(): boolean {
    if (this.#state.phase !== 'playing' || this.#state.game === null) return true;
    return this.#game.seatsOpen(this.#state.game);
  }

  /** A person takes the seat (and the score) of a bot if there is one, else a new seat at the end. */
  #seatPerson(wanted: Person): Step {
    const bot = this.#state.seats.find((seat) => seat.kind === 'bot');
    if (!bot && this.#state.seats.length >= this.#game.maxSeats) return { code: 'table_full' };
    const seat = bot?.id ?? this.#nextSeat();
    const person = this.#shownAs(wanted, bot?.id);
    this.#add({ type: 'seatTaken', seat, kind: 'human', person, at: this.#ctx.now });
    if (!bot) this.#tellGame({ type: 'seatJoined', seat });
    if (this.#state.host === null) this.#add({ type: 'hostChanged', seat });
    if (this.#state.isQuick && this.#state.phase === 'waiting') return this.#start();
    return null;
  }

  #addBot(): Step {
    if (!this.#canSeatNow()) return { code: 'seats_closed' };
    if (this.#state.seats.length >= this.#game.maxSeats) return { code: 'table_full' };
    this.#seatBot();
    return null;
  }

  #seatBot(): void {
    const seat = this.#nextSeat();
    const person = makeBot(this.#state.seats, seat, this.#ctx.rng, this.#isAlike);
    this.#add({ type: 'seatTaken', seat, kind: 'bot', person, at: this.#ctx.now });
    this.#tellGame({ type: 'seatJoined', seat });
  }

  #rename(person: Person): Step {
    const seat = seatOf(this.#state, person.id);
    if (seat) {
      const shown = this.#shownAs(person, seat.id);
      const last = this.#state.renames.find(({ id }) => id === person.id) ?? seat.person;
      const isNews = !isSame(this.#isSecretKept ? person : shown, last);
      if (!isNews) return { code: 'no_change' };
      if (this.#isSecretKept) this.#add({ type: 'renameHeld', person });
      else this.#add({ type: 'personRenamed', seat: seat.id, person: shown });
    } else if (this.#isQueued(person.id)) {
      this.#add({ type: 'personQueued', person });
    }
    return null;
  }

  /** A person with a name and a marker that can be told from those of the others. */
  #shownAs(person: Person, seat: SeatId | undefined): Person {
    const others = this.#state.seats.filter(({ id }) => id !== seat).map((other) => other.person.name);
    return {
      ...person,
      name: distinctName(person.name, others, this.#isAlike),
      marker: freeMarker(this.#state.seats, person.marker, seat),
    };
  }

  get #isSecretKept(): boolean {
    return apartAt(this.#state, this.#game) !== null;
  }

  #goAway(player: PlayerId): Step {
    if (this.#isQueued(player)) this.#add({ type: 'personUnqueued', player });
    const seat = seatOf(this.#state, player);
    if (!seat || seat.awaySince !== null) return null;
    this.#add({ type: 'wentAway', seat: seat.id, at: this.#ctx.now });
    this.#tellGame({ type: 'seatAway', seat: seat.id });
    return null;
  }

  #comeBack(player: PlayerId): Step {
    const seat = seatOf(this.#state, player);
    if (!seat || seat.awaySince === null) return null;
    this.#add({ type: 'cameBack', seat: seat.id });
    this.#tellGame({ type: 'seatBack', seat: seat.id });
    if (this.#state.host === null) this.#add({ type: 'hostChanged', seat: seat.id });
    return null;
  }

  #kick(id: SeatId): Step {
    const seat = this.#seat(id);
    if (!seat || id === this.#state.host) return { code: 'unknown_seat' };
    if (seat.kind === 'human') this.#add({ type: 'personBanned', player: seat.person.id });
    this.#free(id, 'kicked');
    return null;
  }

  #free(id: SeatId, reason: 'left' | 'kicked' | 'away'): void {
    this.#add({ type: 'seatFreed', seat: id, reason, at: this.#ctx.now });
    this.#tellGame({ type: 'seatLeft', seat: id });
    if (this.#state.host === id) this.#handOver();
  }

  /** The next connected person in seat order becomes host; without one, whoever comes back first. */
  #handOver(): void {
    const next = this.#state.seats.find((seat) => isPresentHuman(seat) && seat.id !== this.#state.host);
    this.#add({ type: 'hostChanged', seat: next?.id ?? null });
  }

  /** Whoever went before the game began is not dealt in: their seat is free, and they get another one when they come back. */
  #start(): Step {
    const { phase, seats, options, game, gameNumber } = this.#state;
    if (phase === 'playing') return { code: 'game_running' };
    const here = seats.filter((seat) => !isLongAway(seat, this.#ctx.now));
    if (here.length < this.#game.minSeats)
      return { code: 'too_few_players', detail: String(this.#game.minSeats) };
    for (const seat of seats) if (!here.includes(seat)) this.#free(seat.id, 'away');
    const order = here.map((seat) => seat.id);
    const opened = this.#game.setup(order, options, this.#gameCtx, game);
    if (!opened.ok) return opened.error;
    this.#add({ type: 'gameOpened', number: gameNumber + 1 });
    this.#addGameEvents(opened.value);
    for (const seat of here) if (seat.awaySince !== null) this.#tellGame({ type: 'seatAway', seat: seat.id });
    return null;
  }

  #play(by: Actor, move: C | SystemCommand): Step {
    if (this.#state.phase !== 'playing' || this.#state.game === null) return { code: 'no_game' };
    const decided = this.#game.decide(this.#state.game, by, move, this.#gameCtx);
    if (!decided.ok) return decided.error;
    this.#addGameEvents(decided.value);
    return null;
  }

  /** What the game may know of the world, and of who plays. */
  get #gameCtx(): Ctx {
    const bots = this.#state.seats.filter((seat) => seat.kind === 'bot').map((seat) => seat.id);
    return { ...this.#ctx, bots: new Set(bots) };
  }

  /** What a game does not care about (a seat that is not in it) is no reason to refuse. */
  #tellGame(news: SystemCommand): void {
    this.#play({ kind: 'system' }, news);
  }

  #timeUp(): Step {
    const { now } = this.#ctx;
    const due = nextWakeUp(this.#state, this.#game.deadline);
    if (due === null || now < due) return { code: 'too_early' };
    if (this.#state.emptySince !== null && now >= this.#state.emptySince + EMPTY_TABLE_MS) {
      this.#add({ type: 'tableClosed' });
      return null;
    }
    const overdue = hostIsOverdueAt(this.#state);
    if (overdue !== null && now >= overdue) this.#handOver();
    if (this.#state.phase !== 'playing') {
      for (const seat of this.#state.seats) {
        if (seat.awaySince !== null && now >= seat.awaySince + SEAT_GRACE_MS) this.#free(seat.id, 'away');
      }
      return null;
    }
    const gameDue = this.#state.game === null ? null : this.#game.deadline(this.#state.game);
    return gameDue !== null && now >= gameDue ? this.#play({ kind: 'system' }, { type: 'timeUp' }) : null;
  }

  /**
   * What follows from what was decided: the end of a game, names that may be shown now, and seats for those who waited for
   * the round's end.
   */
  #settle(): Step {
    if (this.#state.phase === 'closed') return null;
    const { phase, game } = this.#state;
    if (phase === 'playing' && game !== null && this.#game.outcome(game) !== null)
      this.#add({ type: 'gameClosed' });
    for (const person of this.#isSecretKept ? [] : this.#state.renames) {
      const seat = seatOf(this.#state, person.id);
      if (seat) this.#add({ type: 'personRenamed', seat: seat.id, person: this.#shownAs(person, seat.id) });
    }
    for (const person of this.#state.queue) {
      if (!this.#canSeatNow()) break;
      if (this.#seatPerson(person) !== null) this.#add({ type: 'personUnqueued', player: person.id });
    }
    return null;
  }

  #add(event: TableEvent<E>): void {
    this.#state = this.#evolve(this.#state, event);
    this.#events.push(event);
  }

  #addGameEvents(events: readonly E[]): void {
    for (const event of events) this.#add({ type: 'gameEvent', event });
  }

  #seat(id: SeatId): Seat | undefined {
    return this.#state.seats.find((seat) => seat.id === id);
  }

  #nextSeat(): SeatId {
    return seatId(this.#state.nextSeat);
  }

  #isQueued(player: PlayerId): boolean {
    return this.#state.queue.some((person) => person.id === player);
  }
}

const isSame = (a: Person, b: Person): boolean => a.name === b.name && a.marker === b.marker;
