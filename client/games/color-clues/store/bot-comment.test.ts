import { describe, expect, it } from 'vitest';
import { seatId } from '../../../../shared/core/ids.ts';
import { seededRng } from '../../../../shared/core/seeded-rng.ts';
import { CELLS } from '../../../../shared/games/color-clues/board.ts';
import type { RoundRecord } from '../../../../shared/games/color-clues/types.ts';
import { sample } from '../samples.ts';
import { botComment } from './bot-comment.ts';
import { readingLine } from './reading.ts';
import type { View } from './view.ts';

const { view } = sample('reveal');
const seats = view.seats.map((seat) => ({ ...seat, kind: 'bot' as const }));
const ROUNDS = 12;

/** All that bots say in a game whose rounds all went as badly as can be, without their names. */
function saidIn(promise: string, gameNumber: number): string[] {
  const rng = seededRng(gameNumber);
  const history: RoundRecord[] = [];
  const said: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const target = rng.int(CELLS);
    const giver = seats[round % seats.length]!.id;
    const far = (target + CELLS / 2) % CELLS;
    const guessers = view.game!.players.map((player) => ({
      ...player,
      markers: [player.seat === giver ? null : far, null] as const,
    }));
    const game = { ...view.game!, promise, round, giver, target, history: [...history], players: guessers };
    const comment = botComment({ ...view, seats, gameNumber, game } as View, target);
    if (comment) said.push(comment.slice(comment.indexOf('“')));
    const markers = guessers.flatMap(({ seat, markers: [cell] }) =>
      cell === null ? [] : [{ seat, cell, pass: 1 as const }],
    );
    history.push({ round, giver, clues: ['moss'], target, gains: [], markers });
  }
  return said;
}

describe('what bots say', () => {
  const games = Array.from({ length: 60 }, (_, index) => saidIn(`deck ${index}`, 1 + (index % 5)));

  it('is not said twice in a game', () => {
    for (const said of games) expect(new Set(said).size).toBe(said.length);
  });

  it('is said now and then, and not the same in the next game', () => {
    const all = games.flat();
    expect(all.length / games.length).toBeGreaterThan(2);
    expect(all.length / games.length).toBeLessThan(ROUNDS / 2 + 1);
    const first = (gameNumber: number) => saidIn('one deck', gameNumber)[0];
    expect(new Set([1, 2, 3].map(first)).size).toBeGreaterThan(1);
  });
});

it('who reads that two think alike stands first themselves', () => {
  const players = view.game!.players.map((player, index) => ({
    ...player,
    markers: [index === 1 || index === 2 ? 100 : null, null] as const,
  }));
  const [, other, me] = players;
  const game = { ...view.game!, giver: seatId(1), target: 300, players };
  const line = readingLine({ ...view, game } as View, me!.seat, 300);
  expect(line).toMatch(/^You and \w+ think alike/);
  expect(readingLine({ ...view, game } as View, other!.seat, 300)).toMatch(/^You and \w+ think alike/);
});
