import type { Rng } from '../../shared/core/rng.ts';
import { CELLS } from '../../shared/games/color-clues/board.ts';
import type { GameCommand, Stage } from '../../shared/games/color-clues/types.ts';
import { STAGES, type WireGame, type WirePlayer } from '../../shared/games/color-clues/wire.ts';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import { plainState } from './plain-state.ts';
import type { PlayedGame, Turn } from './played-game.ts';

type ColorCluesTable = WireTable<WireGame>;

const SECRETS: ReadonlySet<string> = new Set(['secret']);
/** A word and letters after it: no color, no place, nothing rude, and no two are alike. */
const WORD = 'moss';
const LETTERS = 'bdghjlmnrt';

/**
 * Whole legal games, in which people bet on free cells and clues are words that mean nothing. Bots would look for good
 * ones; that takes them milliseconds, which the clients of a load test do not have.
 */
export const colorClues: PlayedGame<ColorCluesTable> = {
  name: 'color-clues',
  seats: 6,
  seatOf(state, person) {
    let found: number | null = null;
    state.seats.forEach((seat, key) => {
      if (seat.playerId === person) found = Number(key);
    });
    return found;
  },
  next(state, stateOf, rng) {
    const { game } = state;
    if (PHASES[state.phase] !== 'playing' || !game) return start(state);
    switch (stageOf(game)) {
      case 'clue':
        return giveClue(game, stateOf(game.giver).game, rng);
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
  pictureOf: (state) => plainState(state, SECRETS),
  secretIn({ game }) {
    if (!game?.secret) return null;
    const cells: number[] = [];
    game.secret.card.forEach((cell) => {
      cells.push(cell);
    });
    return `${cells.join(' ')} → ${game.secret.target}`;
  },
  maySeeSecret: ({ game }, seat) => seat !== null && seat === game?.giver,
};

const stageOf = (game: WireGame): Stage => STAGES[game.stage] ?? 'over';
const play = (
  seat: number,
  move: GameCommand,
  isShown: (game: WireGame) => boolean,
): Turn<ColorCluesTable> => ({
  seat,
  command: { type: 'play', move },
  isShownIn: ({ game }) => game !== undefined && isShown(game),
});

function start({ host, gameNumber }: ColorCluesTable): Turn<ColorCluesTable> | null {
  if (host === 0) return null;
  const isShownIn = (state: ColorCluesTable) => state.gameNumber !== gameNumber;
  return { seat: host, command: { type: 'start' }, isShownIn };
}

function giveClue({ giver }: WireGame, seen: WireGame | undefined, rng: Rng): Turn<ColorCluesTable> | null {
  let cell: number | null = null;
  seen?.secret?.card.forEach((each, index) => {
    if (index === 0) cell = each;
  });
  // After a clue that was voided, the color stays as it was chosen.
  if (seen?.secret && seen.secret.target >= 0) cell = seen.secret.target;
  if (cell === null) return null;
  const text = word(rng);
  return play(giver, { type: 'giveClue', cell, text }, ({ clue1 }) => clue1 === text);
}

function giveSecondClue({ giver }: WireGame, rng: Rng): Turn<ColorCluesTable> {
  const text = word(rng);
  return play(giver, { type: 'giveSecondClue', text }, ({ clue2 }) => clue2 === text);
}

function placeMarker(game: WireGame, rng: Rng): Turn<ColorCluesTable> | null {
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

function ready(game: WireGame): Turn<ColorCluesTable> | null {
  let seat: number | null = null;
  game.players.forEach((player, key) => {
    if (!player.isReady) seat ??= Number(key);
  });
  if (seat === null) return null;
  const mine: number = seat;
  const { round } = game;
  const isShown = (now: WireGame) =>
    now.round !== round || stageOf(now) !== 'reveal' || playerIn(now, mine)?.isReady === true;
  return play(mine, { type: 'ready' }, isShown);
}

function playerIn(game: WireGame, seat: number): WirePlayer | null {
  let found: WirePlayer | null = null;
  game.players.forEach((player, key) => {
    if (Number(key) === seat) found = player;
  });
  return found;
}

/** A word that is not used before in this game, but for a chance in millions. */
const word = (rng: Rng): string =>
  WORD + Array.from({ length: 6 }, () => LETTERS[rng.int(LETTERS.length)]).join('');
