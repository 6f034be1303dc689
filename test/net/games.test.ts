import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../shared/games/color-clues/types.ts';
import { tablesHere } from '../harness/tables.ts';
import { until } from '../harness/until.ts';

/** Two games on one server, in the rooms of one class. */
let here: Awaited<ReturnType<typeof tablesHere>>;
beforeAll(async () => {
  here = await tablesHere();
});
afterEach(async () => {
  for (const { roomId } of await here.rooms()) await here.forget(roomId);
});
afterAll(() => here.stop());

const play = async (name: string, game?: string, mode?: string): Promise<string> => {
  const found = await here.tables.quickPlay(here.visitor(name).person, { game, mode });
  if (!found.ok) return found.error.code;
  const { room } = await here.enter(name, found.value.code);
  await until(async () => (await seatsOf(found.value.code)).includes(`p-${name}`), 'a seat');
  expect(room.name).toBe('table');
  return found.value.code;
};
const rowOf = async (code: string) => (await here.tables.list()).tables.find((table) => table.code === code);
const seatsOf = async (code: string): Promise<string[]> => {
  const state = here.roomOf(code)?.state as { seats: Map<string, { playerId: string }> };
  return [...state.seats.values()].map(({ playerId }) => playerId);
};

describe('Play now', () => {
  it('starts a game for two at once against one bot, who gives the seat up to the next person', async () => {
    const code = await play('ana', 'four-in-a-row');
    await until(async () => (await rowOf(code))?.phase === 'playing', 'the game');
    expect(await rowOf(code)).toMatchObject({ game: 'four-in-a-row', seats: 1, bots: 1, maxSeats: 2 });
    expect(await play('ben', 'four-in-a-row')).toBe(code);
    await until(async () => (await rowOf(code))?.bots === 0, 'the bot to go');
    expect(await play('cem', 'four-in-a-row')).not.toBe(code);
  });

  it('leads to tables of the wanted game only, of the first one where none is named', async () => {
    const four = await play('dan', 'four-in-a-row');
    const first = await play('eve');
    expect(first).not.toBe(four);
    expect(await rowOf(first)).toMatchObject({
      game: 'color-clues',
      progress: { unit: 'round', now: 1, of: 8 },
    });
    const found = await here.tables.quickPlay(here.visitor('fay').person, { game: 'color-clues' });
    expect(found).toEqual({ ok: true, value: { code: first } });
    expect(await play('gus', 'snap')).toBe('unknown_game');
  });
});

describe('a mode that was chosen (rule 7.4)', () => {
  const modeOf = async (code: string) => (await rowOf(code))?.mode;

  it('is what Play now begins with, and leads to others who play it', async () => {
    const party = await play('pia', 'color-clues', 'party');
    await until(async () => (await rowOf(party))?.phase === 'playing', 'the game');
    expect(await modeOf(party)).toBe('party');
    const classic = await play('quin', 'color-clues', 'classic');
    expect([classic === party, await modeOf(classic)]).toEqual([false, 'classic']);
    const found = async (game: string, mode?: string) => {
      const said = await here.tables.quickPlay(here.visitor('rue').person, { game, mode });
      return said.ok ? said.value.code : said.error.code;
    };
    expect(await found('color-clues', 'party')).toBe(party);
    expect(await found('color-clues', 'classic')).toBe(classic);
    expect([party, classic]).toContain(await found('color-clues'));
    expect(await found('color-clues', 'blitz')).toBe('unknown_game');
    expect(await found('four-in-a-row', 'party')).toBe('unknown_game');
  });

  it('is what a table of one’s own begins with', async () => {
    const wanted = { visibility: 'public', game: 'color-clues', mode: 'party' } as const;
    const made = await here.tables.create(here.visitor('zoe').person, wanted);
    if (!made.ok) throw new Error(made.error.code);
    expect((await here.directory.find(made.value.code))?.mode).toBe('party');
    await here.enter('zoe', made.value.code);
    await until(async () => (await modeOf(made.value.code)) === 'party', 'the mode in the list');
  });
});

describe('rules of one’s own', () => {
  it('are what a table begins with, for good; options that the game does not have are refused', async () => {
    const person = here.visitor('yan').person;
    const wanted = { visibility: 'public', game: 'color-clues' } as const;
    const options = { ...DEFAULT_OPTIONS, preset: 'party', words: 3, timers: 'slow' };
    const made = await here.tables.create(person, { ...wanted, options });
    if (!made.ok) throw new Error(made.error.code);
    await here.enter('yan', made.value.code);
    const { state } = here.roomOf(made.value.code)! as unknown as { state: { options: string } };
    expect(JSON.parse(state.options)).toEqual(options);
    for (const other of [{ ...options, words: 6 }, { ...options, more: 1 }, {}, 'party', null])
      expect(await here.tables.create(person, { ...wanted, options: other })).toEqual({
        ok: false,
        error: { code: 'bad_request' },
      });
  });
});

describe('a table', () => {
  it('is made for one game, and described to its people in the words of that game alone', async () => {
    const person = here.visitor('hal').person;
    const made = await here.tables.create(person, { visibility: 'private', game: 'four-in-a-row' });
    if (!made.ok) throw new Error(made.error.code);
    const { code } = made.value;
    expect((await here.directory.find(code))?.game).toBe('four-in-a-row');
    expect(await here.tables.card(code)).toMatchObject({ code, game: 'four-in-a-row' });
    const welcome = here.handshakeOf(code);
    expect(welcome).toContain('cells');
    expect(welcome).not.toContain('clue');
    const other = await here.tables.create(person, { visibility: 'private', game: 'snap' });
    expect(other).toEqual({ ok: false, error: { code: 'unknown_game' } });
  });

  it('of a game that is not played here any more is none', async () => {
    await here.directory.add({ ...here.setupOf('GONE'), code: 'FAFA', game: 'snap' });
    expect(await here.tables.seat(here.visitor('ida'), 'FAFA', { wantsSeat: true })).toEqual({
      ok: false,
      error: { code: 'no_table' },
    });
  });
});
