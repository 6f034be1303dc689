import { describe, expect, it } from 'vitest';
import { seatId } from '../../shared/core/ids.ts';
import { announcement } from './announce.ts';
import { boardModel, shownView, takenBy } from './board-model.ts';
import { challenge } from './challenge.ts';
import { clueLog } from './clue-log.ts';
import { deckWords } from './deck.ts';
import { dock } from './dock.ts';
import { faceOf, initialOf, isMyMove, listOf, passedAt, type View } from './faces.ts';
import { at, fixture } from './fixtures.ts';
import { ranking, shareText, verdict } from './ranking.ts';
import { seatRows } from './seat-rows.ts';
import { sentence } from './sentence.ts';

const playing = (view: View, change: Partial<NonNullable<View['game']>>): View => {
  if (!view.game) throw new Error('no game');
  return { ...view, game: { ...view.game, ...change } };
};

describe('sentence', () => {
  it('says what to do, and to whom', () => {
    const { view, me } = fixture('place');
    expect(sentence(view, me)).toMatchObject({
      now: 'Your turn: place a marker',
      clues: ['forest'],
      isCall: true,
    });
    expect(sentence(view, seatId(4))).toMatchObject({
      now: 'Cleo is placing',
      about: "Ana's clue",
      isCall: false,
    });
    expect(sentence(view, seatId(1)).about).toBe('Your clue');
  });

  it('names an absent player as such', () => {
    const { view, me } = fixture('place-wait');
    expect(sentence(view, me).now).toBe('Ben is away');
  });

  it('tells the giver from the others', () => {
    expect(sentence(fixture('clue').view, seatId(1)).large).toBe('Your clue');
    expect(sentence(fixture('clue').view, seatId(2)).large).toBe('Ana is choosing a clue');
    expect(sentence(playing(fixture('clue').view, { isRetry: true }), seatId(1)).large).toBe('A new clue');
  });

  it('says in the next round that the last one was void', () => {
    const { view } = fixture('clue-wait');
    const history = [{ round: 2, giver: seatId(2), clues: [], target: null, gains: [] }];
    expect(sentence(playing(view, { history }), seatId(2)).about).toContain('no points in round 2');
  });

  it('reveals cell and points', () => {
    const { view, me } = fixture('reveal');
    expect(sentence(view, me)).toMatchObject({ gain: 4, clues: ['forest', 'wet log'] });
    expect(sentence(view, me).now).toMatch(/^It was J18, /);
    expect(sentence(view, null).gain).toBeNull();
  });
});

describe('dock', () => {
  it('offers the card to the giver only', () => {
    const { view } = fixture('clue');
    expect(dock(view, seatId(1)).kind).toBe('clue');
    expect(dock(playing(view, { secret: null }), seatId(2)).kind).toBe('wait');
    expect(dock(playing(view, { secret: null }), null).kind).toBe('wait');
  });

  it('says when it is my turn', () => {
    const detail = (seat: number) => {
      const model = dock(fixture('place-wait').view, seatId(seat));
      return model.kind === 'wait' ? model.detail : '';
    };
    expect(detail(3)).toMatch(/^You are next/);
    expect(detail(4)).toContain('after two others');
    expect(detail(5)).toContain('after 3 others');
  });

  it('lets the host skip only without a clock, and never themselves', () => {
    const skips = (name: 'place' | 'clue', timers: boolean) => {
      const model = dock(fixture(name, { timers }).view, seatId(1));
      return model.kind === 'wait' && model.canSkip;
    };
    expect(skips('place', false)).toBe(true);
    expect(skips('place', true)).toBe(false);
    expect(skips('clue', false)).toBe(false);
  });

  it('counts markers in the frame', () => {
    const model = dock(fixture('reveal').view, seatId(2));
    expect(model.kind === 'reveal' && model.line).toBe('Five markers in the frame: Ana gets 5.');
    expect(model.kind === 'reveal' && model.detail).toBe('Both of your markers count.');
  });
});

describe('challenge', () => {
  const { view } = fixture('place-first');
  const withSeats = (change: (seat: View['seats'][number]) => Partial<View['seats'][number]>): View => ({
    ...view,
    seats: view.seats.map((seat) => ({ ...seat, ...change(seat) })),
  });

  it('is for guessers, until the first marker is down, and not against a clue that was upheld', () => {
    expect(challenge(view, seatId(3))).toEqual({ votes: 0, needed: 2, isMine: false });
    expect(challenge(fixture('place').view, seatId(4))).toBeNull();
    expect(challenge(view, seatId(1))).toBeNull();
    expect(challenge(view, null)).toBeNull();
    expect(challenge(playing(view, { isCondemned: true }), seatId(3))).toBeNull();
  });

  it('needs half of the people who guess: bots and absent players do not count (rule 5.5)', () => {
    const bots = (...ids: number[]) => withSeats(({ id }) => ({ kind: ids.includes(id) ? 'bot' : 'human' }));
    expect(challenge(bots(3, 4, 5), seatId(2))?.needed).toBe(1);
    expect(challenge(bots(1, 4, 5), seatId(2))?.needed).toBe(1);
    expect(challenge(bots(), seatId(2))?.needed).toBe(2);
    const away = withSeats(({ id }) => ({ kind: 'human', awaySince: id > 3 ? 1 : null }));
    expect(challenge(away, seatId(2))?.needed).toBe(1);
  });

  it('is not offered to somebody who is alone with bots', () => {
    const alone = withSeats(({ id }) => ({ kind: id === 2 ? 'human' : 'bot' }));
    expect(challenge(alone, seatId(2))).toBeNull();
  });

  it('stays open when somebody absent was passed', () => {
    const away = withSeats(({ id }) => ({ awaySince: id === 2 ? 1 : null }));
    const passed = (from: View) => playing(from, { queue: [3, 4, 5].map(seatId) });
    expect(challenge(passed(away), seatId(3))).not.toBeNull();
    expect(challenge(passed(view), seatId(3))).toBeNull();
  });
});

describe('boardModel', () => {
  it('frames the card for the giver and nobody else', () => {
    const { view } = fixture('clue');
    expect(boardModel(view, seatId(1), null)).toMatchObject({ chosen: at('J18'), mode: 'look' });
    expect(boardModel(view, seatId(1), null).cardCells).toHaveLength(4);
    expect(boardModel(view, seatId(1), at('C5')).chosen).toBe(at('C5'));
    expect(boardModel(view, seatId(1), at('A1')).chosen).toBe(at('J18'));
    expect(boardModel(playing(view, { secret: null }), seatId(2), null).cardCells).toHaveLength(0);
  });

  it('aims only on my turn, around what is taken', () => {
    const { view, me } = fixture('place');
    const model = boardModel(view, me, at('K18'));
    expect(model).toMatchObject({ mode: 'aim', chosen: at('K18'), frame: null });
    expect(model.occupied).toEqual(new Set([at('J18')]));
    expect(boardModel(view, seatId(4), null).mode).toBe('look');
    expect(takenBy(view, me, at('J18'))).toBe('Ben');
    expect(takenBy(view, me, at('K18'))).toBeNull();
  });

  it('shows points and dims what was too far', () => {
    const { view, me } = fixture('reveal');
    const { markers, frame } = boardModel(view, me, null);
    expect(frame).toBe(at('J18'));
    expect(markers.find((marker) => marker.cell === at('J18'))).toMatchObject({ points: 3, isMine: true });
    expect(markers.find((marker) => marker.cell === at('F22'))).toMatchObject({ points: 0, isDimmed: true });
  });

  it('keeps the last reveal to be looked at until there is a clue, but not for the giver', () => {
    const last = fixture('reveal').view;
    const next = playing(fixture('clue-wait').view, { round: 4, giver: seatId(3) });
    expect(shownView(next, seatId(2), last)).toBe(last);
    expect(shownView(next, seatId(3), last)).toBe(next);
    expect(shownView(playing(next, { stage: 'place' }), seatId(2), last)).not.toBe(last);
    expect(shownView(playing(next, { round: 5 }), seatId(2), last)).not.toBe(last);
  });
});

describe('seatRows', () => {
  it('says what everybody does', () => {
    const { view, me } = fixture('place');
    const statuses = seatRows(view, me).map((row) => row.status);
    expect(statuses).toEqual(['gives the clue', 'placed J18', 'placing now', 'next', 'in 2 turns']);
    expect(seatRows(view, me).map((row) => row.isAwaited)).toEqual([false, false, true, false, false]);
  });

  it('says when an absent player is passed', () => {
    const { view, me } = fixture('place-wait', { now: 1_000_000 });
    expect(passedAt(view)).toBe(1_000_000 - 1_000 + 5_000);
    expect(seatRows(view, me)[1]).toMatchObject({ status: 'away', passedAt: 1_004_000 });
  });

  it('spells out points', () => {
    const { view, me } = fixture('reveal');
    const statuses = seatRows(view, me).map((row) => row.status);
    expect(statuses).toEqual(['+5 for the clue', '+3 +1', '+2 +2', '+2 +1', '+2']);
  });
});

describe('clueLog', () => {
  it('has the newest on top, the running one marked', () => {
    const { view, me } = fixture('place');
    expect(clueLog(view, me).map((entry) => [entry.round, entry.state])).toEqual([
      [3, 'now'],
      [2, 'done'],
      [1, 'done'],
    ]);
    expect(clueLog(fixture('reveal').view, me).map((entry) => entry.state)).toEqual(['done', 'done', 'done']);
  });
});

describe('ranking', () => {
  it('orders by place and finds the best moment', () => {
    const { view, me } = fixture('end');
    const rows = ranking(view, me);
    expect(rows.map((row) => row.face.name)).toEqual(['Cleo', 'Ana', 'Ben', 'Dev', 'Ema']);
    expect(rows[1]?.best).toBe('+6 for the clue “eggplant · parmigiana”, round 6');
    expect(verdict(rows)).toBe('Cleo wins');
    expect(verdict(ranking(view, seatId(3)))).toBe('You win');
  });

  it('shares places and says so', () => {
    const { view } = fixture('end');
    const tied = playing(view, {
      players: (view.game?.players ?? []).map((player) => ({ ...player, score: 9, place: 1 })),
    });
    const rows = ranking(tied, seatId(2)).slice(0, 2);
    expect(rows.every((row) => row.isShared && row.place === 1)).toBe(true);
    expect(verdict(rows)).toBe('You and Ana share the win');
  });

  it('has a kind word for whoever has no points, and for a table without any', () => {
    const { view } = fixture('end');
    const zero = playing(view, {
      players: (view.game?.players ?? []).map((player) => ({ ...player, score: 0, place: 1 })),
      history: (view.game?.history ?? []).map((record) => ({ ...record, gains: [] })),
    });
    const rows = ranking(zero, seatId(2));
    expect(verdict(rows)).toBe('Nobody scored: the colors win');
    expect(rows.map((row) => row.best)).toEqual([
      'No points, but “eggplant” will be remembered.',
      'No points, but “mustard” will be remembered.',
      'No points, but “flamingo” will be remembered.',
      'No points, but good company.',
      'No points, but good company.',
    ]);
  });

  it('makes a text without secrets of markup', () => {
    const text = shareText(fixture('end').view, 'https://x/t/MOKA');
    expect(text.split('\n').slice(0, 2)).toEqual(['Color Clues', '1. Cleo 17']);
    expect(text).toContain('“forest · wet log” → J18, ');
  });
});

describe('announcement', () => {
  it('speaks when stage, turn or clue change, and is silent otherwise', () => {
    const before = fixture('clue-wait').view;
    const { view, me } = fixture('place');
    expect(announcement(before, view, me)).toBe('Clue: forest. Your turn: place a marker.');
    expect(announcement(view, view, me)).toBeNull();
    expect(announcement(view, fixture('reveal').view, seatId(2))).toMatch(/^It was J18, .*\. You get 4\.$/);
  });
});

describe('faces', () => {
  it('knows whose move it is', () => {
    expect(isMyMove(fixture('place').view, seatId(3))).toBe(true);
    expect(isMyMove(fixture('place').view, seatId(1))).toBe(false);
    expect(isMyMove(fixture('watch').view, null)).toBe(false);
    expect(isMyMove(fixture('clue2').view, seatId(1))).toBe(true);
  });

  it('finds something to show for a seat that is gone', () => {
    expect(faceOf(fixture('place').view, seatId(99), null)).toMatchObject({ isGone: true, initial: '–' });
  });

  it('reads initials of any script', () => {
    expect(initialOf(' élodie')).toBe('É');
    expect(initialOf('🦊 fox')).toBe('🦊');
    expect(initialOf('')).toBe('?');
  });

  it('joins names', () => {
    expect(listOf(['Ana'])).toBe('Ana');
    expect(listOf(['Ana', 'Ben', 'Cleo'])).toBe('Ana, Ben and Cleo');
  });
});

describe('the deck', () => {
  it('is named by its promise, with an address to check it when the table is known', () => {
    const { view } = fixture('end', { players: 4 });
    expect(deckWords(view, 'talk-a_b-1')).toEqual({
      short: '9b2a…4c07',
      address: '/api/matches/a_b-1/deck',
    });
    expect(deckWords(view, null)?.address).toBeNull();
    expect(deckWords({ ...view, game: { ...view.game!, promise: null } }, 'talk-a')).toBeNull();
    expect(deckWords({ ...view, game: null }, 'talk-a')).toBeNull();
  });
});
