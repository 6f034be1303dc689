import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playerId, type SeatId, seatId } from '../../shared/core/ids.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { CARDS } from '../../shared/games/color-clues/cards.ts';
import { shuffledDeck } from '../../shared/games/color-clues/deck.ts';
import { seatsWith } from '../../shared/games/color-clues/options.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameCommand, GameEvent } from '../../shared/games/color-clues/types.ts';
import { ScriptedTable, type Twist } from '../harness/scripted-table.ts';
import { WireRig, wiredColorClues } from '../harness/wire.ts';

/** One random thing that happens at a table: a move, a connection, a person, a name, time. */
function happen(table: ScriptedTable): void {
  const { rng } = table;
  // Never the very moment that times on the wire count from: 0 means none there.
  table.now += 1 + rng.int(3_000);
  const host = table.state.host ?? seatId(1);
  const player = playerId(`p${1 + rng.int(7)}`);
  const { legal } = table;
  const dice = rng.int(100);
  if (dice < 70 && legal.length > 0) {
    const { seat, move } = rng.pick(legal);
    const isBlind = move.type === 'placeMarker' && rng.int(5) === 0;
    table.play(seat, isBlind ? { ...move, isBlind } : move);
  } else if (dice < 70 && table.state.phase === 'over') table.as(host, { type: 'start' });
  else if (dice < 75) table.tell({ type: 'goAway', player });
  else if (dice < 83) table.tell({ type: 'comeBack', player });
  else if (dice < 87)
    table.tell({ type: 'sit', person: { id: player, name: `N${rng.int(9)}`, marker: rng.int(10) } });
  else if (dice < 89)
    table.tell({ type: 'rename', person: { id: player, name: `R${rng.int(9)}`, marker: 3 } });
  else if (dice < 90) table.as(rng.pick(table.state.seats).id, { type: 'leave' });
  else if (dice < 93) table.as(host, { type: 'addBot' });
  else if (dice < 95) table.as(host, { type: 'skipTurn' });
  else if (dice < 96)
    table.as(host, { type: 'moveSeat', seat: rng.pick(table.state.seats).id, place: rng.int(6) });
  else table.wake();
}

const anyOptions = fc.record({
  preset: fc.constantFrom('classic', 'party'),
  clues: fc.constantFrom('auto', 1, 2),
  turns: fc.constantFrom('auto', 1),
  standIn: fc.constantFrom('off', 'on'),
  giver: fc.constantFrom('round', 'volunteers'),
  words: fc.constantFrom('auto', 3),
  scoring: fc.constantFrom('normal', 'wide'),
  together: fc.constantFrom('off', 'coop', 'teams'),
  teams: fc.constantFrom(2, 3),
});

describe('what clients decode', () => {
  it('is exactly what they may see, at every step, whenever they came', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 6 }), anyOptions, (seed, people, options) => {
        const { min, max } = seatsWith(options);
        const seats = Math.min(max, Math.max(min, people));
        const table = ScriptedTable.playing(seed, seats, undefined, options);
        const rig = new WireRig(wiredColorClues, table.now);
        const viewOf = (seat: SeatId | null) => table.view(seat);
        rig.show(viewOf);
        for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) rig.join(seat, viewOf);
        for (
          let step = 0;
          step < 60 && table.state.phase !== 'closed' && table.state.seats.length > 0;
          step++
        ) {
          happen(table);
          rig.show(viewOf);
          if (step % 13 === 0) rig.join(table.state.seats[0]?.id ?? null, viewOf);
          for (const receiver of rig.receivers) expect(receiver.decoded).toEqual(table.view(receiver.seat));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The same game, but in this round another card is dealt. */
const otherCard =
  (round: number, by: number): Twist =>
  (event) =>
    event.type === 'roundStarted' && event.round === round
      ? { ...event, card: (event.card + by) % CARDS.length }
      : event;

const CLUES = ['lagoon', 'velvet', 'ember', 'gravel'];

/** Who is to place now, the first one first. */
const queueOf = ({ game: { phase } }: ScriptedTable): readonly SeatId[] =>
  phase.name === 'place' ? phase.queue : [];

/** Plays one round up to its last marker; `pick` chooses among the giver's four cells. */
function playRound(table: ScriptedTable, pick: number, show: () => void): void {
  const act = (seat: SeatId, move: GameCommand) => {
    table.now += 1_000;
    expect(table.play(seat, move)).toBeNull();
    show();
  };
  const { giver, card } = table.game.round!;
  const used = table.game.usedClues.length;
  act(giver, { type: 'giveClue', cell: CARDS[card]![pick]!, text: CLUES[used]! });
  for (let cell = 0; queueOf(table).length > 0; cell++)
    act(queueOf(table)[0]!, { type: 'placeMarker', cell });
  act(giver, { type: 'giveSecondClue', text: CLUES[used + 1]! });
  table.tell({ type: 'goAway', player: playerId('p2') });
  show();
  table.tell({ type: 'comeBack', player: playerId('p2') });
  show();
  for (let cell = 100; queueOf(table).length > 1; cell++)
    act(queueOf(table)[0]!, { type: 'placeMarker', cell });
}

/** Ends the round that `playRound` left open, and begins the next. */
function finishRound(table: ScriptedTable, show: () => void): void {
  table.play(queueOf(table)[0]!, { type: 'placeMarker', cell: 200 });
  show();
  for (const { id } of table.state.seats) {
    table.play(id, { type: 'ready' });
    show();
  }
}

describe('what travels', () => {
  it('is a sixth of what happened as JSON, written by hand (promise 11)', () => {
    const events: GameEvent[] = [];
    const table = ScriptedTable.playing(1, 6, (event) => {
      events.push(event);
      return event;
    });
    const rig = new WireRig(wiredColorClues, table.now);
    const viewOf = (seat: SeatId | null) => table.view(seat);
    rig.show(viewOf);
    const { frames } = rig.join(null, viewOf);
    const isWhole = frames.length;
    let seq = 0;
    let jsonBytes = 0;
    const show = () => {
      rig.show(viewOf);
      const told = events
        .splice(0)
        .map((event) => ({ type: 'gameEvent', event: colorClues.redact(event, { kind: 'spectator' }) }));
      jsonBytes += Buffer.byteLength(JSON.stringify({ type: 'change', seq: ++seq, events: told }));
    };
    events.length = 0;
    for (const round of [0, 1]) {
      playRound(table, round, show);
      finishRound(table, show);
    }
    const bytes = frames.slice(isWhole).reduce((sum, frame) => sum + frame.length, 0);
    expect(bytes / jsonBytes).toBeLessThan(1 / 6);
    expect(bytes / jsonBytes).toBeGreaterThan(1 / 20);
  });
});

describe('a hidden color', () => {
  it('nor does another deck altogether, but for its promise; and no seed is in any frame', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 3, max: 7 }),
        fc.tuple(fc.integer(), fc.integer()),
        fc.nat(3),
        (seed, people, decks, pick) => {
          const worlds = decks.map((deckSeed) => {
            const deck = shuffledDeck(seededRng(deckSeed));
            const table = ScriptedTable.playing(seed, people, (event) => {
              if (event.type === 'deckShuffled') return { ...event, ...deck };
              return event.type === 'roundStarted' ? { ...event, card: deck.order[event.round]! } : event;
            });
            const rig = new WireRig(wiredColorClues, table.now);
            const viewOf = (seat: SeatId | null) => table.view(seat);
            const show = () => rig.show(viewOf);
            for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) rig.join(seat, viewOf);
            playRound(table, pick, show);
            rig.join(null, viewOf);
            for (const { frames, decoded } of rig.receivers) {
              const texts = frames.map((frame) => Buffer.from(frame).toString('latin1'));
              expect(texts.filter((text) => text.includes(deck.seed))).toEqual([]);
              expect(decoded.game?.promise).toBe(deck.promise);
            }
            const giver = table.game.round!.giver;
            return rig.receivers
              .filter(({ seat }) => seat !== giver)
              .map(({ frames }) =>
                frames.map((frame) =>
                  Buffer.from(frame).toString('latin1').replaceAll(deck.promise, 'promise'),
                ),
              );
          });
          expect(worlds[1]).toEqual(worlds[0]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('changes no byte, no number and no order of the frames that a guesser or a spectator gets (promise 8)', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 3, max: 7 }),
        fc.integer({ min: 1, max: CARDS.length - 1 }),
        fc.tuple(fc.nat(3), fc.nat(3)),
        fc.constantFrom(1, 2),
        (seed, people, by, [pickA, pickB], round) => {
          const streams = [
            { shift: 0, pick: pickA },
            { shift: by, pick: pickB },
          ].map(({ shift, pick }) => {
            const table = ScriptedTable.playing(seed, people, otherCard(round, shift));
            const rig = new WireRig(wiredColorClues, table.now);
            const viewOf = (seat: SeatId | null) => table.view(seat);
            rig.show(viewOf);
            for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) rig.join(seat, viewOf);
            const show = () => rig.show(viewOf);
            if (round === 2) {
              playRound(table, 0, show);
              finishRound(table, show);
            }
            expect(table.game.round?.number).toBe(round);
            playRound(table, pick, show);
            rig.join(null, viewOf); // somebody who comes late
            const giver = table.game.round!.giver;
            return rig.receivers.filter(({ seat }) => seat !== giver).map(({ frames }) => frames);
          });
          expect(streams[1]).toEqual(streams[0]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is not told by the name or the marker of who knows it', () => {
    const [quiet, loud] = [false, true].map((isLoud) => {
      const table = ScriptedTable.playing(3, 4);
      const rig = new WireRig(wiredColorClues, table.now);
      const viewOf = (seat: SeatId | null) => table.view(seat);
      rig.show(viewOf);
      for (const seat of [null, ...table.state.seats.map(({ id }) => id)]) rig.join(seat, viewOf);
      const { giver } = table.game.round!;
      const { id } = table.state.seats.find((seat) => seat.id === giver)!.person;
      let renames = 0;
      const show = () => {
        const person = { id, name: `SECRET H${++renames}`, marker: renames % 10 };
        if (isLoud) expect(table.tell({ type: 'rename', person })).toBeNull();
        rig.show(viewOf);
      };
      playRound(table, 2, show);
      rig.join(null, viewOf);
      const frames = rig.receivers.map((receiver) => [...receiver.frames]);
      finishRound(table, () => rig.show(viewOf));
      const name = table.state.seats.find((seat) => seat.id === giver)!.person.name;
      return { frames, name };
    });
    expect(loud!.frames).toEqual(quiet!.frames);
    expect(loud!.name).toMatch(/^SECRET/);
  });

  it('does reach its giver', () => {
    const table = ScriptedTable.playing(1, 4);
    const rig = new WireRig(wiredColorClues, table.now);
    rig.show((seat) => table.view(seat));
    const giver = rig.join(table.game.round!.giver, (seat) => table.view(seat));
    expect(giver.decoded.game?.secret?.card).toEqual(CARDS[table.game.round!.card]);
  });

  it('reaches at once whoever takes over the seat of a bot that gives, and nobody who watches', () => {
    const table = new ScriptedTable(7);
    const sit = (name: string) =>
      table.tell({ type: 'sit', person: { id: playerId(name), name, marker: 0 } });
    table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 0 });
    for (const name of ['ana', 'ben']) sit(name);
    const [host, other] = table.state.seats.map(({ id }) => id);
    table.as(host!, { type: 'addBot' });
    const bot = table.state.seats.find(({ kind }) => kind === 'bot')!.id;
    table.as(host!, { type: 'start' });
    expect(table.game.round!.giver).toBe(bot);
    // Too few are left to go on: whoever comes now gets a seat.
    table.as(other!, { type: 'leave' });
    expect(table.game.phase.name).toBe('paused');
    const rig = new WireRig(wiredColorClues, table.now);
    const viewOf = (seat: SeatId | null) => table.view(seat);
    rig.show(viewOf);
    const [newcomer, watcher] = [rig.join(null, viewOf), rig.join(null, viewOf)];
    expect(sit('cleo')).toBeNull();
    expect(table.state.seats.map(({ id, kind }) => [id, kind])).toContainEqual([bot, 'human']);
    newcomer.seat = bot;
    rig.show(viewOf);
    expect(newcomer.decoded.game?.secret?.card).toEqual(CARDS[table.game.round!.card]);
    expect(newcomer.decoded).toEqual(table.view(bot));
    expect(watcher.wire.game?.secret).toBeUndefined();
    expect(watcher.decoded).toEqual(table.view(null));
  });
});
