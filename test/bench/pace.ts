/**
 * `npm run bench:pace`: how whole games feel at natural pace, by the real rules and bots on a clock that jumps: an hour of
 * play takes seconds. People think as long as people do (`PEOPLE`), and play as bots of all levels would. Told is how long
 * a game and a round last, how long somebody waits between two things that they do, and the longest time in which nothing
 * happens that can be seen. Options: `--games=5 --seed=1`.
 */
import { parseArgs } from 'node:util';
import { bot, lexiconOf } from '../../server/games/color-clues/bot.ts';
import { BotDriver } from '../../server/rooms/tables/bots.ts';
import { BOT_LEVELS, type BotLevel } from '../../shared/core/bot-level.ts';
import { commandId, matchId, playerId, type SeatId } from '../../shared/core/ids.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import { botMove, isBotWaitedFor } from '../../shared/games/color-clues/bot.ts';
import { type Mind, newMind } from '../../shared/games/color-clues/bot-mind.ts';
import {
  DEFAULT_OPTIONS,
  type GameEvent,
  type GameOptions,
  type GameView,
} from '../../shared/games/color-clues/types.ts';
import type { TableCommand, TableEvent } from '../../shared/table/types.ts';
import { FakeClock, fakeLog, seededEntropy } from '../harness/fakes.ts';
import { memoryJournal } from '../harness/memory-journal.ts';
import { colorTable } from '../harness/scripted-table.ts';

/** How long people take, ms: from, to; the middle is likelier than the ends. */
const PEOPLE = {
  clue: [10_000, 35_000],
  clue2: [6_000, 20_000],
  place: [4_000, 15_000],
  reveal: [3_000, 7_000],
} as const;
/** Who plays what: people, bots, options. */
const TABLES: readonly (readonly [number, number, Partial<GameOptions>])[] = [
  [1, 3, { preset: 'classic' }],
  [1, 5, { preset: 'classic' }],
  [1, 9, { preset: 'classic' }],
  [5, 0, { preset: 'classic' }],
  [10, 0, { preset: 'classic' }],
  [1, 3, { preset: 'party' }],
  [1, 7, { preset: 'party' }],
  [1, 15, { preset: 'party' }],
  [10, 0, { preset: 'party' }],
  [4, 4, { preset: 'party', clues: 2 }],
];
/** A game that takes longer than this does not end, ms. */
const NEVER_MS = 3 * 60 * 60_000;

const { values } = parseArgs({
  options: { games: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});

/** What happened in the games of one kind of table: all in seconds. */
interface Felt {
  readonly games: number[];
  readonly rounds: number[];
  /** Between two things that the same person does. */
  readonly between: number[];
  /** In which nothing changed that everybody sees. */
  readonly still: number[];
}

/** Plays one game at a table of its own, and writes down how it went. */
async function play(people: number, bots: number, options: Partial<GameOptions>, seed: number, felt: Felt) {
  const clock = new FakeClock();
  const entropy = seededEntropy(seed);
  const ports = {
    journal: memoryJournal<TableEvent<GameEvent>>(),
    clock,
    entropy,
    log: fakeLog(),
    botPace: 1,
  };
  const driver = new BotDriver(colorTable, bot, ports);
  const minds = new Map<SeatId, Mind>();
  const busy = new Set<SeatId>();
  const acted = new Map<SeatId, number>();
  let [serial, shown, shownAt, round, roundAt] = [0, '', clock.now(), 0, clock.now()];
  const viewOf = (seat: SeatId | null): GameView | null => {
    const { game } = match.state;
    if (game === null || match.state.phase === 'waiting') return null;
    return colorTable.game.view(game, seat === null ? { kind: 'spectator' } : { kind: 'seat', seat });
  };
  const tell = (command: TableCommand<never> | object, seat: SeatId | null = null) =>
    match.dispatch({
      commandId: commandId(`pace-${++serial}`),
      by: seat === null ? { kind: 'system' } : { kind: 'seat', seat },
      command: command as never,
    });
  /** Whoever is waited for begins to think, and does it when they have. */
  const letPeopleThink = () => {
    for (const { id: seat, kind } of match.state.seats) {
      const view = viewOf(seat);
      if (kind !== 'human' || busy.has(seat) || !view || !isBotWaitedFor(view, seat)) continue;
      const [from, to] = PEOPLE[view.stage as keyof typeof PEOPLE];
      const rng = entropy.rng();
      busy.add(seat);
      clock.setTimer(clock.now() + from + ((to - from) * (rng.next() + rng.next())) / 2, async () => {
        busy.delete(seat);
        const now = viewOf(seat);
        const level = BOT_LEVELS[rng.int(BOT_LEVELS.length)] as BotLevel;
        const mind = minds.get(seat) ?? newMind(lexiconOf('en'), rng, { level });
        minds.set(seat, mind);
        const move = now && botMove(now, seat, mind, rng);
        if (!move) return;
        if (acted.has(seat)) felt.between.push((clock.now() - acted.get(seat)!) / 1_000);
        acted.set(seat, clock.now());
        await tell({ type: 'play', move }, seat);
      });
    }
  };
  const look = () => {
    driver.update(match);
    letPeopleThink();
    const view = viewOf(null);
    if (!view) return;
    const { stage, pass, placed, players, clues } = view;
    const seen = JSON.stringify([
      view.round,
      stage,
      pass,
      placed,
      clues,
      players.map((each) => [each.markers, each.isReady]),
    ]);
    if (seen !== shown) {
      if (shown !== '') felt.still.push((clock.now() - shownAt) / 1_000);
      [shown, shownAt] = [seen, clock.now()];
    }
    if (view.round === round) return;
    if (round > 0) felt.rounds.push((clock.now() - roundAt) / 1_000);
    [round, roundAt] = [view.round, clock.now()];
  };
  const opened = await openMatch(colorTable, matchId(`pace-${seed}`), ports, {
    onCommit: () => look(),
    onStop() {},
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const match = opened.value;
  await tell({
    type: 'open',
    name: 'Pace',
    visibility: 'private',
    options: { ...DEFAULT_OPTIONS, ...options },
    bots: 0,
  });
  for (let i = 0; i < people; i++)
    await tell({ type: 'sit', person: { id: playerId(`person-${i}`), name: `Person ${i}`, marker: i } });
  const host = match.state.host!;
  for (let i = 0; i < bots; i++)
    await tell({ type: 'addBot', level: BOT_LEVELS[i % BOT_LEVELS.length] }, host);
  await tell({ type: 'start' }, host);
  const start = clock.now();
  while (match.state.phase === 'playing' && clock.now() - start < NEVER_MS) await clock.advance(1_000);
  if (match.state.phase === 'playing') throw new Error('the game does not end');
  felt.games.push((clock.now() - start) / 1_000);
  driver.stop();
  match.close();
}

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
const share = (list: readonly number[], at: number) => sorted(list)[Math.floor(at * (list.length - 1))] ?? 0;
const mean = (list: readonly number[]) =>
  list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length);

console.log(
  '| rules | people | bots | a game, min | a round, s | between own moves, s: mean, p90 | nothing to see, s: p90, longest |',
);
console.log('|---|---|---|---|---|---|---|');
for (const [people, bots, options] of TABLES) {
  const felt: Felt = { games: [], rounds: [], between: [], still: [] };
  for (let game = 0; game < Number(values.games); game++)
    await play(people, bots, options, Number(values.seed) + game, felt);
  const { games, rounds, between, still } = felt;
  const rules = `${options.preset}${options.clues === 2 ? ', two clues' : ''}`;
  const line = [rules, people, bots, (mean(games) / 60).toFixed(1), mean(rounds).toFixed(0)];
  const waits = `${mean(between).toFixed(0)}, ${share(between, 0.9).toFixed(0)}`;
  console.log(
    `| ${line.join(' | ')} | ${waits} | ${share(still, 0.9).toFixed(0)}, ${share(still, 1).toFixed(0)} |`,
  );
}
