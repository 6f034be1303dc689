import { err, ok } from '../../core/result.ts';
import { type Rules, SILENT } from '../../core/rules.ts';
import { ABOUT } from './about.ts';
import { Course } from './course.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { legalCommands } from './legal.ts';
import { parseOptions, quickOptions, seatsWith, standsIn } from './options.ts';
import { seatsIn } from './presets.ts';
import { rank } from './scoring.ts';
import { areSeatsOpen, type GameState, initialState, type Round } from './state.ts';
import { deadlineOf } from './timing.ts';
import type { GameCommand, GameEvent, GameView } from './types.ts';
import { upcast, VERSION } from './upcast.ts';
import { redact, view } from './view.ts';

/**
 * A name for what the giver of a round knows. In a pause time stands still: two rounds can begin at the same moment, but
 * not with the same giver.
 */
const secretOf = ({ startedAt, number, giver }: Round): string => `${startedAt}.${number}-${giver}`;

/** Color Clues, Classic and Party. The numbered rules are in `docs/rules.md`. */
export const colorClues: Rules<GameState, GameCommand, GameEvent, GameView> = {
  name: ABOUT.name,
  version: VERSION,
  minSeats: ABOUT.minSeats,
  maxSeats: ABOUT.maxSeats,
  seatsWith,
  quickOptions,
  standsIn,
  passed: (event) => (event.type === 'placingPassed' || event.type === 'turnSkipped' ? event.seat : null),
  initial: initialState,
  setup(seats, wanted, ctx, previous) {
    const options = parseOptions(wanted);
    if (options === null) return err({ code: 'bad_options' });
    const { min, max } = seatsIn(options);
    if (seats.length < min) return err({ code: 'too_few_players', detail: String(min) });
    if (seats.length > max) return err({ code: 'too_many_players', detail: String(max) });
    const course = new Course(previous ?? initialState, ctx);
    course.begin(seats, options);
    return ok(course.events);
  },
  decide,
  evolve,
  view,
  redact,
  deadline: deadlineOf,
  upcast,
  legalCommands,
  outcome: (state) =>
    state.phase.name === 'over'
      ? { ranking: rank(state), isTogether: state.options.together !== 'off' }
      : null,
  seatsOpen: areSeatsOpen,
  // The giver knows the color until the reveal.
  apart: ({ phase, round }) =>
    phase.name === 'over' || round === null || round.gains !== null
      ? null
      : { id: secretOf(round), sides: new Map([[round.giver, SILENT]]) },
};
