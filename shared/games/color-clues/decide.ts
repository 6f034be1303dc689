import type { SeatId } from '../../core/ids.ts';
import { assertNever, err } from '../../core/result.ts';
import type { Actor, Ctx, Decided, Rejection, SystemCommand } from '../../core/rules.ts';
import { CARDS } from './cards.ts';
import { checkClue } from './clue-check.ts';
import { Course } from './course.ts';
import { seatsIn, takesVolunteers, wordsIn } from './presets.ts';
import {
  areSeatsOpen,
  type GameState,
  isInTheWay,
  isParty,
  playerOf,
  playsWithGiver,
  roundOf,
  waitOf,
} from './state.ts';
import { teamForNewcomer } from './teams.ts';
import { areAllAway, deadlineOf, isPresent, passingAt, RETRY_MS, skipRefusal } from './timing.ts';
import type { Cell, GameCommand, GameEvent } from './types.ts';

type Step = Rejection | null;

/** Decides one command: the facts it leads to, or why it is refused. The only place that refuses. */
export function decide(
  state: GameState,
  by: Actor,
  command: GameCommand | SystemCommand,
  ctx: Ctx,
): Decided<GameState, GameEvent> {
  if (state.phase.name === 'unopened' || state.phase.name === 'over') return err({ code: 'no_game' });
  const course = new Course(state, ctx);
  const refusal = by.kind === 'system' ? bySystem(course, command) : bySeat(course, by.seat, command, ctx);
  if (refusal) return err(refusal);
  course.settle();
  const { events, state: after } = course;
  return events.length === 0 ? err({ code: 'no_change' }) : { ok: true, value: events, after };
}

function bySeat(course: Course, seat: SeatId, command: GameCommand | SystemCommand, ctx: Ctx): Step {
  if (!playerOf(course.state, seat)) return { code: 'not_seated' };
  switch (command.type) {
    case 'giveClue':
      return giveClue(course, seat, command.cell, command.text);
    case 'giveSecondClue':
      return mustGive(course, seat, 'clue2') ?? clue(course, 2, command.text, null);
    case 'skipSecondClue':
      return mustGive(course, seat, 'clue2') ?? act(() => void course.reveal());
    case 'placeMarker':
      return placeMarker(course, seat, command);
    case 'challengeClue':
      return challengeClue(course, seat, ctx.bots);
    case 'volunteer':
      return volunteer(course, seat, command.wants);
    case 'ready':
      return ready(course, seat);
    case 'timeUp':
    case 'skip':
    case 'reorder':
    case 'seatJoined':
    case 'seatLeft':
    case 'seatAway':
    case 'seatBack':
      return { code: 'unknown_command' };
    default:
      return assertNever(command);
  }
}

function bySystem(course: Course, command: GameCommand | SystemCommand): Step {
  switch (command.type) {
    case 'timeUp':
      return timeUp(course);
    case 'skip':
      return skip(course, command.by);
    case 'reorder':
      return reorder(course, command.order);
    case 'seatJoined':
      return seatJoined(course, command.seat);
    case 'seatLeft':
      return seatLeft(course, command.seat);
    case 'seatAway':
      return changePresence(course, command.seat, true);
    case 'seatBack':
      return changePresence(course, command.seat, false);
    case 'giveClue':
    case 'giveSecondClue':
    case 'skipSecondClue':
    case 'placeMarker':
    case 'challengeClue':
    case 'volunteer':
    case 'ready':
      return { code: 'not_seated' };
    default:
      return assertNever(command);
  }
}

/** Whoever is waited for is passed; who is away, as if they had been waited for long enough. */
function skip(course: Course, by: SeatId): Step {
  const code = skipRefusal(course.state, by, course.now);
  if (code !== null) return { code };
  if (areAllAway(course.state, course.now)) return act(() => void course.pass('away'));
  if (isParty(course.state) && course.state.phase.name === 'place')
    return endPlacing(course, course.state.phase.until);
  return act(() => void course.pass('skipped'));
}

/** Party: the clock ends now, and what is on its way still counts. Rule 8.5. */
function endPlacing(course: Course, until: number | null): Step {
  if (until !== null && until <= course.now) return { code: 'no_change' };
  return act(() => course.add({ type: 'placingEnds', at: course.now }));
}

function reorder(course: Course, order: readonly SeatId[]): Step {
  return act(() => course.add({ type: 'orderChanged', order }));
}

function act(change: () => void): null {
  change();
  return null;
}

function giveClue(course: Course, seat: SeatId, cell: Cell, text: string): Step {
  const refusal = mustGive(course, seat, 'clue');
  if (refusal) return refusal;
  const { card, target } = roundOf(course.state);
  const isAllowed = target === null ? CARDS[card]?.includes(cell) : cell === target;
  return isAllowed ? clue(course, 1, text, cell) : { code: 'not_on_card' };
}

function mustGive({ state }: Course, seat: SeatId, stage: 'clue' | 'clue2'): Step {
  if (state.phase.name !== stage) return { code: 'wrong_stage' };
  return roundOf(state).giver === seat ? null : { code: 'not_your_turn' };
}

function clue(course: Course, pass: 1 | 2, text: string, target: Cell | null): Step {
  const { options, usedClues } = course.state;
  const { guessers, voided } = roundOf(course.state);
  const checked = checkClue(text, {
    ...{ words: wordsIn(options, pass), usedClues, voided, language: course.language },
    strictness: options.clueCheck,
  });
  if (!checked.ok) return checked.error;
  course.add({
    type: 'clueGiven',
    pass,
    text: checked.value.text,
    target,
    warning: checked.value.warning,
    queue: pass === 1 || isParty(course.state) ? guessers : guessers.toReversed(),
    at: course.now,
    until: course.until(course.preset.placeMs),
  });
  return null;
}

function placeMarker(
  course: Course,
  seat: SeatId,
  { cell, isBlind }: Extract<GameCommand, { type: 'placeMarker' }>,
): Step {
  const { phase } = course.state;
  if (phase.name !== 'place') return { code: 'wrong_stage' };
  if (isParty(course.state)) return layMarker(course, phase.pass, seat, cell);
  if (phase.queue[0] !== seat) return { code: 'not_your_turn' };
  if (roundOf(course.state).markers.some((marker) => marker.cell === cell)) return { code: 'cell_taken' };
  const [at, until] = [course.now, course.untilAfterTurn()];
  course.add({ type: 'markerPlaced', seat, cell, ...(isBlind && { isBlind }), at, until });
  return null;
}

/** Whoever guesses may lay their marker and lay it elsewhere. Only cells whose markers are shown are taken. */
function layMarker(course: Course, pass: 1 | 2, seat: SeatId, cell: Cell): Step {
  const { guessers, markers } = roundOf(course.state);
  if (!guessers.includes(seat)) return { code: 'not_your_turn' };
  const here = markers.filter((marker) => marker.cell === cell);
  if (here.some((marker) => isInTheWay(course.state, marker, pass))) return { code: 'cell_taken' };
  if (here.some((marker) => marker.seat === seat && marker.pass === pass)) return { code: 'no_change' };
  course.add({ type: 'markerLaid', seat, cell, at: course.now });
  return null;
}

/**
 * Half of the guessers who are there, bots aside, make a clue void; the second time it stands, but brings the giver
 * nothing. Bots never object, and against bots alone there is nothing to agree on. Nobody objects to the clue of somebody
 * they play with: it would be a way to get a better one.
 */
function challengeClue(course: Course, seat: SeatId, bots: Ctx['bots'] = new Set()): Step {
  const { phase, players } = course.state;
  const { guessers, challengers, voided, isCondemned } = roundOf(course.state);
  if (phase.name !== 'place' || phase.hasBegun || isCondemned) return { code: 'wrong_stage' };
  if (!guessers.includes(seat)) return { code: 'not_your_turn' };
  if (playsWithGiver(course.state, seat)) return { code: 'objecting_together' };
  if (challengers.includes(seat)) return { code: 'no_change' };
  const people = players.filter((player) => !bots.has(player.seat));
  if (people.length < 2) return { code: 'alone_with_bots' };
  course.add({ type: 'clueChallenged', seat });
  const judges = people.filter(
    (player) =>
      guessers.includes(player.seat) &&
      !playsWithGiver(course.state, player.seat) &&
      isPresent(player, course.now),
  );
  if ((challengers.length + 1) * 2 < judges.length) return null;
  const { pass } = phase;
  if (voided !== null) course.add({ type: 'clueCondemned', pass });
  else course.add({ type: 'clueVoided', pass, at: course.now, until: course.until(RETRY_MS) });
  return null;
}

/** Whoever wants to give the next clue says so, or takes it back, at any time. Rule 17.2. */
function volunteer(course: Course, seat: SeatId, wants: boolean): Step {
  if (!takesVolunteers(course.state.options)) return { code: 'giver_in_turn' };
  if (playerOf(course.state, seat)?.isVolunteer === wants) return { code: 'no_change' };
  return act(() => course.add({ type: 'volunteered', seat, wants }));
}

function ready(course: Course, seat: SeatId): Step {
  const { phase } = course.state;
  if (phase.name !== 'reveal') return { code: 'wrong_stage' };
  if (phase.ready.includes(seat)) return { code: 'no_change' };
  course.add({ type: 'playerReady', seat });
  return null;
}

/** Absences come first: a game that pauses passes nobody. */
function timeUp(course: Course): Step {
  const due = deadlineOf(course.state);
  if (due === null || course.now < due) return { code: 'too_early' };
  if (course.state.phase.name === 'paused') return act(() => course.end('tooFew'));
  course.settle();
  if (course.events.length > 0) return null;
  const passing = passingAt(course.state);
  if (passing !== null && course.now >= passing.at) course.pass(passing.reason);
  return null;
}

function seatJoined(course: Course, seat: SeatId): Step {
  const { state } = course;
  if (!areSeatsOpen(state)) return { code: 'seats_closed' };
  if (playerOf(state, seat)) return { code: 'no_change' };
  if (state.players.length >= seatsIn(state.options).max) return { code: 'too_many_players' };
  const team = teamForNewcomer(state);
  course.add({ type: 'seatAdded', seat, ...(team !== null && { team }) });
  return null;
}

function seatLeft(course: Course, seat: SeatId): Step {
  if (!playerOf(course.state, seat)) return { code: 'no_change' };
  const wait = waitOf(course.state);
  const isTheirTurn = !isParty(course.state) && wait?.name === 'place' && wait.queue[0] === seat;
  course.add({
    type: 'seatRemoved',
    seat,
    at: course.now,
    until: isTheirTurn ? course.untilAfterTurn() : null,
  });
  return null;
}

function changePresence(course: Course, seat: SeatId, isAway: boolean): Step {
  const player = playerOf(course.state, seat);
  if (!player || isAway === (player.awaySince !== null)) return { code: 'no_change' };
  course.add(isAway ? { type: 'seatWentAway', seat, at: course.now } : { type: 'seatCameBack', seat });
  return null;
}
