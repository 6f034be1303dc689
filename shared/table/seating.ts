import type { BotLevel, WantedLevel } from '../core/bot-level.ts';
import type { PlayerId, SeatId } from '../core/ids.ts';
import type { Draft, Step } from './draft.ts';
import type { Hosting } from './hosting.ts';
import { distinctName, freeMarker, type IsAlike, makeBot, rareLevel } from './persons.ts';
import { isPresentHuman, seatOf } from './state.ts';
import type { Person } from './types.ts';
import { standInsDue } from './wake-up.ts';

/** Who sits where at a table in the middle of a decision: people and bots come, go, are renamed and host. */
export class Seating<S, C extends { readonly type: string }, E, V> {
  readonly #draft: Draft<S, C, E, V>;
  readonly #isAlike: IsAlike;
  readonly #hosting: Hosting<S, C, E, V>;

  constructor(draft: Draft<S, C, E, V>, isAlike: IsAlike, hosting: Hosting<S, C, E, V>) {
    this.#draft = draft;
    this.#hosting = hosting;
    this.#isAlike = isAlike;
  }

  /** A person takes the seat (and the score) of a bot if there is one, else a new seat at the end. */
  seatPerson(wanted: Person): Step {
    const bot = this.#draft.state.seats.find((seat) => seat.kind === 'bot');
    if (!bot && this.#draft.state.seats.length >= this.#draft.limits.max) return { code: 'table_full' };
    const seat = bot?.id ?? this.#draft.nextSeat();
    this.#makeWay(wanted.marker, seat);
    const person = this.shownAs(wanted, seat);
    this.#draft.add({ type: 'seatTaken', seat, kind: 'human', person, level: null, at: this.#draft.ctx.now });
    if (!bot) this.#draft.tellGame({ type: 'seatJoined', seat });
    if (this.#draft.state.host === null) this.#draft.add({ type: 'hostChanged', seat });
    return null;
  }

  /** A bot takes a new seat. Refusals: `seats_closed`, `table_full`. */
  addBot(level: WantedLevel = 'mixed'): Step {
    if (!this.#draft.canSeatNow()) return { code: 'seats_closed' };
    if (this.#draft.state.seats.length >= this.#draft.limits.max) return { code: 'table_full' };
    this.seatBot(level);
    return null;
  }

  /**
   * A bot plays better or worse from now on, before a game and between rounds. Refusals: `unknown_seat`, also for a
   * person, `round_running`, `no_change`.
   */
  setBotLevel(id: SeatId, level: BotLevel): Step {
    const seat = this.#draft.seat(id);
    if (seat?.kind !== 'bot') return { code: 'unknown_seat' };
    if (!this.#draft.canSeatNow()) return { code: 'round_running' };
    if (seat.level === level) return { code: 'no_change' };
    this.#draft.add({ type: 'botLevelChanged', seat: id, level });
    return null;
  }

  /** A bot takes a new seat, whatever the moment. */
  seatBot(wanted: WantedLevel): void {
    const { rng, now } = this.#draft.ctx;
    const { seats } = this.#draft.state;
    const seat = this.#draft.nextSeat();
    const person = makeBot(seats, seat, rng, this.#isAlike);
    const level = wanted === 'mixed' ? rareLevel(seats, rng) : wanted;
    this.#draft.add({ type: 'seatTaken', seat, kind: 'bot', person, level, at: now });
    this.#draft.tellGame({ type: 'seatJoined', seat });
  }

  /** Somebody has another name or marker: shown at once, or when nothing is secret any more. Refusal: `no_change`. */
  rename(person: Person): Step {
    const seat = seatOf(this.#draft.state, person.id);
    if (seat) {
      this.#makeWay(person.marker, seat.id);
      const shown = this.shownAs(person, seat.id);
      const last = this.#draft.state.renames.find(({ id }) => id === person.id) ?? seat.person;
      const isNews = !isSame(this.#draft.isSecretKept ? person : shown, last);
      if (!isNews) return { code: 'no_change' };
      if (this.#draft.isSecretKept) this.#draft.add({ type: 'renameHeld', person });
      else this.#draft.add({ type: 'personRenamed', seat: seat.id, person: shown });
    } else if (this.#draft.isQueued(person.id)) {
      this.#draft.add({ type: 'personQueued', person });
    }
    return null;
  }

  /** Before the first game a bot that has the marker of a person takes another one. */
  #makeWay(marker: number, comesTo: SeatId): void {
    const { phase, seats } = this.#draft.state;
    const bot = seats.find((seat) => seat.kind === 'bot' && seat.person.marker === marker);
    if (!bot || bot.id === comesTo || phase !== 'waiting') return;
    const person = { ...bot.person, marker: freeMarker(seats, marker) };
    if (person.marker !== marker) this.#draft.add({ type: 'personRenamed', seat: bot.id, person });
  }

  /** A person with a name and a marker that can be told from those of the others. */
  shownAs(person: Person, seat: SeatId | undefined): Person {
    const others = this.#draft.state.seats.filter(({ id }) => id !== seat).map((other) => other.person.name);
    return {
      ...person,
      name: distinctName(person.name, others, this.#isAlike),
      marker: freeMarker(this.#draft.state.seats, person.marker, seat),
    };
  }

  /** Somebody lost the last connection. */
  goAway(player: PlayerId): Step {
    if (this.#draft.isQueued(player)) this.#draft.add({ type: 'personUnqueued', player });
    const seat = seatOf(this.#draft.state, player);
    if (!seat || seat.awaySince !== null) return null;
    this.#draft.add({ type: 'wentAway', seat: seat.id, at: this.#draft.ctx.now });
    this.#draft.tellGame({ type: 'seatAway', seat: seat.id });
    return null;
  }

  /** Somebody is connected again. */
  comeBack(player: PlayerId): Step {
    const seat = seatOf(this.#draft.state, player);
    if (!seat || seat.awaySince === null) return null;
    this.#draft.add({ type: 'cameBack', seat: seat.id });
    this.#draft.tellGame({ type: 'seatBack', seat: seat.id });
    if (this.#draft.state.host === null) this.#draft.add({ type: 'hostChanged', seat: seat.id });
    return null;
  }

  /** Bots play for those for whom it is time. To the game, they are there. */
  standIn(): void {
    const { now } = this.#draft.ctx;
    for (const { seat, at } of standInsDue(this.#draft.state, this.#draft.game)) {
      if (now < at) continue;
      this.#draft.add({ type: 'stoodIn', seat, at: now });
      this.#draft.tellGame({ type: 'seatBack', seat });
    }
  }

  /** Sends a bot away, or a person for good. Refusal: `unknown_seat`, also for the host. */
  kick(id: SeatId): Step {
    const seat = this.#draft.seat(id);
    if (!seat || id === this.#draft.state.host) return { code: 'unknown_seat' };
    if (seat.kind === 'human') this.#draft.add({ type: 'personBanned', player: seat.person.id });
    this.free(id, 'kicked');
    return null;
  }

  /** Sends somebody away for good, whatever the host wants: a host, too, and whoever has no seat. */
  expel(player: PlayerId): Step {
    const { banned, removed } = this.#draft.state;
    const isFinal = banned.includes(player) && removed.every(({ id }) => id !== player);
    if (isFinal) return { code: 'no_change' };
    if (this.#draft.isQueued(player)) this.#draft.add({ type: 'personUnqueued', player });
    this.#draft.add({ type: 'personBanned', player, isFinal: true });
    const seat = seatOf(this.#draft.state, player);
    if (seat) this.free(seat.id, 'kicked');
    return null;
  }

  /** Takes a seat away; the office of host goes on. */
  free(id: SeatId, reason: 'left' | 'kicked' | 'away'): void {
    this.#draft.add({ type: 'seatFreed', seat: id, reason, at: this.#draft.ctx.now });
    this.#draft.tellGame({ type: 'seatLeft', seat: id });
    if (this.#draft.state.host === id) this.handOver();
  }

  /**
   * The next connected person in seat order becomes host; without one, whoever comes back first. What the old host held
   * goes on.
   */
  handOver(): void {
    const next = this.#draft.state.seats.find(
      (seat) => isPresentHuman(seat) && seat.id !== this.#draft.state.host,
    );
    this.#draft.add({ type: 'hostChanged', seat: next?.id ?? null });
    this.#hosting.goOn();
  }
}

const isSame = (a: Person, b: Person): boolean => a.name === b.name && a.marker === b.marker;
