import { describe, expect, it } from 'vitest';
import { seatId } from '../../../../shared/core/ids.ts';
import { announcement as announced, spokenSeconds } from '../../../store/announce.ts';
import type { MySeat } from '../../../store/faces.ts';
import { ranking as ranked, shareText } from '../../../store/ranking.ts';
import { seatRows as rowsOf } from '../../../store/seat-rows.ts';
import { isMyMove, passedAt, played } from '../../../store/turns.ts';
import type { Played } from '../../game.ts';
import { at, sample } from '../samples.ts';
import { boardModel, shownView, takenBy } from './board-model.ts';
import { challenge } from './challenge.ts';
import { clueLog } from './clue-log.ts';
import { deckWords } from './deck.ts';
import { dock } from './dock.ts';
import { sentence } from './sentence.ts';
import type { View } from './view.ts';
import { colorCluesWords } from './words.ts';

const words = colorCluesWords();

const begun = (view: View): Played => {
  const found = played(view);
  if (!found) throw new Error('no game');
  return found;
};
const seatRows = (view: View, me: MySeat) => rowsOf(words, begun(view), me);
const ranking = (view: View, me: MySeat) => ranked(words, begun(view), me);
const announcement = (before: View | null, after: View, me: MySeat) => announced(words, before, after, me);

const playing = (view: View, change: Partial<NonNullable<View['game']>>): View => {
  if (!view.game) throw new Error('no game');
  return { ...view, game: { ...view.game, ...change } };
};

describe('sentence', () => {
  it('says what to do, and to whom', () => {
    const { view, me } = sample('place');
    expect(sentence(view, me)).toMatchObject({
      now: 'Your turn: place a marker',
      said: ['forest'],
    });
    expect(sentence(view, seatId(4))).toMatchObject({
      now: 'Cleo is placing',
      about: "Ana's clue",
    });
    expect(sentence(view, seatId(1)).about).toBe('Your clue');
  });

  it('names an absent player as such', () => {
    const { view, me } = sample('place-wait');
    expect(sentence(view, me).now).toBe('Ben is away');
  });

  it('tells the giver from the others', () => {
    expect(sentence(sample('clue').view, seatId(1)).large).toBe('Your clue');
    expect(sentence(sample('clue').view, seatId(2)).large).toBe('Ana is choosing a clue');
    expect(sentence(playing(sample('clue').view, { isRetry: true }), seatId(1)).large).toBe('A new clue');
  });

  it('says in the next round that the last one was void', () => {
    const { view } = sample('clue-wait');
    const history = [{ round: 2, giver: seatId(2), clues: [], target: null, gains: [], markers: [] }];
    expect(sentence(playing(view, { history }), seatId(2)).about).toContain('no points in round 2');
  });

  it('reveals cell and points', () => {
    const { view, me } = sample('reveal');
    expect(sentence(view, me)).toMatchObject({ gain: 4, said: ['forest', 'wet log'] });
    expect(sentence(view, me).now).toMatch(/^It was J18, /);
    expect(sentence(view, null).gain).toBeNull();
  });
});

describe('dock', () => {
  it('offers the card to the giver only', () => {
    const { view } = sample('clue');
    expect(dock(view, seatId(1)).kind).toBe('clue');
    expect(dock(playing(view, { secret: null }), seatId(2)).kind).toBe('wait');
    expect(dock(playing(view, { secret: null }), null).kind).toBe('wait');
  });

  it('says when it is my turn', () => {
    const detail = (seat: number) => {
      const model = dock(sample('place-wait').view, seatId(seat));
      return model.kind === 'wait' ? model.detail : '';
    };
    expect(detail(3)).toMatch(/^You are next/);
    expect(detail(4)).toContain('after two others');
    expect(detail(5)).toContain('after 3 others');
  });

  it('says who read whom, and counts markers in the frame', () => {
    expect(dock(sample('reveal').view, seatId(2))).toMatchObject({
      line: "You read Ana's mind.",
      detail: 'Five markers in the frame: Ana gets 5.',
      own: 'Both of your markers count.',
      comment: null,
    });
    expect(dock(sample('reveal').view, seatId(1))).toMatchObject({
      line: 'Ben read your mind.',
    });
  });
});

describe('challenge', () => {
  const { view } = sample('place-first');
  const withSeats = (change: (seat: View['seats'][number]) => Partial<View['seats'][number]>): View => ({
    ...view,
    seats: view.seats.map((seat) => ({ ...seat, ...change(seat) })),
  });

  it('is for guessers, until the first marker is down, and not against a clue that was upheld', () => {
    expect(challenge(view, seatId(3))).toEqual({ votes: 0, needed: 2, isMine: false });
    expect(challenge(sample('place').view, seatId(4))).toBeNull();
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
    const deputies = withSeats(({ id }) => ({ kind: 'human', isStoodIn: id !== 2 }));
    expect(challenge(deputies, seatId(2))).toBeNull();
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
    const { view } = sample('clue');
    expect(boardModel(view, seatId(1), null)).toMatchObject({ chosen: at('J18'), mode: 'look' });
    expect(boardModel(view, seatId(1), null).cardCells).toHaveLength(4);
    expect(boardModel(view, seatId(1), at('C5')).chosen).toBe(at('C5'));
    expect(boardModel(view, seatId(1), at('A1')).chosen).toBe(at('J18'));
    expect(boardModel(playing(view, { secret: null }), seatId(2), null).cardCells).toHaveLength(0);
  });

  it('aims only on my turn, around what is taken', () => {
    const { view, me } = sample('place');
    const model = boardModel(view, me, at('K18'));
    expect(model).toMatchObject({ mode: 'aim', chosen: at('K18'), frame: null });
    expect(model.occupied).toEqual(new Set([at('J18')]));
    expect(boardModel(view, seatId(4), null).mode).toBe('look');
    expect(takenBy(view, me, at('J18'))?.name).toBe('Ben');
    expect(takenBy(view, me, at('K18'))).toBeNull();
  });

  it('shows points and dims what was too far', () => {
    const { view, me } = sample('reveal');
    const { markers, frame } = boardModel(view, me, null);
    expect(frame).toBe(at('J18'));
    expect(markers.find((marker) => marker.cell === at('J18'))).toMatchObject({ points: 3, isMine: true });
    expect(markers.find((marker) => marker.cell === at('F22'))).toMatchObject({ points: 0, isDimmed: true });
  });

  it('keeps the last reveal to be looked at until there is a clue, but not for the giver', () => {
    const last = sample('reveal').view;
    const next = playing(sample('clue-wait').view, { round: 4, giver: seatId(3) });
    expect(shownView(next, seatId(2), last)).toBe(last);
    expect(shownView(next, seatId(3), last)).toBe(next);
    expect(shownView(playing(next, { stage: 'place' }), seatId(2), last)).not.toBe(last);
    expect(shownView(playing(next, { round: 5 }), seatId(2), last)).not.toBe(last);
  });
});

describe('seatRows', () => {
  it('says what everybody does', () => {
    const { view, me } = sample('place');
    const statuses = seatRows(view, me).map((row) => row.status);
    expect(statuses).toEqual(['gives the clue', 'placed J18', 'placing now', 'next', 'in 2 turns']);
    expect(seatRows(view, me).map((row) => row.isAwaited)).toEqual([false, false, true, false, false]);
  });

  it('says when an absent player is passed', () => {
    const { view, me } = sample('place-wait', { now: 1_000_000 });
    expect(passedAt(words, begun(view))).toBe(1_000_000 - 1_000 + 5_000);
    expect(seatRows(view, me)[1]).toMatchObject({ status: 'away', passedAt: 1_004_000 });
  });

  it('spells out points', () => {
    const { view, me } = sample('reveal');
    const statuses = seatRows(view, me).map((row) => row.status);
    expect(statuses).toEqual(['+5 for the clue', '+3 +1', '+2 +2', '+2 +1', '+2']);
  });
});

describe('clueLog', () => {
  it('has the newest on top, the running one marked', () => {
    const { view, me } = sample('place');
    expect(clueLog(view, me).map((entry) => [entry.round, entry.state])).toEqual([
      [3, 'now'],
      [2, 'done'],
      [1, 'done'],
    ]);
    expect(clueLog(sample('reveal').view, me).map((entry) => entry.state)).toEqual(['done', 'done', 'done']);
  });
});

describe('ranking', () => {
  it('orders by place and finds the best moment', () => {
    const { view, me } = sample('end');
    const { rows, headline } = ranking(view, me);
    expect(rows.map((row) => row.face.name)).toEqual(['Cleo', 'Ana', 'Ben', 'Dev', 'Ema']);
    expect(rows[1]?.note).toBe('+6 for the clue “eggplant · parmigiana”, round 6');
    expect(headline).toBe('Cleo wins');
    expect(ranking(view, seatId(3)).headline).toBe('You win');
  });

  it('shares places and says so', () => {
    const { view } = sample('end');
    const tied = playing(view, {
      players: (view.game?.players ?? []).map((player) => ({ ...player, score: 9, place: 1 })),
    });
    const { rows, headline } = ranking(tied, seatId(2));
    expect(rows.every((row) => row.isShared && row.place === 1)).toBe(true);
    expect(headline).toBe('You, Ana, Cleo, Dev and Ema share the win');
  });

  it('has a kind word for whoever has no points, and for a table without any', () => {
    const { view } = sample('end');
    const zero = playing(view, {
      players: (view.game?.players ?? []).map((player) => ({ ...player, score: 0, place: 1 })),
      history: (view.game?.history ?? []).map((record) => ({ ...record, gains: [], markers: [] })),
    });
    const { rows, headline } = ranking(zero, seatId(2));
    expect(headline).toBe('Nobody scored: the colors win');
    expect(rows.map((row) => row.note)).toEqual([
      'No points, but “eggplant” will be remembered.',
      'No points, but “mustard” will be remembered.',
      'No points, but “flamingo” will be remembered.',
      'No points, but good company.',
      'No points, but good company.',
    ]);
  });

  it('tells whoever has no points how near they came', () => {
    const { view } = sample('end');
    const [first] = view.game?.history ?? [];
    const markers = [{ seat: seatId(2), pass: 1 as const, cell: at('D10') }];
    const zero = playing(view, {
      players: (view.game?.players ?? []).map((player) => ({ ...player, score: 0, place: 1 })),
      history: [{ ...first!, gains: [], markers }],
    });
    const note = ranking(zero, seatId(2)).rows.find(({ face }) => face.isMine)?.note;
    expect(note).toBe('No points, but 4 steps from “flamingo”, round 1.');
  });

  it('makes a text without secrets of markup', () => {
    const text = shareText(words, begun(sample('end').view), 'https://x/t/MOKA');
    expect(text.split('\n').slice(0, 2)).toEqual(['Color Clues', '1. Cleo 17']);
    expect(text).toContain('“forest · wet log” → J18, ');
  });
});

describe('announcement', () => {
  it('speaks when stage, turn or clue change, and is silent otherwise', () => {
    const before = sample('clue-wait').view;
    const { view, me } = sample('place');
    expect(announcement(before, view, me)).toBe('Clue: forest. Your turn: place a marker.');
    expect(announcement(view, view, me)).toBeNull();
    const { view: last } = sample('clue2-wait');
    expect(announcement(last, sample('reveal').view, seatId(2))).toBe(
      "It was J18, moss green. Points: You 4, Cleo 4, Dev 3, Ema 2; Ana 5 for the clue. You read Ana's mind.",
    );
  });

  it('tells where each marker comes to lie, and who placed nothing', () => {
    const { view } = sample('place-first');
    const [me, ben, cleo] = [seatId(4), seatId(2), seatId(3)];
    const placed = (cell: number | null) =>
      playing(view, {
        queue: view.game!.queue.slice(1),
        players: view.game!.players.map((player) =>
          player.seat === ben ? { ...player, markers: [cell, null] } : player,
        ),
      });
    expect(announcement(view, placed(at('H14')), me)).toBe('Ben: H14, dark gold. Cleo is placing.');
    expect(announcement(view, placed(at('H14')), ben)).toBe('You: H14, dark gold. Cleo is placing.');
    expect(announcement(view, placed(null), me)).toBe('Ben placed nothing. Cleo is placing.');
    expect(announcement(view, placed(null), cleo)).toBe('Ben placed nothing. Your turn: place a marker.');
    const objected = playing(view, { stage: 'clue', isRetry: true, clues: [], queue: [] });
    expect(announcement(view, objected, me)).toBe('Ana finds a new clue. Your objection stands.');
  });

  it('names the colors of the card to whoever chooses one, and a question without a full stop after it', () => {
    const { view, me } = sample('clue');
    const choosing = playing(view, { secret: { ...view.game!.secret!, target: null } });
    const [, colors] = /^Your clue\. Only you see this card\. On it: (.+)\.$/.exec(
      announcement(sample('table').view, choosing, me) ?? '',
    )!;
    expect(colors!.split('; ')).toHaveLength(4);
    const asked = announcement(sample('place-giver').view, sample('clue2').view, me);
    expect(asked).toMatch(/A second clue\? Add up to two words, or none\.$/);
  });

  it('tells who won, who left, who is away when they are waited for, and who is host now', () => {
    const { view } = sample('place-first');
    const me = seatId(3);
    const over = { ...sample('end').view, seats: view.seats };
    expect(announcement(view, over, me)).toMatch(/The game is over\. (?:You win|Cleo wins)\.$/);
    // Also of one that the host held until it was over.
    const held = { ...view, pausedSince: 1 };
    expect(announcement(held, over, me)).toMatch(/The game is over\. (?:You win|Cleo wins)\.$/);
    expect(announcement(over, over, me)).toBeNull();
    const without = (seat: number) => ({ ...view, seats: view.seats.filter(({ id }) => id !== seat) });
    expect(announcement(view, without(5), me)).toBe('Ema left.');
    expect(announcement(without(5), view, me)).toBe('Ema sat down.');
    expect(announcement(view, without(3), me)).toBeNull();
    const away = (seat: number) => ({
      ...view,
      seats: view.seats.map((each) => (each.id === seat ? { ...each, awaySince: 1 } : each)),
    });
    expect(announcement(view, away(2), me)).toBe('Ben is away.');
    expect(announcement(view, away(4), me)).toBeNull();
    expect(announcement({ ...view, host: seatId(1) }, { ...view, host: me }, me)).toBe(
      'You are the host now.',
    );
    expect(announcement({ ...view, host: seatId(1) }, { ...view, host: me }, seatId(2))).toBeNull();
  });

  it('tells that the host holds the game, and where it goes on', () => {
    const { view } = sample('place-first');
    const held = { ...view, host: seatId(1), pausedSince: 1 };
    const running = { ...held, pausedSince: null };
    expect(announcement(running, held, seatId(2))).toMatch(/Ana/);
    expect(announcement(held, held, seatId(2))).toBeNull();
    expect(announcement(held, running, seatId(2))).toMatch(/^Your turn: place a marker/);
  });

  it('speaks a clock at 30, 10 and 5 seconds, but not as it begins', () => {
    expect(spokenSeconds(75_000)).toEqual([30, 10, 5]);
    expect(spokenSeconds(30_000)).toEqual([10, 5]);
    expect(spokenSeconds(10_000)).toEqual([5]);
  });

  it('tells who may object that others do', () => {
    const before = sample('place-first').view;
    const { view, me } = sample('place-objected');
    expect(announcement(before, view, me)).toBe('Objections to this clue: 1 of 2.');
    expect(announcement(view, view, me)).toBeNull();
    expect(announcement(before, view, null)).toBeNull();
  });
});

describe('turns', () => {
  it('know whose move it is', () => {
    expect(isMyMove(words, sample('place').view, seatId(3))).toBe(true);
    expect(isMyMove(words, sample('place').view, seatId(1))).toBe(false);
    expect(isMyMove(words, sample('watch').view, null)).toBe(false);
    expect(isMyMove(words, sample('clue2').view, seatId(1))).toBe(true);
  });
});

describe('the deck', () => {
  it('is named by its promise, with an address to check it when the table is known', () => {
    const { view } = sample('end', { players: 4 });
    expect(deckWords(view, 'talk-a_b-1')).toEqual({
      short: '9b2a…4c07',
      address: '/api/matches/a_b-1/deck',
    });
    expect(deckWords(view, null)?.address).toBeNull();
    expect(deckWords({ ...view, game: { ...view.game!, promise: null } }, 'talk-a')).toBeNull();
    expect(deckWords({ ...view, game: null }, 'talk-a')).toBeNull();
  });
});
