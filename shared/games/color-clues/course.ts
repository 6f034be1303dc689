import type { SeatId } from '../../core/ids.ts';
import { assertNever } from '../../core/result.ts';
import type { Ctx } from '../../core/rules.ts';
import { shuffledDeck } from './deck.ts';
import { evolve } from './evolve.ts';
import { cluesIn, type Preset, presetOf, roundsFor, takesVolunteers } from './presets.ts';
import { scoreRound } from './scoring.ts';
import {
  areTeams,
  type GameState,
  isLastRound,
  isParty,
  nextGiver,
  type Player,
  playerOf,
  roundOf,
  waitOf,
} from './state.ts';
import { dealTeams, giverFor, nextTeam } from './teams.ts';
import {
  isEnoughPresent,
  isNobodyAwaited,
  isPresent,
  mustPause,
  PAUSE_MS,
  presentCount,
  untilAfter,
  wasAbsentFrom,
} from './timing.ts';
import type { GameEvent, GameOptions, PassReason } from './types.ts';

/**
 * The course of one game while one command is decided: facts are applied as they are found, so later steps see what
 * earlier ones did. Knows how a game goes on by itself; who may ask for what is in `decide.ts`.
 */
export class Course {
  readonly events: GameEvent[] = [];
  readonly now: number;
  /** What is spoken at the table. */
  readonly language: Ctx['language'];
  state: GameState;
  readonly #rng: Ctx['rng'];
  readonly #bots: Ctx['bots'];

  constructor(state: GameState, { now, rng, language, bots }: Ctx) {
    this.state = state;
    this.now = now;
    this.language = language;
    this.#rng = rng;
    this.#bots = bots;
  }

  add(event: GameEvent): void {
    this.state = evolve(this.state, event);
    this.events.push(event);
  }

  /** When a wait of `ms` that begins now ends, epoch ms; null with timers off. */
  until(ms: number): number | null {
    return untilAfter(this.now, ms, this.state.options);
  }

  /** How long waits last in this game, and who can play it. */
  get preset(): Preset {
    return presetOf(this.state.options);
  }

  /** Classic: when the wait after the current turn ends: the next player's, or the giver's second clue. */
  untilAfterTurn(): number | null {
    const wait = waitOf(this.state);
    if (wait?.name !== 'place') return null;
    if (wait.queue.length > 1) return this.until(this.preset.placeMs);
    return this.#hasClueLeft ? this.until(this.preset.clue2Ms) : null;
  }

  /** Whether a clue may follow these markers. */
  get #hasClueLeft(): boolean {
    const wait = waitOf(this.state);
    return wait?.name === 'place' && wait.pass === 1 && cluesIn(this.state.options) === 2;
  }

  /** Adds everything that follows without anybody asking: the next phase, a pause, the end of one. */
  settle(): void {
    while (this.#follow()) {
      // Each turn adds one consequence; the next may follow from it.
    }
  }

  /** Adds the next thing that follows from the facts so far. @returns whether there was one */
  #follow(): boolean {
    const { phase } = this.state;
    switch (phase.name) {
      case 'unopened':
      case 'over':
        return false;
      case 'paused':
        if (this.state.players.length === 0) this.end('tooFew');
        else if (isEnoughPresent(this.state, this.now)) this.add({ type: 'gameResumed', at: this.now });
        else return false;
        return true;
      case 'reveal': {
        if (mustPause(this.state, this.now)) return this.#pause();
        const here = this.state.players.filter((player) => isPresent(player, this.now));
        if (!here.every((player) => phase.ready.includes(player.seat))) return false;
        this.nextRound();
        return true;
      }
      case 'clue':
      case 'clue2':
      case 'place':
        return this.#followRound();
      default:
        return assertNever(phase);
    }
  }

  #followRound(): boolean {
    const { phase } = this.state;
    const { giver, guessers } = roundOf(this.state);
    if (!playerOf(this.state, giver)) {
      if (!isLastRound(this.state) && mustPause(this.state, this.now)) return this.#pause();
      this.voidRound('giverLeft');
      return true;
    }
    if (phase.name === 'clue2' && guessers.length === 0) return this.reveal();
    if (phase.name === 'place' && phase.queue.length === 0) return this.#closePlacing();
    if (mustPause(this.state, this.now)) return this.#pause();
    if (phase.name !== 'place') return false;
    if (!isParty(this.state)) return this.#passAbsent(phase.queue[0]);
    return isNobodyAwaited(this.state, phase, this.now) && this.#closePlacing();
  }

  /** Nobody places any more: the round is scored, or in Party, if the giver may add a clue, the markers are shown. */
  #closePlacing(): true {
    if (!this.#hasClueLeft || roundOf(this.state).guessers.length === 0) return this.reveal();
    this.add({ type: 'placingClosed', at: this.now, until: this.until(this.preset.clue2Ms) });
    return true;
  }

  /** Passes somebody who was not there when the round began. @returns false if they were */
  #passAbsent(seat: SeatId | undefined): boolean {
    const player = seat === undefined ? undefined : playerOf(this.state, seat);
    return player !== undefined && wasAbsentFrom(player, roundOf(this.state).startedAt) && this.pass('away');
  }

  #pause(): true {
    if (this.state.players.length === 0) this.end('tooFew');
    else this.add({ type: 'gamePaused', at: this.now, until: this.now + PAUSE_MS });
    return true;
  }

  /** Goes on without whoever is waited for. @returns false if nobody can be passed now */
  pass(reason: PassReason): boolean {
    const { phase } = this.state;
    switch (phase.name) {
      case 'clue':
        if (reason === 'away' && this.#wasGiverAway()) this.#skipTurn(roundOf(this.state).giver);
        else this.voidRound(reason);
        return true;
      case 'place': {
        if (isParty(this.state)) return this.#closePlacing();
        const seat = phase.queue[0];
        if (seat === undefined) return false;
        this.add({ type: 'placingPassed', seat, reason, at: this.now, until: this.untilAfterTurn() });
        return true;
      }
      case 'clue2':
        return this.reveal();
      case 'reveal':
        this.nextRound();
        return true;
      case 'unopened':
      case 'paused':
      case 'over':
        return false;
      default:
        return assertNever(phase);
    }
  }

  /** Whether the giver has not been there for a moment of this round. */
  #wasGiverAway(): boolean {
    const { giver, startedAt, target } = roundOf(this.state);
    const awaySince = playerOf(this.state, giver)?.awaySince ?? null;
    return target === null && awaySince !== null && awaySince <= startedAt;
  }

  #skipTurn(seat: SeatId): void {
    this.add({ type: 'turnSkipped', seat, at: this.now });
    this.nextRound();
  }

  voidRound(reason: PassReason | 'giverLeft'): void {
    this.add({ type: 'roundVoided', reason, at: this.now });
    this.nextRound();
  }

  /** Scores the round and shows its target. */
  reveal(): true {
    const round = roundOf(this.state);
    if (round.target === null) throw new Error('a round is revealed after its first clue');
    const { players, options } = this.state;
    const { gains, teamGains } = scoreRound(round, players, round.target, options);
    this.add({
      type: 'roundRevealed',
      target: round.target,
      gains,
      ...(teamGains.length > 0 && { teamGains }),
      at: this.now,
      until: this.now + this.preset.revealMs,
    });
    return true;
  }

  /** Begins a game of those who sit there, in that order; who gives first is drawn. */
  begin(seats: readonly SeatId[], options: GameOptions): void {
    if (this.state.deck.length === 0) this.shuffleDeck();
    const first = this.#rng.int(seats.length);
    const order = [...seats.slice(first), ...seats.slice(0, first)];
    const dealt = dealTeams(seats, options);
    this.add({
      type: 'gameStarted',
      options,
      order,
      rounds: roundsFor(options, seats.length),
      ...(dealt && { teams: order.map((seat) => dealt.get(seat) ?? 0) }),
    });
    this.nextRound();
  }

  /** Deals the next card to the next player who is there, or ends the game after the last round. */
  nextRound(): void {
    if (isLastRound(this.state)) {
      this.end('allRounds');
      return;
    }
    if (this.state.deck.length === 0) this.shuffleDeck();
    const { round, deck } = this.state;
    const giver = this.#nextVolunteer() ?? this.#nextGiver();
    if (areTeams(this.state) && !giver) {
      this.add({ type: 'teamSkipped', team: nextTeam(this.state), at: this.now });
      this.nextRound();
      return;
    }
    const isGone = giver !== null && !isPresent(giver, this.now);
    if (isGone && isEnoughPresent(this.state, this.now)) {
      this.#skipTurn(giver.seat);
      return;
    }
    const card = deck[0];
    if (giver === null || card === undefined) throw new Error('a round needs a player and a card');
    this.add({
      type: 'roundStarted',
      round: (round?.number ?? 0) + 1,
      giver: giver.seat,
      card,
      giverFactor: this.#isDoubled ? 2 : 1,
      at: this.now,
      until: this.until(this.preset.clueMs),
    });
  }

  /**
   * Who wants to give, is there and, in teams, of the team whose turn it is: the one who has given least often. A bot that
   * plays for somebody does not give for them because they wanted to. Rule 17.3.
   */
  #nextVolunteer(): Player | undefined {
    if (!takesVolunteers(this.state.options)) return undefined;
    const team = areTeams(this.state) ? nextTeam(this.state) : null;
    return nextGiver(
      this.state,
      (player) =>
        player.isVolunteer &&
        player.team === team &&
        isPresent(player, this.now) &&
        !this.#bots?.has(player.seat),
    );
  }

  /** Whose turn it is to give. In teams only somebody who is there, unless the game has to wait anyway; else perhaps nobody. */
  #nextGiver(): Player | null {
    if (!areTeams(this.state)) return nextGiver(this.state) ?? null;
    const team = nextTeam(this.state);
    const there = giverFor(this.state, team, (player) => isPresent(player, this.now));
    return there ?? (isEnoughPresent(this.state, this.now) ? null : giverFor(this.state, team, () => true));
  }

  /** Whether each marker counts twice for the giver: with three in Classic, each for themselves. */
  get #isDoubled(): boolean {
    const { preset, together } = this.state.options;
    return preset === 'classic' && together === 'off' && presentCount(this.state, this.now) === 3;
  }

  shuffleDeck(): void {
    this.add({ type: 'deckShuffled', ...shuffledDeck(this.#rng) });
  }

  end(reason: 'allRounds' | 'tooFew'): void {
    this.add({ type: 'gameEnded', reason });
  }
}
