import type { Rng } from '../../shared/core/rng.ts';
import { CELLS } from '../../shared/games/color-clues/board.ts';
import type { GameCommand, Stage } from '../../shared/games/color-clues/types.ts';
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
    fields: new Set(['secret']),
    shownIn({ secret }) {
      if (!secret) return null;
      const cells: number[] = [];
      secret.card.forEach((cell) => {
        cells.push(cell);
      });
      return `${cells.join(' ')} → ${secret.target}`;
    },
    mayBeSeen: ({ giver }, seat) => seat === giver,
  },
  next(game, seenBy, rng) {
    switch (stageOf(game)) {
      case 'clue':
        return giveClue(game, seenBy(game.giver), rng);
      case 'clue2':
        return giveSecondClue(game, rng);
      case 'place':
        return placeMarker(game, rng);
      case 'reveal':
        return ready(game);
      case 'paused':
      case 'over':
        return null;
    }
  },
};

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
  const taken = new Set<number>();
  game.players.forEach(({ first, second }) => {
    taken.add(first).add(second);
  });
  let cell = rng.int(CELLS);
  while (taken.has(cell)) cell = (cell + 1) % CELLS;
  const field = game.pass === 2 ? 'second' : 'first';
  return play(seat, { type: 'placeMarker', cell }, (now) => playerIn(now, seat)?.[field] === cell);
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
