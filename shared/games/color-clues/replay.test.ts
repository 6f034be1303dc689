import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromLines } from '../../../test/harness/golden.ts';
import { ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { CELLS } from './board.ts';
import { CARDS } from './cards.ts';
import { replay } from './replay.ts';
import { colorClues } from './rules.ts';
import { tally } from './tally.ts';
import type { GameEvent, GameView } from './types.ts';

const WATCHING = { kind: 'spectator' } as const;

/** The facts of the first game in a stored journal. */
function stored(name: string): GameEvent[] {
  const path = new URL(`../../../test/fixtures/journals/${name}.jsonl`, import.meta.url);
  return fromLines(readFileSync(path, 'utf8')).rows.flatMap(({ body }) => {
    const { version, events } = JSON.parse(body) as { version: number; events: Record<string, never>[] };
    return events.flatMap(({ type, event }) =>
      type === 'gameEvent' ? [colorClues.upcast(event!, version)!] : [],
    );
  });
}

const told = (events: readonly GameEvent[]): object[] => {
  const teller = replay.begin();
  return events.flatMap((event) => [...teller.tell(event)]);
};
const again = (events: readonly GameEvent[]): GameView => {
  const facts = told(events).map((each) => replay.read(JSON.parse(JSON.stringify(each)))!);
  return replay.view(facts.reduce(replay.evolve, replay.initial), WATCHING);
};

/** A whole game by chance, with people who come and go. */
function played(seed: number, people: number, options: object): GameEvent[] {
  const events: GameEvent[] = [];
  const keep = (event: GameEvent) => {
    events.push(event);
    return event;
  };
  const table = ScriptedTable.playing(seed, people, keep, options);
  for (let step = 0; table.state.phase === 'playing' && step < 20_000; step++) {
    const { legal } = table;
    if (step === 25) table.as(table.state.seats.at(-1)!.id, { type: 'leave' });
    if (legal.length === 0 || table.rng.int(9) === 0) table.wake();
    else {
      const { seat, move } = table.rng.pick(legal);
      if (move.type !== 'challengeClue' || table.rng.int(20) === 0) table.play(seat, move);
      else table.wake();
    }
  }
  return events;
}

const games: [string, GameEvent[]][] = [
  ...['table-v1', 'table-v4', 'table-party-v4'].map((name): [string, GameEvent[]] => [name, stored(name)]),
  ...[1, 2, 3].map((seed): [string, GameEvent[]] => [`classic ${seed}`, played(seed, 5, { turns: 1 })]),
  ...[4, 5, 6].map((seed): [string, GameEvent[]] => [
    `party ${seed}`,
    played(seed, 6, { preset: 'party', clues: 2, turns: 1 }),
  ]),
];

describe.each(games)('a finished game that is shown again: %s', (_name, events) => {
  it('ends as it ended', () => {
    const live = colorClues.view(events.reduce(colorClues.evolve, colorClues.initial), WATCHING);
    const shown = again(events);
    expect(live.stage).toBe('over');
    const { history, players, rounds, clues } = live;
    expect(shown).toMatchObject({ stage: 'over', history, rounds, clues });
    expect(shown.players.map(({ seat, score, place }) => [seat, score, place])).toEqual(
      players.map(({ seat, score, place }) => [seat, score, place]),
    );
  });

  it('shows each color with the markers that everybody saw then', () => {
    const reveals = (facts: readonly GameEvent[]) => {
      let state = colorClues.initial;
      return facts.flatMap((event) => {
        state = replay.evolve(state, event);
        const { target, players } = event.type === 'roundRevealed' ? replay.view(state, WATCHING) : {};
        return players
          ? [{ target, players: players.map(({ seat, markers, gain }) => ({ seat, markers, gain })) }]
          : [];
      });
    };
    expect(reveals(told(events).map((each) => replay.read(each)!))).toEqual(reveals(events));
  });

  it('is the same, byte for byte, whatever was never shown', () => {
    const revealed = new Set(
      events.flatMap((event, i) =>
        event.type === 'roundRevealed' ? [lastIndex(events, i, 'roundStarted')] : [],
      ),
    );
    const other = events.map((event, i): GameEvent => {
      switch (event.type) {
        case 'deckShuffled':
          return { ...event, order: [...event.order].reverse(), seed: 'f'.repeat(64) };
        case 'roundStarted':
          return revealed.has(i) ? event : { ...event, card: (event.card + 1) % CARDS.length };
        case 'clueGiven':
          return revealed.has(lastIndex(events, i, 'roundStarted'))
            ? { ...event, warning: 'other' }
            : { ...event, target: 7, warning: 'other' };
        case 'markerLaid':
          return isLaidAgain(events, i) ? { ...event, cell: (event.cell + 1) % CELLS } : event;
        default:
          return event;
      }
    });
    expect(JSON.stringify(told(other))).toBe(JSON.stringify(told(events)));
    expect(JSON.stringify(told(events))).not.toMatch(/"(?:card|seed|order":\[\d{3})/);
  });

  it('counts the markers of everybody, and each clue once (rule 10.3)', () => {
    let state = colorClues.initial;
    let [markers, guessed, given] = [0, 0, 0];
    for (const event of events) {
      for (const { counts } of tally(state, event)) {
        markers += counts.markers ?? 0;
        guessed += counts.guessed ?? 0;
        given += counts.given ?? 0;
      }
      state = colorClues.evolve(state, event);
    }
    expect(markers).toBe(guessed);
    expect(given).toBe(state.history.filter(({ target }) => target !== null).length);
    expect(markers).toBeGreaterThan(0);
  });
});

const lastIndex = (events: readonly GameEvent[], before: number, type: GameEvent['type']): number =>
  events.slice(0, before).findLastIndex((event) => event.type === type);

/** Whether a marker was moved before it was shown. */
function isLaidAgain(events: readonly GameEvent[], at: number): boolean {
  const laid = events[at] as Extract<GameEvent, { type: 'markerLaid' }>;
  const rest = events.slice(at + 1);
  const end = rest.findIndex(({ type }) => /placingClosed|round/.test(type));
  return rest.slice(0, end).some((event) => event.type === 'markerLaid' && event.seat === laid.seat);
}

it('the longest game takes at most 300 KB', () => {
  const teller = replay.begin();
  const steps: string[] = [];
  const keep = (event: GameEvent) => {
    const events = teller.tell(event).map((each) => ({ type: 'gameEvent', event: each }));
    if (events.length > 0) steps.push(JSON.stringify({ at: 9_999_999, events }));
    return event;
  };
  const options = { preset: 'party', clues: 2, turns: 5, timers: 'off', clueCheck: 'off' };
  const table = ScriptedTable.playing(1, 16, keep, options);
  const word = () => Array.from({ length: 20 }, () => 'abcdefghij'[table.rng.int(10)]).join('');
  while (table.state.phase === 'playing') {
    const { giver, stage, queue } = table.view(null).game!;
    const secret = table.view(giver).game?.secret;
    if (stage === 'clue' && secret)
      table.play(giver, { type: 'giveClue', cell: secret.card[0], text: word() });
    else if (stage === 'clue2') table.play(giver, { type: 'giveSecondClue', text: `${word()} ${word()}` });
    else if (stage !== 'place') table.wake();
    else
      for (const seat of queue)
        while (table.play(seat, { type: 'placeMarker', cell: table.rng.int(CELLS) }) === 'cell_taken');
  }
  expect(table.game.history).toHaveLength(80);
  expect(steps.join().length).toBeGreaterThan(200_000);
  expect(steps.join().length).toBeLessThan(300_000);
});

it('nothing malformed is taken for a fact', () => {
  for (const raw of [
    null,
    {},
    { type: 'deckShuffled', order: [], seed: null, promise: null },
    { type: 'markerPlaced', seat: 1, cell: 480 },
    { type: 'roundStarted', round: 1, giver: 1, giverFactor: 1, card: 5 },
    { type: 'clueChallenged', seat: 1, more: true },
  ])
    expect(replay.read(raw)).toBeNull();
});
