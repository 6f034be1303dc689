import { expect, it } from 'vitest';
import { playerId, type SeatId } from '../../../../shared/core/ids.ts';
import type { Actor, TimeUp } from '../../../../shared/core/rules.ts';
import { seededRng } from '../../../../shared/core/seeded-rng.ts';
import type { TableState } from '../../../../shared/table/state.ts';
import type { TableCommand } from '../../../../shared/table/types.ts';
import { HOSTED_GAMES } from '../../../games/index.ts';
import { type Move, type TableGame, tableGames } from '../hosted-game.ts';
import { type PlayedGame, PlayedGames } from './played-game.ts';

const SYSTEM = { kind: 'system' } as const;
const MOVES = 400;

/** Games at a table at which anything happens, as two tell them: one that is shown the table, one that reads entries. */
function toldTwice(game: TableGame, seed: number): Record<'seen' | 'read', PlayedGame[]> {
  const { table, rules } = game;
  const rng = seededRng(seed);
  const told: Record<'seen' | 'read', PlayedGame[]> = { seen: [], read: [] };
  const seen = new PlayedGames(game, table.initial);
  const read = new PlayedGames(game, table.initial);
  let state: TableState<unknown> = table.initial;
  let now = 1_700_000_000_000;
  let seq = 0;
  const say = (command: TableCommand<Move> | TimeUp, by: Actor = SYSTEM) => {
    const decided = table.decide(state, by, command, { now, rng });
    if (!decided.ok) return;
    const entry = { seq: ++seq, at: now, events: decided.value };
    for (const event of entry.events) state = table.evolve(state, event);
    if (decided.after !== undefined) expect(decided.after).toEqual(state);
    told.seen.push(...seen.add(entry, state));
    told.read.push(...read.add(JSON.parse(JSON.stringify(entry))));
  };
  const as = (seat: SeatId, command: TableCommand<Move>) => say(command, { kind: 'seat', seat });
  const anybody = () => state.seats[rng.int(Math.max(1, state.seats.length))]?.id;
  const sit = () => {
    const name = `p${rng.int(6)}`;
    say({ type: 'sit', person: { id: playerId(name), name, marker: rng.int(6) } });
  };
  say({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
  for (let i = 0; i < 6; i++) sit();
  for (let i = 0; i < MOVES; i++) {
    now += rng.int(3_000);
    const seat = anybody();
    if (state.phase !== 'playing' && state.host !== null) as(state.host, { type: 'start' });
    const moves = state.seats.flatMap(({ id }) =>
      state.game === null ? [] : rules.legalCommands(state.game, id).map((move) => ({ id, move })),
    );
    const wish = moves[rng.int(Math.max(1, moves.length))];
    if (wish) as(wish.id, { type: 'play', move: wish.move });
    const chance = rng.int(40);
    const person = state.seats.find(({ id }) => id === seat)?.person.id;
    if (chance === 0 && seat !== undefined) as(seat, { type: 'leave' });
    if (chance === 1 || chance === 2) sit();
    if (chance === 3 && state.host !== null) as(state.host, { type: 'addBot' });
    if (chance === 4 && person) say({ type: 'goAway', player: person });
    if (chance === 5 && person) say({ type: 'comeBack', player: person });
    const due = table.deadline(state);
    if (due !== null && rng.int(6) === 0) {
      now = Math.max(now, due);
      say({ type: 'timeUp' });
    }
  }
  return told;
}

it('tells the same of a game whether it is shown the table or reads the entries, whoever leaves, comes or is away', () => {
  const all: PlayedGame[] = [];
  for (const game of tableGames(HOSTED_GAMES).values()) {
    for (let seed = 1; seed <= 12; seed++) {
      const { seen, read } = toldTwice(game, seed);
      expect(seen).toEqual(read);
      all.push(...seen);
    }
  }
  expect(all.length).toBeGreaterThan(50);
  const players = all.flatMap((game) => game.players);
  expect(players.some(({ place }) => place === null)).toBe(true);
  expect(players.some(({ person }) => person === null)).toBe(true);
  expect(players.some(({ counts }) => Object.keys(counts).length > 0)).toBe(true);
});
