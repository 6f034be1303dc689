import type { Rng } from '../../shared/core/rng.ts';
import { CELLS } from '../../shared/games/color-clues/board.ts';
import { DEFAULT_OPTIONS, type GameCommand, type Stage } from '../../shared/games/color-clues/types.ts';
import { STAGES, type WireGame, type WirePlayer } from '../../shared/games/color-clues/wire.ts';
import type { PlayedGame, Turn } from './played-game.ts';

/** A word and letters after it: no color, no place, nothing rude, and no two are alike. */
const WORD = 'moss';
const LETTERS = 'bdghjlmnrt';

/**
 * Whole legal games, in which people bet on free cells and clues are words that mean nothing. Bots would look for good
 * ones; that takes them milliseconds, which the clients of a load test do not have.
 */
export const colorClues: PlayedGame<WireGame> = {
  name: 'color-clues',
  seats: 6,
  secrets: {
    fields: new Set(['secret', 'laid']),
    shownIn: (game, seat) => markersOfOthers(game, seat) ?? cardShownIn(game),
    mayBeSeen: (game, seat) => seat === game.giver && markersOfOthers(game, seat) === null,
  },
  next(game, seenBy, rng) {
    switch (stageOf(game)) {
      case 'clue':
        return giveClue(game, seenBy(game.giver), rng);
      case 'clue2':
        return giveSecondClue(game, rng);
      case 'place':
        return game.isParty ? layMarker(game, seenBy, rng) : placeMarker(game, rng);
      case 'reveal':
        return ready(game);
      case 'paused':
      case 'over':
        return null;
    }
  },
};

/** The same with ten people who place at the same time, after each of two clues, and see only how many have. */
export const party: PlayedGame<WireGame> = {
  ...colorClues,
  seats: 10,
  options: { ...DEFAULT_OPTIONS, preset: 'party', clues: 2 },
};

function cardShownIn({ secret }: WireGame): string | null {
  if (!secret) return null;
  const cells: number[] = [];
  secret.card.forEach((cell) => {
    cells.push(cell);
  });
  return `${cells.join(' ')} → ${secret.target}`;
}

/** Hidden markers that are not of this seat; nobody may be shown one. */
function markersOfOthers({ laid }: WireGame, seat: number | null): string | null {
  const found: string[] = [];
  laid?.forEach(({ cell }, key) => {
    if (Number(key) !== seat) found.push(`${key}: ${cell}`);
  });
  return found.length === 0 ? null : found.join(' ');
}

const stageOf = (game: WireGame): Stage => STAGES[game.stage] ?? 'over';
const play = (seat: number, move: GameCommand, isShownIn: (game: WireGame) => boolean): Turn<WireGame> => ({
  seat,
  move,
  isShownIn,
});

function giveClue({ giver }: WireGame, seen: WireGame, rng: Rng): Turn<WireGame> | null {
  let cell: number | null = null;
  seen.secret?.card.forEach((each, index) => {
    if (index === 0) cell = each;
  });
  // After a clue that was voided, the color stays as it was chosen.
  if (seen.secret && seen.secret.target >= 0) cell = seen.secret.target;
  if (cell === null) return null;
  const text = word(rng);
  return play(giver, { type: 'giveClue', cell, text }, ({ clue1 }) => clue1 === text);
}

function giveSecondClue({ giver }: WireGame, rng: Rng): Turn<WireGame> {
  const text = word(rng);
  return play(giver, { type: 'giveSecondClue', text }, ({ clue2 }) => clue2 === text);
}

function placeMarker(game: WireGame, rng: Rng): Turn<WireGame> | null {
  const seat = [...game.queue][game.queueDone]?.codePointAt(0);
  if (seat === undefined) return null;
  const cell = freeCell(game, rng);
  const field = game.pass === 2 ? 'second' : 'first';
  return play(seat, { type: 'placeMarker', cell }, (now) => playerIn(now, seat)?.[field] === cell);
}

/** The first in the order who has no marker yet puts one; the others only see that one more is there. */
function layMarker(game: WireGame, seenBy: (seat: number) => WireGame, rng: Rng): Turn<WireGame> | null {
  const seats = [...game.queue].map((unit) => unit.codePointAt(0)!);
  const seat = seats.find((each) => laidBy(seenBy(each), each) === null);
  if (seat === undefined) return null;
  const { placed, pass } = game;
  const isShown = (now: WireGame) => stageOf(now) !== 'place' || now.pass !== pass || now.placed > placed;
  const move: GameCommand = { type: 'placeMarker', cell: freeCell(game, rng) };
  return { ...play(seat, move, isShown), lateCode: 'wrong_stage' };
}

function laidBy({ laid }: WireGame, seat: number): number | null {
  let cell: number | null = null;
  laid?.forEach((mine, key) => {
    if (Number(key) === seat && mine.cell >= 0) cell = mine.cell;
  });
  return cell;
}

function freeCell(game: WireGame, rng: Rng): number {
  const taken = new Set<number>();
  game.players.forEach(({ first, second }) => {
    taken.add(first).add(second);
  });
  let cell = rng.int(CELLS);
  while (taken.has(cell)) cell = (cell + 1) % CELLS;
  return cell;
}

function ready(game: WireGame): Turn<WireGame> | null {
  let seat: number | null = null;
  game.players.forEach((player, key) => {
    if (!player.isReady) seat ??= Number(key);
  });
  if (seat === null) return null;
  const mine: number = seat;
  const { round } = game;
  const isShown = (now: WireGame) =>
    now.round !== round || stageOf(now) !== 'reveal' || playerIn(now, mine)?.isReady === true;
  // When the time to look at it is over, the game goes on by itself.
  return { ...play(mine, { type: 'ready' }, isShown), lateCode: 'wrong_stage' };
}

function playerIn(game: WireGame, seat: number): WirePlayer | null {
  let found: WirePlayer | null = null;
  game.players.forEach((player, key) => {
    if (Number(key) === seat) found = player;
  });
  return found;
}

/** A word that is not used before in this game, but for a chance in ten millions. */
const word = (rng: Rng): string =>
  WORD + Array.from({ length: 10 }, () => LETTERS[rng.int(LETTERS.length)]).join('');
