import { describe, expect, it } from 'vitest';
import { type SeatId, seatId } from '../../../shared/core/ids.ts';
import { type Apart, SILENT } from '../../../shared/core/rules.ts';
import type { Silenced } from '../table-talk.ts';
import { TableReactions } from './reactions.ts';

const [giver, guesser, other] = [seatId(1), seatId(2), seatId(3)];
const APART: Apart = { id: '5', sides: new Map([[giver, SILENT]]) };
const TEAMS: Apart = {
  id: '5',
  sides: new Map([
    [giver, 'north'],
    [guesser, 'north'],
    [other, 'south'],
  ]),
};

/** Three people with a seat and one who watches, with what each is shown. */
function table(apart: Apart | null, people = 3) {
  const clock = { at: 0, now: () => clock.at };
  const silenced: Silenced[] = [];
  const seats: (SeatId | null)[] = [...Array.from({ length: people }, (_, index) => seatId(index + 1)), null];
  const clients = seats.map((seat) => {
    const seen: string[] = [];
    return {
      seat,
      seen,
      send: (_type: 'reaction', shown: { seat: SeatId; emoji: string }) =>
        void seen.push(`${shown.seat}${shown.emoji}`),
    };
  });
  const reactions = new TableReactions(clock, {
    clients: () => clients,
    personOf: ({ seat }) => `p${seat}`,
    seatOf: ({ seat }) => seat,
    silenced: () => silenced,
    apart: () => apart,
  });
  const by = (seat: SeatId | null) => {
    const done = reactions.react(clients.find((client) => client.seat === seat)!, '😂');
    return done.ok ? 'shown' : done.error.code;
  };
  return { clock, reactions, silenced, by, seen: () => clients.map(({ seen }) => seen.length) };
}

describe('reactions at a table', () => {
  it('come from nobody who may not write in the talk, until they may again', () => {
    const { by, clock, silenced } = table(null);
    silenced.push({ person: 'p1', until: 60_000 }, { person: 'p2', until: null });
    expect([by(giver), by(guesser), by(other)]).toEqual(['muted', 'muted', 'shown']);
    clock.at = 60_000;
    expect([by(giver), by(guesser)]).toEqual(['shown', 'muted']);
  });

  it('come from whoever has a seat, to everybody', () => {
    const { by, seen } = table(null);
    expect([by(null), by(guesser), by(giver)]).toEqual(['not_seated', 'shown', 'shown']);
    expect(seen()).toEqual([2, 2, 2, 2]);
  });

  it('come from nobody who knows a secret, and pass by them', () => {
    const { by, seen } = table(APART);
    expect([by(giver), by(guesser)]).toEqual(['react_later', 'shown']);
    expect(seen()).toEqual([0, 1, 1, 1]);
  });

  it('stay with one’s own side', () => {
    const { by, seen } = table(TEAMS);
    expect([by(guesser), by(other)]).toEqual(['shown', 'shown']);
    expect(seen()).toEqual([1, 1, 1, 0]);
  });

  it('of bots go the same way', () => {
    const { reactions, seen } = table(APART);
    reactions.show({ seat: giver, emoji: '🎯' });
    reactions.show({ seat: other, emoji: '🎯' });
    expect(seen()).toEqual([1, 1, 1, 1]);
  });

  it('are few for one person, and few for a table, and come back with time', () => {
    const { by, clock } = table(null, 40);
    expect(Array.from({ length: 5 }, () => by(guesser))).toEqual([
      ...Array.from({ length: 4 }, () => 'shown'),
      'rate_limited',
    ]);
    clock.at = 2_000;
    expect(by(guesser)).toBe('shown');
    const crowd = Array.from({ length: 38 }, (_, index) => by(seatId(index + 3)));
    expect(crowd.filter((code) => code === 'shown')).toHaveLength(15);
  });
});
