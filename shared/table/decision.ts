import type { SeatId } from '../core/ids.ts';
import { FIRST_LANGUAGE } from '../core/languages.ts';
import { assertNever, err } from '../core/result.ts';
import type { Actor, Decided, TimeUp } from '../core/rules.ts';
import type { Draft, Step } from './draft.ts';
import { type HostCommand, Hosting } from './hosting.ts';
import { goesOnAt, tableTime } from './pause.ts';
import type { IsAlike } from './persons.ts';
import { Seating } from './seating.ts';
import { seatOf, type TableState } from './state.ts';
import {
  isBotPlayed,
  type Person,
  type Seat,
  type TableCommand,
  type TableEvent,
  type TableSystemCommand,
} from './types.ts';
import { EMPTY_TABLE_MS, hostIsOverdueAt, isLongAway, nextWakeUp, SEAT_GRACE_MS } from './wake-up.ts';

/** One decision of a table: who may ask for what, and what follows from it. */
export class Decision<S, C extends { readonly type: string }, E, V> {
  readonly #draft: Draft<S, C, E, V>;
  readonly #seating: Seating<S, C, E, V>;
  readonly #hosting: Hosting<S, C, E, V>;

  constructor(draft: Draft<S, C, E, V>, isAlike: IsAlike) {
    this.#draft = draft;
    this.#hosting = new Hosting(draft);
    this.#seating = new Seating(draft, isAlike, this.#hosting);
  }

  /** Every fact that follows from a command, or why it is refused. */
  decide(by: Actor, command: TableCommand<C> | TimeUp): Decided<TableState<S>, TableEvent<E>> {
    const refusal = this.#guard(command) ?? this.#handle(by, command) ?? this.#settle();
    if (refusal) return err(refusal);
    const { events, state } = this.#draft;
    return events.length === 0 ? err({ code: 'no_change' }) : { ok: true, value: events, after: state };
  }

  #guard(command: TableCommand<C> | TimeUp): Step {
    if (this.#draft.state.phase === 'closed') return { code: 'gone' };
    return (this.#draft.state.phase === 'unopened') === (command.type === 'open')
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
      case 'expel':
      case 'close':
      case 'setPassword':
      case 'timeUp':
        return by.kind === 'system' ? this.#bySystem(command) : { code: 'unknown_command' };
      case 'start':
      case 'setOptions':
      case 'addBot':
      case 'setBotLevel':
      case 'kick':
      case 'makeHost':
      case 'skipTurn':
      case 'moveSeat':
      case 'pause':
      case 'goOn':
      case 'setLock':
      case 'letBackIn':
      case 'setLanguage':
        if (by.kind !== 'seat' || !this.#draft.seat(by.seat)) return { code: 'not_seated' };
        return by.seat === this.#draft.state.host ? this.#byHost(by.seat, command) : { code: 'not_host' };
      case 'leave':
        if (by.kind !== 'seat' || !this.#draft.seat(by.seat)) return { code: 'not_seated' };
        this.#seating.free(by.seat, 'left');
        return null;
      case 'play': {
        const seat = by.kind === 'seat' ? this.#draft.seat(by.seat) : undefined;
        if (!seat) return { code: 'not_seated' };
        // Whoever has the seat again, or now, moves by themselves: the bot had decided before that.
        if (command.asBot && !isBotPlayed(seat)) return { code: 'not_your_turn' };
        if (this.#draft.state.pausedSince !== null) return { code: 'game_paused' };
        return this.#draft.play(by, command.move);
      }
      default:
        return assertNever(command);
    }
  }

  #bySystem(command: TableSystemCommand | TimeUp): Step {
    switch (command.type) {
      case 'open':
        return this.#open(command);
      case 'sit':
        return this.#sit(command.person);
      case 'rename':
        return this.#seating.rename(command.person);
      case 'goAway':
        return this.#seating.goAway(command.player);
      case 'comeBack':
        return this.#seating.comeBack(command.player);
      case 'unqueue':
        if (this.#draft.isQueued(command.player))
          this.#draft.add({ type: 'personUnqueued', player: command.player });
        return null;
      case 'expel':
        return this.#seating.expel(command.player);
      case 'close':
        this.#draft.add({ type: 'tableClosed' });
        return null;
      case 'setPassword':
        return this.#hosting.setPassword(command.by, command.hash);
      case 'timeUp':
        return this.#timeUp();
      default:
        return assertNever(command);
    }
  }

  #byHost(
    by: SeatId,
    command:
      | HostCommand
      | Extract<TableCommand<C>, { type: 'start' | 'addBot' | 'setBotLevel' | 'kick' | 'skipTurn' }>,
  ): Step {
    switch (command.type) {
      case 'start':
        return this.#start();
      case 'addBot':
        return this.#seating.addBot(command.level);
      case 'setBotLevel':
        return this.#seating.setBotLevel(command.seat, command.level);
      case 'kick':
        return this.#seating.kick(command.seat);
      case 'skipTurn':
        if (this.#draft.state.pausedSince !== null) return { code: 'game_paused' };
        return this.#draft.play({ kind: 'system' }, { type: 'skip', by });
      default:
        return this.#hosting.decide(command);
    }
  }

  #open({
    name,
    visibility,
    options,
    isChosen = false,
    bots,
    language,
  }: Extract<TableCommand<C>, { type: 'open' }>): Step {
    const { name: game } = this.#draft.game;
    const isQuick = bots > 0;
    this.#draft.add({
      type: 'tableOpened',
      game,
      name,
      visibility,
      options,
      isQuick,
      language: language ?? FIRST_LANGUAGE,
      at: this.#draft.ctx.now,
    });
    if (isChosen) this.#draft.add({ type: 'optionsChanged', options });
    for (let i = 0; i < bots; i++) this.#seating.seatBot('mixed');
    return null;
  }

  #sit(person: Person): Step {
    if (this.#draft.state.banned.includes(person.id)) return { code: 'kicked' };
    if (seatOf(this.#draft.state, person.id) || this.#draft.isQueued(person.id))
      return { code: 'already_seated' };
    if (this.#draft.state.isLocked) return { code: 'table_locked' };
    if (this.#draft.canSeatNow()) {
      const refusal = this.#seating.seatPerson(person);
      const { isQuick, phase } = this.#draft.state;
      return refusal === null && isQuick && phase === 'waiting' ? this.#start() : refusal;
    }
    const bots = this.#draft.state.seats.filter((seat) => seat.kind === 'bot').length;
    const wanted = this.#draft.state.seats.length - bots + this.#draft.state.queue.length;
    if (wanted >= this.#draft.limits.max) return { code: 'table_full' };
    this.#draft.add({ type: 'personQueued', person });
    return null;
  }

  /** Whoever went before the game began is not dealt in: their seat is free, and they get another one when they come back. */
  #start(): Step {
    const { phase, seats, game, gameNumber } = this.#draft.state;
    if (phase === 'playing') return { code: 'game_running' };
    const here = seats.filter((seat) => !isLongAway(seat, this.#draft.ctx.now));
    this.#chooseQuick(here);
    const { options } = this.#draft.state;
    const { min } = this.#draft.limits;
    if (here.length < min) return { code: 'too_few_players', detail: String(min) };
    for (const seat of seats) if (!here.includes(seat)) this.#seating.free(seat.id, 'away');
    const order = here.map((seat) => seat.id);
    const opened = this.#draft.game.setup(order, options, this.#draft.gameCtx, game);
    if (!opened.ok) return opened.error;
    this.#draft.add({ type: 'gameOpened', number: gameNumber + 1 });
    this.#draft.addGameEvents(opened.value);
    for (const seat of here)
      if (seat.awaySince !== null) this.#draft.tellGame({ type: 'seatAway', seat: seat.id });
    return null;
  }

  /** At a table of "Play now" where nobody has chosen what to play, the game may choose by how many people are here. */
  #chooseQuick(here: readonly Seat[]): void {
    const { isQuick, isChosen } = this.#draft.state;
    if (!isQuick || isChosen) return;
    const people = here.filter(({ kind }) => kind === 'human').length;
    const options = this.#draft.game.quickOptions?.(people) ?? null;
    if (options !== null) this.#draft.add({ type: 'optionsChanged', options });
  }

  #timeUp(): Step {
    const { now } = this.#draft.ctx;
    const due = nextWakeUp(this.#draft.state, this.#draft.game);
    if (due === null || now < due) return { code: 'too_early' };
    if (this.#draft.state.emptySince !== null && now >= this.#draft.state.emptySince + EMPTY_TABLE_MS) {
      this.#draft.add({ type: 'tableClosed' });
      return null;
    }
    const overdue = hostIsOverdueAt(this.#draft.state);
    if (overdue !== null && now >= overdue) this.#seating.handOver();
    if (this.#draft.state.phase !== 'playing') {
      for (const seat of this.#draft.state.seats) {
        if (seat.awaySince !== null && now >= seat.awaySince + SEAT_GRACE_MS)
          this.#seating.free(seat.id, 'away');
      }
      return null;
    }
    const goesOn = goesOnAt(this.#draft.state);
    if (goesOn !== null && now >= goesOn) this.#hosting.goOn();
    const { game } = this.#draft.state;
    const gameDue = game === null ? null : tableTime(this.#draft.state, this.#draft.game.deadline(game));
    return gameDue !== null && now >= gameDue
      ? this.#draft.play({ kind: 'system' }, { type: 'timeUp' })
      : null;
  }

  /**
   * What follows from what was decided: bots that play for others, the end of a game, names that may be shown now, and seats
   * for those who waited for the round's end.
   */
  #settle(): Step {
    if (this.#draft.state.phase === 'closed') return null;
    this.#seating.standIn();
    const { phase, game } = this.#draft.state;
    if (phase === 'playing' && game !== null && this.#draft.game.outcome(game) !== null)
      this.#draft.add({ type: 'gameClosed' });
    const { renames } = this.#draft.state;
    for (const person of renames.length === 0 || this.#draft.isSecretKept ? [] : renames) {
      const seat = seatOf(this.#draft.state, person.id);
      if (seat)
        this.#draft.add({
          type: 'personRenamed',
          seat: seat.id,
          person: this.#seating.shownAs(person, seat.id),
        });
    }
    for (const person of this.#draft.state.queue) {
      if (!this.#draft.canSeatNow()) break;
      if (this.#seating.seatPerson(person) !== null)
        this.#draft.add({ type: 'personUnqueued', player: person.id });
    }
    return null;
  }
}
