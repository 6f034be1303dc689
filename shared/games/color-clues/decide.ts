import type { SeatId } from '../../core/ids.ts';
import { assertNever, err, ok, type Result } from '../../core/result.ts';
import type { Actor, Ctx, Rejection, SystemCommand } from '../../core/rules.ts';
import { CARDS } from './cards.ts';
import { checkClue } from './clue-check.ts';
import { evolve } from './evolve.ts';
import { scoreRound } from './scoring.ts';
import { type GameState, orderOf, playerOf, roundOf, waitedFor } from './state.ts';
import {
  CLUE_MS,
  CLUE2_MS,
  deadlineOf,
  MIN_PRESENT,
  PAUSE_MS,
  PLACE_MS,
  passingAt,
  presentCount,
  RETRY_MS,
  REVEAL_MS,
  untilAfter,
} from './timing.ts';
import type { Cell, GameCommand, GameEvent, PassReason } from './types.ts';

type Step = Rejection | null;

/** Decides one command: the facts it leads to, or why it is refused. */
export function decide(
  state: GameState,
  by: Actor,
  command: GameCommand | SystemCommand,
  ctx: Ctx,
): Result<GameEvent[], Rejection> {
  const decision = new Decision(state, ctx);
  const refusal = by.kind === 'system' ? decision.bySystem(command) : decision.bySeat(by.seat, command);
  if (refusal) return err(refusal);
  return decision.events.length === 0 ? err({ code: 'no_change' }) : ok(decision.events);
}

/** The facts that begin a game's next round; used by `setup`, where a game has no round yet. */
export function firstRound(state: GameState, ctx: Ctx): GameEvent[] {
  const decision = new Decision(state, ctx);
  decision.nextRound();
  return decision.events;
}

/** One decision in the making: each fact is applied as it is found, so later steps see what earlier ones did. */
class Decision {
  readonly events: GameEvent[] = [];
  #state: GameState;
  readonly #ctx: Ctx;

  constructor(state: GameState, ctx: Ctx) {
    this.#state = state;
    this.#ctx = ctx;
  }

  bySeat(seat: SeatId, command: GameCommand | SystemCommand): Step {
    if (this.#state.phase.name === 'over' || this.#state.phase.name === 'unopened')
      return { code: 'no_game' };
    if (!playerOf(this.#state, seat)) return { code: 'not_seated' };
    switch (command.type) {
      case 'giveClue':
        return this.#giveClue(seat, command.cell, command.text);
      case 'giveSecondClue':
        return this.#giveSecondClue(seat, command.text);
      case 'skipSecondClue':
        return this.#mustGive(seat, 'clue2') ?? this.#reveal();
      case 'placeMarker':
        return this.#placeMarker(seat, command.cell);
      case 'challengeClue':
        return this.#challenge(seat);
      case 'ready':
        return this.#ready(seat);
      case 'timeUp':
      case 'skip':
      case 'seatJoined':
      case 'seatLeft':
      case 'seatAway':
      case 'seatBack':
        return { code: 'unknown_command' };
      default:
        return assertNever(command);
    }
  }

  bySystem(command: GameCommand | SystemCommand): Step {
    if (this.#state.phase.name === 'over' || this.#state.phase.name === 'unopened')
      return { code: 'no_game' };
    switch (command.type) {
      case 'timeUp':
        return this.#timeUp();
      case 'skip':
        return this.#state.phase.name === 'paused' ? { code: 'wrong_stage' } : this.#pass('skipped');
      case 'seatJoined':
        return this.#seatJoined(command.seat);
      case 'seatLeft':
        return this.#seatLeft(command.seat);
      case 'seatAway':
        return this.#seatAway(command.seat);
      case 'seatBack':
        return this.#seatBack(command.seat);
      case 'giveClue':
      case 'giveSecondClue':
      case 'skipSecondClue':
      case 'placeMarker':
      case 'challengeClue':
      case 'ready':
        return { code: 'not_seated' };
      default:
        return assertNever(command);
    }
  }

  #giveClue(seat: SeatId, cell: Cell, text: string): Step {
    const refusal = this.#mustGive(seat, 'clue');
    if (refusal) return refusal;
    const { card, target } = roundOf(this.#state);
    const isAllowed = target === null ? CARDS[card]?.includes(cell) : cell === target;
    if (!isAllowed) return { code: 'not_on_card' };
    return this.#clue(1, text, cell);
  }

  #giveSecondClue(seat: SeatId, text: string): Step {
    return this.#mustGive(seat, 'clue2') ?? this.#clue(2, text, null);
  }

  #mustGive(seat: SeatId, stage: 'clue' | 'clue2'): Step {
    if (this.#state.phase.name !== stage) return { code: 'wrong_stage' };
    return roundOf(this.#state).giver === seat ? null : { code: 'not_your_turn' };
  }

  #clue(pass: 1 | 2, text: string, target: Cell | null): Step {
    const { options, usedClues } = this.#state;
    const checked = checkClue(text, { pass, usedClues, strictness: options.clueCheck });
    if (!checked.ok) return checked.error;
    const order = this.#clockwise();
    this.#add({
      type: 'clueGiven',
      pass,
      text: checked.value.text,
      target,
      warning: checked.value.warning,
      queue: pass === 1 ? order : order.reverse(),
      at: this.#ctx.now,
      until: this.#until(PLACE_MS),
    });
    return this.#goOn();
  }

  /** The guessers from the giver's left on. */
  #clockwise(): SeatId[] {
    const order = orderOf(this.#state);
    const { giverIndex } = this.#state;
    return [...order.slice(giverIndex + 1), ...order.slice(0, giverIndex)];
  }

  #placeMarker(seat: SeatId, cell: Cell): Step {
    const { phase } = this.#state;
    if (phase.name !== 'place') return { code: 'wrong_stage' };
    if (phase.queue[0] !== seat) return { code: 'not_your_turn' };
    if (roundOf(this.#state).markers.some((marker) => marker.cell === cell)) return { code: 'cell_taken' };
    this.#add({ type: 'markerPlaced', seat, cell, at: this.#ctx.now, until: this.#untilAfterTurn() });
    return this.#goOn();
  }

  /** When the wait after the current turn ends: the next player's, or the giver's second clue. */
  #untilAfterTurn(): number | null {
    const { phase } = this.#state;
    if (phase.name !== 'place') return null;
    if (phase.queue.length > 1) return this.#until(PLACE_MS);
    return phase.pass === 1 ? this.#until(CLUE2_MS) : null;
  }

  #challenge(seat: SeatId): Step {
    const { phase, players } = this.#state;
    const { giver, challengers, voided, isCondemned } = roundOf(this.#state);
    if (phase.name !== 'place' || phase.hasBegun || isCondemned) return { code: 'wrong_stage' };
    if (seat === giver) return { code: 'not_your_turn' };
    if (challengers.includes(seat)) return { code: 'no_change' };
    this.#add({ type: 'clueChallenged', seat });
    const guessers = players.filter((player) => player.seat !== giver && player.awaySince === null).length;
    if ((challengers.length + 1) * 2 < guessers) return null;
    const { pass } = phase;
    if (voided !== null) this.#add({ type: 'clueCondemned', pass });
    else this.#add({ type: 'clueVoided', pass, at: this.#ctx.now, until: this.#until(RETRY_MS) });
    return null;
  }

  #ready(seat: SeatId): Step {
    const { phase } = this.#state;
    if (phase.name !== 'reveal') return { code: 'wrong_stage' };
    if (phase.ready.includes(seat)) return { code: 'no_change' };
    this.#add({ type: 'playerReady', seat });
    return this.#goOn();
  }

  #timeUp(): Step {
    const { now } = this.#ctx;
    const due = deadlineOf(this.#state);
    if (due === null || now < due) return { code: 'too_early' };
    if (this.#state.phase.name === 'paused') return this.#end('tooFew');
    if (presentCount(this.#state, now) < MIN_PRESENT) return this.#pause();
    const passing = passingAt(this.#state);
    return passing !== null && now >= passing.at ? this.#pass(passing.reason) : null;
  }

  /** Goes on without whoever is waited for. */
  #pass(reason: PassReason): Step {
    const { phase } = this.#state;
    switch (phase.name) {
      case 'clue':
        return this.#void(reason);
      case 'place': {
        const seat = waitedFor(this.#state);
        if (seat === null) return this.#goOn();
        this.#add({ type: 'placingPassed', seat, reason, at: this.#ctx.now, until: this.#untilAfterTurn() });
        return this.#goOn();
      }
      case 'clue2':
        return this.#reveal();
      case 'reveal':
        return this.nextRound();
      case 'unopened':
      case 'paused':
      case 'over':
        return { code: 'wrong_stage' };
      default:
        return assertNever(phase);
    }
  }

  #seatJoined(seat: SeatId): Step {
    const { name } = this.#state.phase;
    if (name !== 'reveal' && name !== 'paused') return { code: 'seats_closed' };
    if (playerOf(this.#state, seat)) return { code: 'no_change' };
    this.#add({ type: 'seatAdded', seat });
    return this.#goOn();
  }

  #seatLeft(seat: SeatId): Step {
    const { phase } = this.#state;
    if (!playerOf(this.#state, seat)) return { code: 'no_change' };
    const isTheirTurn = phase.name === 'place' && phase.queue[0] === seat;
    const until = isTheirTurn ? this.#untilAfterTurn() : null;
    this.#add({ type: 'seatRemoved', seat, at: this.#ctx.now, until });
    return this.#goOn();
  }

  #seatAway(seat: SeatId): Step {
    const player = playerOf(this.#state, seat);
    if (!player || player.awaySince !== null) return { code: 'no_change' };
    this.#add({ type: 'seatWentAway', seat, at: this.#ctx.now });
    return this.#goOn();
  }

  #seatBack(seat: SeatId): Step {
    const player = playerOf(this.#state, seat);
    if (!player || player.awaySince === null) return { code: 'no_change' };
    this.#add({ type: 'seatCameBack', seat });
    return this.#goOn();
  }

  /** What follows from the last fact without anybody asking: the next phase, a pause, the end of one. */
  #goOn(): Step {
    const { players, phase } = this.#state;
    if (players.length === 0) return this.#end('tooFew');
    const isEnough = presentCount(this.#state, this.#ctx.now) >= MIN_PRESENT;
    if (phase.name === 'paused') {
      if (!isEnough) return null;
      this.#add({ type: 'gameResumed', at: this.#ctx.now });
      return this.#goOn();
    }
    if (!isEnough) return this.#pause();
    if (phase.name === 'reveal') {
      const here = players.filter((player) => player.awaySince === null);
      const isEverybodyReady = here.length > 0 && here.every((player) => phase.ready.includes(player.seat));
      return isEverybodyReady ? this.nextRound() : null;
    }
    if (!playerOf(this.#state, roundOf(this.#state).giver)) return this.#void('giverLeft');
    if (phase.name !== 'place' || phase.queue.length > 0) return null;
    return this.#reveal();
  }

  #pause(): Step {
    this.#add({ type: 'gamePaused', at: this.#ctx.now, until: this.#ctx.now + PAUSE_MS });
    return null;
  }

  #void(reason: PassReason | 'giverLeft'): Step {
    this.#add({ type: 'roundVoided', reason, at: this.#ctx.now, until: null });
    return this.nextRound();
  }

  #reveal(): Step {
    const round = roundOf(this.#state);
    if (round.target === null) throw new Error('a round is revealed after its first clue');
    this.#add({
      type: 'roundRevealed',
      target: round.target,
      gains: scoreRound(round, orderOf(this.#state), round.target),
      at: this.#ctx.now,
      until: this.#ctx.now + REVEAL_MS,
    });
    return null;
  }

  /** Deals the next card to the next player, or ends the game after the last round. */
  nextRound(): Step {
    const { round, rounds, players, giverIndex } = this.#state;
    const number = (round?.number ?? 0) + 1;
    if (number > rounds) return this.#end('allRounds');
    if (this.#state.deck.length === 0) {
      this.#add({ type: 'deckShuffled', order: this.#ctx.rng.shuffle(CARDS.map((_, card) => card)) });
    }
    const giver = players[(giverIndex + 1) % players.length];
    const card = this.#state.deck[0];
    if (!giver || card === undefined) throw new Error('a round needs a player and a card');
    this.#add({
      type: 'roundStarted',
      round: number,
      giver: giver.seat,
      card,
      giverFactor: presentCount(this.#state, this.#ctx.now) === 3 ? 2 : 1,
      at: this.#ctx.now,
      until: this.#until(CLUE_MS),
    });
    return null;
  }

  #end(reason: 'allRounds' | 'tooFew'): Step {
    this.#add({ type: 'gameEnded', reason });
    return null;
  }

  #until(ms: number): number | null {
    return untilAfter(this.#ctx.now, ms, this.#state.options);
  }

  #add(event: GameEvent): void {
    this.#state = evolve(this.#state, event);
    this.events.push(event);
  }
}
