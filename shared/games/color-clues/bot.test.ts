import { beforeAll, describe, expect, it } from 'vitest';
import { BotGame, LEXICON } from '../../../scripts/bots/bot-game.ts';
import { seatId } from '../../core/ids.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { CELLS, cellName, columnOf, distance, parseCell } from './board.ts';
import { botDelayMs, botMove } from './bot.ts';
import { densityOfClues } from './bot-guess.ts';
import { averageMind, type Mind, newMind } from './bot-mind.ts';
import { CELL_NAMES, FAMILIES, familyOf } from './cell-names.ts';
import { isNameNear } from './cell-names-near.ts';
import type { Cell, GameView, PlayerView, RoundRecord } from './types.ts';

const lexicon = LEXICON;
const plain = averageMind(lexicon);
/** The likeliest cell: what a bot without noise and without neighbors would say. */
const bestCell = (density: Float64Array): Cell => density.indexOf(Math.max(...density));
const guess = (...clues: string[]): Cell | null => {
  const density = densityOfClues(clues, plain);
  return density && bestCell(density);
};

describe('whole games of bots', () => {
  let games: readonly BotGame[] = [];
  let rounds: readonly RoundRecord[] = [];
  beforeAll(() => {
    games = Array.from({ length: 80 }, (_, seed) =>
      new BotGame(seed, 3 + (seed % 8), { turns: seed % 20 === 0 ? 5 : 'auto' }).play(),
    );
    rounds = games.flatMap(({ state }) => state.history);
  });

  it('never have a move refused', () => {
    expect(games.flatMap(({ refused }) => refused)).toEqual([]);
    expect(games.every(({ isOver }) => isOver)).toBe(true);
  });

  it('are the same for the same seed, and different for another', () => {
    expect(new BotGame(7, 5).play().moves).toEqual(new BotGame(7, 5).play().moves);
    expect(new BotGame(7, 5).play().moves).not.toEqual(new BotGame(8, 5).play().moves);
  });

  it('mostly have a second clue, sometimes not', () => {
    const share = rounds.filter(({ clues }) => clues.length === 2).length / rounds.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(1);
  });

  it('score far above chance, and leave room to be beaten', () => {
    const points = meanPoints(games);
    const chance = 34 / CELLS; // 3 + 8 × 2 + 16 × 1 points, at the most, spread over all cells
    expect(points).toBeGreaterThan(10 * chance);
    expect(points).toBeLessThan(1.2);
  });

  it('guess as people do: nearly a third within a step, half within two, few far off', () => {
    const steps = games.flatMap(({ placed }) => placed.map(({ cell, target }) => distance(cell, target)));
    const within = (most: number) => steps.filter((step) => step <= most).length / steps.length;
    expect(steps.length).toBeGreaterThan(2_500);
    expect(within(0)).toBeLessThan(0.07);
    expect(within(1)).toBeGreaterThan(0.25);
    expect(within(1)).toBeLessThan(0.35);
    expect(within(2)).toBeGreaterThan(0.45);
    expect(within(2)).toBeLessThan(0.6);
    expect(within(6)).toBeGreaterThan(0.88);
    expect(within(9)).toBeLessThan(1);
  });

  it('tell who only guesses, until the next marker', () => {
    const blind = games.flatMap(({ placed }) => placed.filter(({ isBlind }) => isBlind));
    expect(blind.length).toBeGreaterThan(20);
    const game = new BotGame(1, 3);
    while (game.view(seatId(1)).stage !== 'place') game.step();
    const [seat, next] = game.view(seatId(1)).queue;
    game.do(seat!, { type: 'placeMarker', cell: 400, isBlind: true });
    game.do(next!, { type: 'placeMarker', cell: 10 });
    const told = () =>
      game
        .view(seatId(1))
        .players.filter(({ isBlind }) => isBlind)
        .map((one) => one.seat);
    expect(told()).toEqual([seat]);
    game.do(game.view(seatId(1)).giver, { type: 'giveSecondClue', text: 'zzxq' });
    game.do(next!, { type: 'placeMarker', cell: 200 });
    game.do(seat!, { type: 'placeMarker', cell: 300 });
    expect([game.refused, told()]).toEqual([[], []]);
  });

  it('hardly ever look across the edge of the board when they know the words', () => {
    const across = games.flatMap(({ placed }) =>
      placed
        .filter(({ isBlind }) => !isBlind)
        .filter(({ cell, target }) => Math.abs(columnOf(cell) - columnOf(target)) > 20)
        .map(({ cell, target, clues }) => `${clues.join(', ')}: ${cellName(target)} → ${cellName(cell)}`),
    );
    // Who takes "moonstone" for the stone of the moon.
    expect(across.length, across.join()).toBeLessThan(3);
  });

  it('never say a name that the board shows for the cell or one beside it', () => {
    const said = rounds.flatMap(({ clues, target }) =>
      target === null ? [] : clues.filter(isNameNear(target, CELL_NAMES)),
    );
    expect(said).toEqual([]);
  });

  it('do not give the same few clues', () => {
    const first = rounds.map(({ clues }) => clues[0]);
    expect(new Set(first).size).toBeGreaterThan(300);
  });
});

/** Mean points of one marker: half of what a guesser gains in a round of two clues. */
function meanPoints(games: readonly BotGame[]): number {
  const gains = games
    .flatMap(({ state }) => state.history)
    .flatMap(({ gains, giver, clues }) =>
      gains.filter(({ seat }) => seat !== giver).map(({ points }) => points / clues.length),
    );
  return gains.reduce((sum, points) => sum + points, 0) / gains.length;
}

describe('giving clues', () => {
  it('after a challenge says something else about the same cell', () => {
    for (let seed = 0; seed < 40; seed++) {
      const table = new BotGame(seed, 4);
      table.step();
      const given = table.moves[0]!;
      const [giver, ...guessers] = table.view(seatId(1)).players.map(({ seat }) => seat);
      for (const seat of [giver!, ...guessers].filter((seat) => seat !== table.view(seat).giver).slice(0, 2))
        table.do(seat, { type: 'challengeClue' });
      expect(table.view(seatId(1))).toMatchObject({ stage: 'clue', isRetry: true });
      table.step();
      const again = table.moves.at(-1)!;
      expect(table.refused).toEqual([]);
      expect(given.type === 'giveClue' && again.type === 'giveClue' && again.cell === given.cell).toBe(true);
      expect(again).not.toEqual(given);
    }
  });

  it('finds a word when every good one is used up', () => {
    const table = new BotGame(1, 3);
    const giver = table.view(seatId(1)).giver;
    const view = table.view(giver);
    const used = view.secret!.card.flatMap((cell) => lexicon.clues[cell]!);
    const history = [{ round: 0, giver, clues: used, target: 0, gains: [], markers: [] }];
    const move = botMove({ ...view, history }, giver, plain, seededRng(1));
    expect(move).toMatchObject({ type: 'giveClue' });
    expect(used).not.toContain(move?.type === 'giveClue' && move.text);
  });

  it('has at least three words for every cell, the first of which leads back', () => {
    expect(lexicon.clues.every((words) => words.length >= 3)).toBe(true);
    const back = lexicon.clues.filter((words, cell) => distance(guess(words[0]!)!, cell) <= 2);
    expect(back.length / CELLS).toBeGreaterThanOrEqual(0.85);
  });
});

describe('guessing', () => {
  /** Clue, where most people look, and how far off a bot may be. */
  const KNOWN: readonly (readonly [string, string, number])[] = [
    ['moss', 'J18', 2],
    ['brick', 'L9', 2],
    ['mustard', 'F14', 2],
    ['lavender', 'E1', 2],
    ['salmon', 'F8', 2],
    ['banana', 'D15', 2],
    ['flamingo', 'D6', 2],
    ['eggplant', 'P3', 2],
    ['rust', 'K10', 2],
    ['tangerine', 'F11', 1],
    ['school bus', 'E13', 2],
    ['midnight sky', 'P28', 2],
    ['avocado', 'H17', 2],
    ['bubblegum', 'F5', 2],
    ['tomato soup', 'I9', 2],
    ['deep ocean', 'O26', 3],
    ['swimming pool', 'E24', 3],
    ['coffee with milk', 'L12', 3],
    ['wet sand', 'I13', 3],
    ['emerald', 'J20', 3],
    ['chocolate', 'O11', 2],
    ['cherry', 'J8', 3],
    ['sapphire', 'K28', 3],
    ['lemon', 'D15', 2],
    ['frog', 'H18', 3],
    ['snow', 'A26', 4],
  ];
  it.each(KNOWN)('puts %s at %s or at most %d cells away', (clue, at, most) => {
    const cell = guess(clue)!;
    expect(distance(cell, parseCell(at)!), cellName(cell)).toBeLessThanOrEqual(most);
  });

  it.each([
    ['bananas', 'banana'],
    ['mossy', 'moss'],
    ['fuschia', 'fuchsia'],
    ['avacado', 'avocado'],
    ["robin's egg", 'robin egg'],
    ['Crème', 'cream'],
    ['the moon', 'moon'],
  ])('reads %s as %s', (typed, meant) => {
    expect(guess(typed)).not.toBeNull();
    expect(guess(typed)).toBe(guess(meant));
  });

  it.each(['purple', 'pink', 'red', 'orange', 'yellow', 'green', 'blue'])(
    'puts a plain %s into its columns or the next one, for tables that allow it',
    (color) => {
      const { from, to } = FAMILIES.find(({ name }) => name === color)!;
      expect(columnOf(guess(color)!)).toBeGreaterThanOrEqual(from - 1);
      expect(columnOf(guess(color)!)).toBeLessThanOrEqual(to + 1);
    },
  );

  it('lets a second clue change or sharpen the first', () => {
    const row = (cell: Cell | null) => Math.floor(cell! / 30);
    expect(row(guess('moss', 'deep'))).toBeGreaterThan(row(guess('moss')));
    expect(row(guess('moss', 'pale'))).toBeLessThan(row(guess('moss')));
    expect(guess('apple')).not.toBe(guess('apple', 'lime'));
    expect(['lime', 'green']).toContain(familyOf(guess('apple', 'lime')!).name);
    expect(guess('zzxq')).toBeNull();
    expect(guess('zzxq', 'moss')).toBe(guess('moss'));
  });

  const place = (view: Partial<GameView>, seed: number, mind = plain): Cell => {
    const table = new BotGame(1, 4);
    const me = table.view(seatId(1)).players.map(({ seat }) => seat)[1]!;
    const full: GameView = { ...table.view(me), stage: 'place', queue: [me], ...view };
    const move = botMove(full, me, mind, seededRng(seed));
    if (move?.type !== 'placeMarker') throw new Error('expected a marker');
    return move.cell;
  };
  const playersAt = (...cells: Cell[]) =>
    cells.map((cell, i) => ({
      seat: seatId(100 + i),
      score: 0,
      gain: null,
      markers: [cell, null] as const,
      isBlind: false,
      isReady: false,
      isChallenging: false,
      isVolunteer: false,
      team: null,
      place: null,
    }));

  it('is near the best cell, but not always on it', () => {
    const steps = Array.from({ length: 300 }, (_, seed) =>
      distance(place({ clues: ['tangerine'] }, seed), guess('tangerine')!),
    );
    expect(Math.max(...steps)).toBeLessThanOrEqual(5);
    expect(steps.filter((step) => step <= 2).length).toBeGreaterThan(200);
    expect(new Set(steps).size).toBeGreaterThan(2);
  });

  it('says so when the word means nothing to it, where all see where it places', () => {
    const table = new BotGame(1, 4);
    const me = table.view(seatId(1)).players.map(({ seat }) => seat)[1]!;
    const isBlind = (view: Partial<GameView>) =>
      botMove({ ...table.view(me), stage: 'place', queue: [me], ...view }, me, plain, seededRng(1));
    expect(isBlind({ clues: ['zzxq'] })).toMatchObject({ isBlind: true });
    expect(isBlind({ clues: ['zzxq', 'moss'] })).not.toHaveProperty('isBlind');
    expect(isBlind({ clues: ['zzxq'], preset: 'party', pass: 1 })).not.toHaveProperty('isBlind');
  });

  it('follows others when it does not know the word, and never takes their cell', () => {
    const players = playersAt(200, 201, 230);
    for (let seed = 0; seed < 100; seed++) {
      const cell = place({ clues: ['zzxq'], players }, seed);
      expect([200, 201, 230]).not.toContain(cell);
    }
    const near = Array.from({ length: 100 }, (_, seed) => place({ clues: ['zzxq'], players }, seed)).filter(
      (cell) => distance(cell, 201) <= 6,
    );
    expect(near.length).toBeGreaterThan(70);
    expect(Number.isInteger(place({ clues: ['zzxq'] }, 1))).toBe(true);
  });

  it('takes less than 50 ms', () => {
    const clues = ['strawberry cake', 'avacado milkshake'];
    const start = performance.now();
    for (let seed = 0; seed < 20; seed++) place({ clues, players: playersAt(1, 2, 3, 4, 5) }, seed);
    expect((performance.now() - start) / 20).toBeLessThan(50);
  });
});

describe('thinking time', () => {
  const table = new BotGame(1, 3);
  const giver = table.view(seatId(1)).giver;
  const delays = (view: GameView) =>
    Array.from({ length: 200 }, (_, seed) => botDelayMs(view, giver, seededRng(seed)));

  it('is that of a person', () => {
    const all = delays(table.view(giver));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...all)).toBeLessThanOrEqual(9_000);
    expect(new Set(all).size).toBeGreaterThan(100);
  });

  it('is at most 12 s, whatever is waited for', () => {
    const stages = ['clue', 'clue2', 'place', 'reveal'] as const;
    const waits = stages.flatMap((stage) =>
      delays({ ...table.view(giver), stage, queue: [giver], spanMs: null }),
    );
    expect(Math.max(...waits)).toBeLessThanOrEqual(12_000);
    expect(Math.min(...waits)).toBeGreaterThan(0);
  });

  it('is shorter for whoever thought while others placed, so that a full table is not slow', () => {
    const placing: GameView = { ...table.view(giver), stage: 'place', queue: [giver], spanMs: 25_000 };
    const others = placing.players.filter(({ seat }) => seat !== giver);
    const markersOf = (pass: 1 | 2, markers: PlayerView['markers']) =>
      delays({ ...placing, pass, players: others.map((player) => ({ ...player, markers })) });
    const first = [markersOf(1, [null, null]), markersOf(2, [40, null])].flat();
    expect(Math.min(...first)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...first)).toBeGreaterThan(5_000);
    const later = [markersOf(1, [40, null]), markersOf(2, [40, 41])].flat();
    expect(Math.min(...later)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...later)).toBeLessThanOrEqual(3_000);
  });

  it('fits into a short wait', () => {
    expect(Math.max(...delays({ ...table.view(giver), spanMs: 5_000 }))).toBeLessThanOrEqual(2_000);
  });

  it('is nothing for a seat nobody waits for, which has no move either', () => {
    const other = table.view(giver).players.find(({ seat }) => seat !== giver)!.seat;
    expect(botDelayMs(table.view(other), other, seededRng(1))).toBe(0);
    expect(botMove(table.view(other), other, plain, seededRng(1))).toBeNull();
  });
});

describe('the mind of a bot', () => {
  const minds = Array.from({ length: 60 }, (_, seed) => newMind(lexicon, seededRng(seed)));
  const seen = (mind: Mind, clue: string) => {
    const density = densityOfClues([clue], mind);
    return density && bestCell(density);
  };

  it('is its own, and stays as it is', () => {
    const cells = minds.map((mind) => seen(mind, 'moss'));
    expect(minds.map((mind) => seen(mind, 'moss'))).toEqual(cells);
    expect(new Set(cells).size).toBeGreaterThan(8);
    // Two minds that agree about one word do not about the next.
    const twins = minds.filter((mind) => seen(mind, 'moss') === cells[0]);
    const apart = minds.map((mind) => (seen(mind, 'brick') ?? 0) - (seen(mind, 'moss') ?? 0));
    expect(new Set(apart).size).toBeGreaterThan(twins.length);
  });

  it('still understands what people say', () => {
    const clues = [
      'moss',
      'brick',
      'mustard',
      'salmon',
      'banana',
      'flamingo',
      'eggplant',
      'deep ocean',
      'emerald',
    ];
    const off = clues.flatMap((clue) =>
      minds.flatMap((mind) => {
        const cell = seen(mind, clue);
        return cell === null ? [] : [distance(cell, guess(clue)!)];
      }),
    );
    expect(off.length).toBeGreaterThan(0.94 * clues.length * minds.length);
    const within = (most: number) => off.filter((steps) => steps <= most).length / off.length;
    expect(within(1)).toBeGreaterThan(0.35);
    expect(within(2)).toBeGreaterThan(0.65);
    expect(within(4)).toBeGreaterThan(0.9);
  });
});
