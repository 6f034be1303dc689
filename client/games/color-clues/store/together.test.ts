import { describe, expect, it } from 'vitest';
import { seatId } from '../../../../shared/core/ids.ts';
import { offered, optionRows, readOptions } from '../../../store/options.ts';
import { ranking } from '../../../store/ranking.ts';
import { seatRows } from '../../../store/seat-rows.ts';
import { played } from '../../../store/turns.ts';
import type { Played } from '../../game.ts';
import { type SampleName, sample } from '../samples.ts';
import { boardModel } from './board-model.ts';
import { challenge } from './challenge.ts';
import { dock } from './dock.ts';
import type { View } from './view.ts';
import { colorCluesWords } from './words.ts';

const words = colorCluesWords();
const me = seatId(3);

const table = (view: View) => played(view) as Played<Game>;

type Game = NonNullable<View['game']>;
const withGame = (name: SampleName, change: (game: Game) => Partial<Game>): View => {
  const { view } = sample(name);
  return { ...view, game: { ...view.game!, ...change(view.game!) } };
};
const team = (score: number, gain: number | null = null) => ({ score, gain, place: null });
/** Five at a table, in two teams by turns. */
const inTeams = (name: SampleName): View =>
  withGame(name, ({ players }) => ({
    teams: [team(12, 4), team(9, 1)],
    players: players.map((player, index) => ({ ...player, team: index % 2 })),
  }));
const inCoop = (name: SampleName, score: number): View =>
  withGame(name, ({ players }) => ({
    teams: [team(score, 3)],
    par: 11,
    players: players.map((player) => ({ ...player, team: 0 })),
  }));
const detailOf = (view: View) => {
  const shown = dock(view, me);
  return shown.kind === 'reveal' ? shown.detail : '';
};

describe('teams on the page', () => {
  it('have a shape and a letter beside every player, and their points in the head (rules 16.1, 16.3)', () => {
    const view = inTeams('party-place');
    expect(seatRows(words, table(view), me).map(({ status }) => status.split(' · ')[0])).toEqual([
      '▲ Team\u00a0A',
      '● Team\u00a0B',
      '▲ Team\u00a0A',
      '● Team\u00a0B',
      '▲ Team\u00a0A',
    ]);
    const sides = (shown: View) => seatRows(words, table(shown), me).map(({ side }) => side);
    expect(sides(view)).toEqual(['▲', '●', '▲', '●', '▲']);
    expect(sides(inCoop('party-place', 3)).join('')).toBe('');
    expect(words.progress?.(table(view))).toBe('▲\u00a012 ●\u00a09 · Round 3 of 10');
    expect([0, 1, 2].map((place) => words.seatNote?.({ together: 'teams', teams: 3 }, place))).toEqual([
      '▲ Team\u00a0A',
      '● Team\u00a0B',
      '■ Team\u00a0C',
    ]);
    expect(words.seatNote?.(null, 0)).toBe('');
  });

  it('the reveal says what the giver’s mates brought, the end which team won (rules 16.4, 16.5)', () => {
    expect(detailOf(inTeams('party-reveal'))).toMatch(/mates: 2 more, 4 for the team\.$/);
    const { headline, rows } = ranking(words, table(inTeams('end')), me);
    expect(headline).toBe('▲ Team\u00a0A wins with 12');
    expect(rows.every(({ note }) => /^[▲●] Team\u00a0[AB] · /.test(note))).toBe(true);
  });

  it('nobody is offered to object to the clue of a mate (rule 16.8)', () => {
    const view = inTeams('place-first');
    const offers = [2, 3, 4].map((seat) => challenge(view, seatId(seat)) !== null);
    expect(offers).toEqual([true, false, true]);
  });
});

describe('co-op on the page (rule 15.3)', () => {
  it.each([
    [12, '12 points together: above par (11)'],
    [11, '11 points together: exactly par (11)'],
    [1, '1 point together: below par (11)'],
  ])('%i points: %s', (score, line) => {
    expect(ranking(words, table(inCoop('end', score)), me).headline).toBe(line);
  });

  it('says what both have got, and how far par is', () => {
    expect(detailOf(inCoop('party-reveal', 8))).toBe('3 points for both of you.');
    expect(words.progress?.(table(inCoop('party-place', 8)))).toBe('8 of 11 for par · Round 3 of 10');
  });
});

describe('wide scoring on the page (rule 14.2)', () => {
  it('has its own legend, and one frame more', () => {
    const view = withGame('party-reveal', () => ({ scoring: 'wide' }));
    const shown = dock(view, me);
    expect(shown.kind === 'reveal' && shown.legend).toBe(
      'On the spot 4, one step away 3, two steps 2, three steps 1.',
    );
    expect(boardModel(view, me, null).highest).toBe(4);
    expect(boardModel(sample('party-reveal').view, me, null).highest).toBe(3);
  });
});

it('the host is asked for the number of teams only where there are any', () => {
  const form = words.options ?? [];
  const keys = (raw: unknown) => offered(form, readOptions(form, raw)).map(({ key }) => key);
  expect(keys(null)).not.toContain('teams');
  expect(keys({ together: 'teams' })).toContain('teams');
  expect(optionRows(form, readOptions(form, { words: 3 }), 4)).toContainEqual([
    'Words in a clue',
    'up to 3 in every clue',
  ]);
});
