import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { seatId } from '../../core/ids.ts';
import { rngFrom } from '../../core/rng.ts';
import { CARDS } from './cards.ts';
import { orderOfSeed, promiseOf, shuffledDeck } from './deck.ts';
import { checkDeck, DeckLedger, type DeckRecord } from './deck-record.ts';
import type { GameEvent } from './types.ts';

const ALL = CARDS.map((_, card) => card);
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

/** `docs/deck.md` once more, with other tools. */
function orderByHand(seed: string): number[] {
  const deck = [...ALL];
  const numbers: number[] = [];
  for (let block = 0; numbers.length < 400; block++) {
    const digest = createHash('sha256').update(`color-clues deck 1 order ${seed} ${block}`).digest();
    for (let at = 0; at < 32; at += 4) numbers.push(digest.readUInt32BE(at));
  }
  for (let last = 119; last > 0; last--) {
    const choices = last + 1;
    let number = numbers.shift()!;
    while (number >= Math.floor(2 ** 32 / choices) * choices) number = numbers.shift()!;
    const other = number % choices;
    const card = deck[last]!;
    deck[last] = deck[other]!;
    deck[other] = card;
  }
  return deck;
}

describe('The order of the cards (rule 1.4)', () => {
  it('follows from the seed as docs/deck.md says, and so does the promise', () => {
    fc.assert(
      fc.property(hex, (seed) => {
        expect(orderOfSeed(seed)).toEqual(orderByHand(seed));
        const promise = createHash('sha256').update(`color-clues deck 1 promise ${seed}`).digest('hex');
        expect(promiseOf(seed)).toBe(promise);
      }),
    );
    const page = readFileSync(new URL('../../../docs/deck.md', import.meta.url), 'utf8');
    const [seed = '', promise = ''] = page.match(/\b[0-9a-f]{64}\b/g) ?? [];
    const [, first = ''] = /begins with cards ([\d, ]+)/.exec(page) ?? [];
    expect(promiseOf(seed)).toBe(promise);
    expect(orderOfSeed(seed).slice(0, 6).join(', ')).toBe(first);
  });

  it('takes 256 bits that nobody knows: each of them changes seed, promise and order', () => {
    const words = Array.from({ length: 8 }, (_, i) => Math.imul(i + 1, 0x9e3779b9) >>> 0);
    const deckOf = (drawn: readonly number[]) => {
      const left = [...drawn];
      return shuffledDeck(rngFrom(() => left.shift()!));
    };
    const decks = Array.from({ length: 256 }, (_, bit) =>
      deckOf(words.map((word, i) => (i === bit >> 5 ? (word ^ (1 << (bit & 31))) >>> 0 : word))),
    ).concat(deckOf(words));
    for (const part of ['seed', 'promise', 'order'] as const)
      expect(new Set(decks.map((deck) => deck[part].toString())).size).toBe(257);
    for (const { order } of decks) expect([...order].sort((a, b) => a - b)).toEqual(ALL);
  });

  it('is no likelier than another', () => {
    const first = Array.from({ length: 6_000 }, (_, i) => orderOfSeed(`${i}`)[0]!);
    const counts = ALL.map((card) => first.filter((other) => other === card).length);
    // 50 each; six standard deviations.
    expect(Math.max(...counts.map((count) => Math.abs(count - 50)))).toBeLessThan(43);
  });
});

/** Everything that happened at one table in several games: some rounds are void, somebody leaves, one game ends early. */
function playedOut(seed: number, people: number, decks: number): GameEvent[] {
  const events: GameEvent[] = [];
  const shuffles = () => events.filter(({ type }) => type === 'deckShuffled').length;
  const table = ScriptedTable.playing(seed, people, (event) => {
    events.push(event);
    return event;
  });
  for (let step = 0; shuffles() < decks && step < 20_000; step++) {
    table.now += 500;
    if (table.state.phase === 'over') table.as(table.state.host ?? seatId(1), { type: 'start' });
    const { phase } = table.game;
    if (phase.name === 'clue' && table.rng.next() < 0.1) {
      table.now = Math.max(table.now, (phase.since + (phase.until ?? 0)) / 2);
      table.tell({ type: 'skipTurn' }, hostOf(table));
    }
    const moves = table.legal.filter(({ move }) => move.type !== 'challengeClue');
    const next = moves.length > 0 ? table.rng.pick(moves) : null;
    if (next === null) table.wake();
    else table.play(next.seat, next.move);
  }
  return events;
}
const hostOf = (table: ScriptedTable) => ({ kind: 'seat', seat: table.state.host ?? seatId(1) }) as const;

const recordsOf = (events: readonly GameEvent[], isClosed: boolean): DeckRecord[] => {
  const ledger = new DeckLedger();
  for (const event of events) ledger.add(event);
  return ledger.records(isClosed);
};

describe('A deck that is used up', () => {
  const events = playedOut(5, 4, 3);
  const [used, second, third] = recordsOf(events, false) as [DeckRecord, DeckRecord, DeckRecord];

  it('is shown to have been what was promised, over rematches and void rounds', () => {
    expect(checkDeck(used)).toEqual({ result: 'kept', colors: 120 });
    expect(checkDeck(second)).toEqual({ result: 'kept', colors: 120 });
    expect(used.rounds.length).toBeGreaterThan(120);
    expect(used.rounds.at(-1)!.game).toBeGreaterThan(5);
  });

  it('gives its seed away only then, or when the table is closed', () => {
    const { promise } = third;
    expect(third).toEqual({ promise, seed: null, rounds: [] });
    expect(checkDeck(third)).toEqual({ result: 'sealed' });
    for (let end = 1; end < events.length; end++) {
      const shuffled = events.slice(0, end).filter(({ type }) => type === 'deckShuffled');
      const out = recordsOf(events.slice(0, end), false).filter(({ seed }) => seed !== null);
      expect(out.length).toBe(shuffled.length - 1);
    }
    for (const end of [50, 500, 1_500])
      for (const record of recordsOf(events.slice(0, end), true))
        expect(checkDeck(record).result).toBe('kept');
  });

  it.each<[string, (record: DeckRecord) => DeckRecord, string]>([
    ['a seed of another deck', (record) => ({ ...record, seed: second.seed }), 'otherSeed'],
    ['another promise', (record) => ({ ...record, promise: second.promise }), 'otherSeed'],
    ['seed and promise of another deck', ({ rounds }) => ({ ...second, rounds }), 'otherCards'],
    ['two colors in another order', (record) => swapped(record), 'otherCards'],
    [
      'a color that was left out',
      ({ rounds, ...rest }) => ({ ...rest, rounds: rounds.slice(1) }),
      'otherCards',
    ],
    ['another color', (record) => withFirst(record, (record.rounds[0]!.target! + 1) % 480), 'otherCards'],
    [
      'more rounds than cards',
      ({ rounds, ...rest }) => ({ ...rest, rounds: [...rounds, ...rounds] }),
      'otherCards',
    ],
    ['a seed that is none', (record) => ({ ...record, seed: '' }), 'otherSeed'],
  ])('%s is found', (_what, tamper, result) => {
    const revealed = { ...used, rounds: used.rounds.filter(({ target }) => target !== null) };
    const clean = recordsOf(withoutVoids(), true)[0]!;
    expect(checkDeck(clean).result).toBe('kept');
    expect(checkDeck(tamper(clean)).result).toBe(result);
    // Void rounds count: without them, the order is another one.
    expect(checkDeck(revealed).result).toBe('otherCards');
  });

  const swapped = ({ rounds: [first, second, ...rest], ...record }: DeckRecord): DeckRecord => ({
    ...record,
    rounds: [second!, first!, ...rest],
  });
  const withFirst = (
    { rounds: [first, ...rest], ...record }: DeckRecord,
    target: number | null,
  ): DeckRecord => ({
    ...record,
    rounds: [{ ...first!, target }, ...rest],
  });

  /** The facts of the first deck up to its first void round. */
  const withoutVoids = () => {
    const end = events.findIndex(({ type }) => type === 'roundVoided');
    return events.slice(0, end);
  };
});

it('a deck of an older program has no promise, and is in no list', () => {
  const old: GameEvent[] = [
    { type: 'deckShuffled', order: ALL, seed: null, promise: null },
    { type: 'roundVoided', reason: 'skipped', at: 0 },
  ];
  expect(recordsOf(old, true)).toEqual([]);
});
