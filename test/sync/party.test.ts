import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playerId, type SeatId } from '../../shared/core/ids.ts';
import { CARDS } from '../../shared/games/color-clues/cards.ts';
import type { GameCommand } from '../../shared/games/color-clues/types.ts';
import { ScriptedTable } from '../harness/scripted-table.ts';
import { WireRig, wiredColorClues } from '../harness/wire.ts';

/** Where a guesser puts a marker, by their place among the guessers: at first, and then elsewhere. */
type Spots = (guesser: number, time: 0 | 1) => number;

/** How one party is played up to the moment before the markers of one clue are shown. */
interface Script {
  readonly seed: number;
  readonly people: number;
  /** The clue whose markers stay hidden to the end. */
  readonly pass: 1 | 2;
  /** Guessers in the order in which they place; the last one does not come to it. */
  readonly order: (guessers: number) => readonly number[];
  readonly spots: Spots;
  /** What else the host has chosen. */
  readonly options: object;
}

/** Every frame that everybody got: seats, somebody who watches from the beginning, somebody who comes late. */
function framesOf({ seed, people, pass, order, spots, options }: Script) {
  const table = ScriptedTable.playing(seed, people, undefined, { preset: 'party', clues: 2, ...options });
  const rig = new WireRig(wiredColorClues, table.now);
  const viewOf = (seat: SeatId | null) => table.view(seat);
  const show = () => rig.show(viewOf);
  const act = (seat: SeatId, move: GameCommand) => {
    table.now += 700;
    expect(table.play(seat, move)).toBeNull();
    show();
  };
  show();
  for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) rig.join(seat, viewOf);
  const { giver, guessers, card } = table.game.round!;
  act(giver, { type: 'giveClue', cell: CARDS[card]![0], text: 'lagoon' });
  if (pass === 2) {
    for (const [i, seat] of guessers.entries()) act(seat, { type: 'placeMarker', cell: 400 + i });
    act(giver, { type: 'giveSecondClue', text: 'velvet' });
  }
  const placing = order(guessers.length).slice(0, -1);
  for (const each of placing) act(guessers[each]!, { type: 'placeMarker', cell: spots(each, 0) });
  rig.join(null, viewOf);
  const { person } = table.state.seats.find(({ id }) => id === giver)!;
  table.tell({ type: 'goAway', player: playerId(person.id) });
  show();
  table.tell({ type: 'comeBack', player: playerId(person.id) });
  show();
  for (const each of placing) act(guessers[each]!, { type: 'placeMarker', cell: spots(each, 1) });
  expect(table.game.phase.name).toBe('place');
  rig.join(null, viewOf);
  return { guessers, receivers: rig.receivers };
}

const plain: Spots = (guesser, time) => 20 * time + guesser;
const inTurn = (guessers: number) => Array.from({ length: guessers }, (_, i) => i);
const script = {
  seed: fc.integer(),
  people: fc.integer({ min: 3, max: 8 }),
  pass: fc.constantFrom<(1 | 2)[]>(1, 2),
};
/** Teams, too, and points for more steps: what is hidden stays so. */
const choices = fc.record({
  together: fc.constantFrom('off', 'teams'),
  scoring: fc.constantFrom('normal', 'wide'),
  words: fc.constantFrom('auto', 5),
});
/** Teams need four. */
const played = fc
  .record({ ...script, options: choices })
  .map((drawn) =>
    drawn.options.together === 'teams' ? { ...drawn, people: Math.max(4, drawn.people) } : drawn,
  );
const cell = fc.integer({ min: 50, max: 399 });

describe('markers that are hidden', () => {
  it('change no byte of what anybody but their owner gets, wherever they lie (rule 8.4)', () => {
    fc.assert(
      fc.property(played, fc.nat(), cell, cell, ({ people, ...rest }, pick, first, then) => {
        const owner = pick % (people - 2);
        fc.pre(first !== then);
        const elsewhere: Spots = (each, time) =>
          each === owner ? (time === 0 ? first : then) : plain(each, time);
        const [one, other] = [plain, elsewhere].map((spots) =>
          framesOf({ ...rest, people, spots, order: inTurn }),
        );
        const ownerSeat = one!.guessers[owner]!;
        const framesFor = ({ receivers }: typeof one & object, isOwner: boolean) =>
          receivers.filter(({ seat }) => (seat === ownerSeat) === isOwner).map(({ frames }) => frames);
        expect(framesFor(other!, false)).toEqual(framesFor(one!, false));
        expect(framesFor(other!, true)).not.toEqual(framesFor(one!, true));
      }),
      { numRuns: 100 },
    );
  });

  it('nor whose they are: the giver and who watches get the same bytes (rule 8.4)', () => {
    fc.assert(
      fc.property(played, fc.integer(), (drawn, shift) => {
        const turned = (guessers: number) =>
          inTurn(guessers).map((i) => (i + (Math.abs(shift) % guessers)) % guessers);
        const [one, other] = [inTurn, turned].map((order) => framesOf({ ...drawn, order, spots: plain }));
        const framesFor = ({ guessers, receivers }: typeof one & object) =>
          receivers
            .filter(({ seat }) => seat === null || !guessers.includes(seat))
            .map(({ frames }) => frames);
        expect(framesFor(other!)).toEqual(framesFor(one!));
      }),
      { numRuns: 50 },
    );
  });

  it('reach their owner, also one who comes back', () => {
    const { guessers, receivers } = framesOf({
      seed: 1,
      people: 4,
      pass: 1,
      order: inTurn,
      spots: plain,
      options: {},
    });
    const seen = receivers.map(({ seat, decoded }) => [
      guessers.indexOf(seat!),
      decoded.game!.players.flatMap(({ markers }) => markers).filter((each) => each !== null),
    ]);
    expect(Object.fromEntries(seen)).toEqual({ '-1': [], 0: [20], 1: [21], 2: [] });
    for (const { decoded } of receivers) expect(decoded.game).toMatchObject({ placed: 2, expected: 3 });
  });
});
