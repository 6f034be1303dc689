/** How long a game is likely to take. Pure: how long people and bots take, put together as the rules have them act. */

import { cluesIn, presetOf, roundsFor } from './presets.ts';
import type { GameOptions } from './types.ts';

/** How long people take, seconds: from, to; the middle is likelier than the ends. As `npm run bench:pace` has them. */
const PEOPLE = { clue: [10, 35], clue2: [6, 20], place: [4, 15], reveal: [3, 7] } as const;
/** How long a bot takes on the average, seconds; `together` is what it is behind people with whom it places. */
const BOTS = { clue: 6, clue2: 5.5, first: 4, next: 2, together: 1, alone: 5.5 } as const;
/** How much nearer to the most the slowest is the more there are. */
const SLOWEST = 0.4;

type Span = readonly [from: number, to: number];

const middleOf = ([from, to]: Span): number => (from + to) / 2;

/** How long the slowest of so many takes, seconds; nobody takes none. */
const slowestOf = (many: number, [from, to]: Span): number =>
  many < 1 ? 0 : to - (to - from) / 2 / many ** SLOWEST;

/**
 * How many minutes a game takes with these options, normal timers and so many people and bots, unrounded. Within a
 * quarter of what is measured: rules, "How long a game takes".
 */
export function gameMinutes(options: GameOptions, people: number, bots: number): number {
  const players = people + bots;
  if (players === 0) return 0;
  /** Of one player, on the average. */
  const each = (person: number, bot: number): number => (people * person + bots * bot) / players;
  const clues = cluesIn(options);
  const giving =
    each(middleOf(PEOPLE.clue), BOTS.clue) + (clues === 2 ? each(middleOf(PEOPLE.clue2), BOTS.clue2) : 0);
  const placing =
    options.preset === 'party'
      ? each(placedTogether(people - 1, bots), placedTogether(people, bots - 1))
      : placedInTurn(players - 1, each);
  const reveal = Math.min(presetOf(options).revealMs / 1_000, slowestOf(people, PEOPLE.reveal));
  return (roundsFor(options, players) * (giving + clues * placing + reveal)) / 60;
}

/** How long it takes until so many have placed at the same time, seconds. */
function placedTogether(people: number, bots: number): number {
  if (people < 1) return bots < 1 ? 0 : BOTS.alone;
  return slowestOf(people, PEOPLE.place) + (bots < 1 ? 0 : BOTS.together);
}

/** The same one after the other; all bots but the first have thought meanwhile. */
const placedInTurn = (guessers: number, each: (person: number, bot: number) => number): number => {
  const person = middleOf(PEOPLE.place);
  return guessers < 1 ? 0 : each(person, BOTS.first) + (guessers - 1) * each(person, BOTS.next);
};

/** To whole minutes, as one would say it: from a quarter of an hour on in steps of five, never none. */
export const roundMinutes = (minutes: number): number =>
  minutes < 15 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
