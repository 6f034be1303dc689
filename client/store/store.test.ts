import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { SeatId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { GAMES } from '../../shared/games/index.ts';
import type { ClientGame, OptionsForm } from '../games/game.ts';
import type { Refusal, TableConnection, TableConnectionState } from '../net/types.ts';
import { rememberMode } from './mode.ts';
import { optionRows, readOptions } from './options.ts';
import { chosenMode, readPreferences, setPreferences } from './preferences.ts';
import { pathOf, routeOf } from './route.ts';
import { sittingAt } from './sitting.ts';

const connectionThat = (submit: TableConnection['submit']): TableConnection<ClientGame> => ({
  game: signal(null),
  view: signal(null),
  connection: signal<TableConnectionState>('live'),
  mySeat: signal<SeatId | null>(null),
  talk: signal(null),
  reaction: signal(null),
  serverNow: () => 0,
  react: async () => ok(undefined),
  submit,
  rejoin() {},
  close() {},
});

describe('routeOf', () => {
  it('knows its pages', () => {
    expect(routeOf('/')).toEqual({ page: 'landing' });
    const table = { page: 'table', game: 'color-clues', code: 'MOKA' } as const;
    expect(routeOf('/color-clues/moka')).toEqual(table);
    expect(routeOf(pathOf(table))).toEqual(table);
    expect(routeOf('/t/MOKABI/')).toEqual({ page: 'table', game: null, code: 'MOKABI' });
    expect(pathOf({ page: 'table', game: null, code: 'MOKA' })).toBe('/t/MOKA');
    expect(routeOf('/no-such-game/moka')).toEqual({ page: 'other', path: '/no-such-game/moka' });
    expect(routeOf('/t/<b>')).toEqual({ page: 'other', path: '/t/<b>' });
    expect(routeOf('/x')).toEqual({ page: 'other', path: '/x' });
  });

  it('knows the pages of chat, and their addresses', () => {
    const chat = (conversation: string | null) => ({ page: 'chat', conversation }) as const;
    for (const [path, conversation] of [
      ['/chat', null],
      ['/chat/color-theory', 'lobby-color-theory'],
      ['/chat/d/a1-B_2', 'direct-a1-B_2'],
      ['/chat/g/x9', 'group-x9'],
      ['/chat/t/moka1', 'talk-moka1'],
    ] as const) {
      expect(routeOf(path)).toEqual(chat(conversation));
      expect(routeOf(`${path}/`)).toEqual(chat(conversation));
      expect(pathOf(chat(conversation))).toBe(path);
    }
    expect(routeOf('/chat/Color-Theory')).toEqual(chat('lobby-color-theory'));
    for (const path of ['/chat/d', '/chat/-no', '/chat/x/y', '/chat/d/<b>', '/chatty'])
      expect(routeOf(path)).toEqual({ page: 'other', path });
  });
});

describe('readOptions', () => {
  const form: OptionsForm = [
    {
      key: 'timers',
      label: 'Timers',
      standard: 'normal',
      choices: [
        { value: 'normal', label: 'Normal', help: '' },
        { value: 'slow', label: 'Slow', help: '' },
      ],
    },
    {
      key: 'turns',
      label: 'Turns each',
      standard: 1,
      choices: [{ value: 1, label: '1', help: '' }],
      words: (value, players) => `${value} of ${players}`,
    },
  ];

  it('takes what it knows and the standard for the rest', () => {
    expect(readOptions(form, { timers: 'slow', turns: 9, more: 7 })).toEqual({ timers: 'slow', turns: 1 });
    expect(readOptions(form, null)).toEqual({ timers: 'normal', turns: 1 });
  });

  it('puts them into words', () => {
    expect(optionRows(form, readOptions(form, { timers: 'slow' }), 4)).toEqual([
      ['Timers', 'slow'],
      ['Turns each', '1 of 4'],
    ]);
  });
});

describe('readPreferences', () => {
  it('has a mode that was chosen, or played: the one that comes by itself only after another', () => {
    const [about] = GAMES;
    expect(chosenMode(about)).toBeUndefined();
    rememberMode(about, 'classic');
    expect(chosenMode(about)).toBeUndefined();
    rememberMode(about, 'party');
    expect(chosenMode(about)).toBe('party');
    rememberMode(about, 'classic');
    expect(chosenMode(about)).toBe('classic');
    expect(readPreferences({ mode: 7 }).mode).toBe('');
    setPreferences({ mode: '' });
  });

  it('survives anything in storage', () => {
    for (const stored of [{}, { theme: 'pink', sound: 'yes', game: 7 }]) {
      expect(readPreferences(stored)).toMatchObject({
        theme: 'system',
        sound: true,
        motion: 'system',
        game: '',
      });
    }
    expect(readPreferences({ theme: 'dark', sound: false })).toMatchObject({ theme: 'dark', sound: false });
  });
});

describe('sittingAt', () => {
  it('sends one wish at a time', async () => {
    let answer: (result: Result<void, Refusal>) => void = () => {};
    const submit = vi.fn(() => new Promise<Result<void, Refusal>>((resolve) => (answer = resolve)));
    const sitting = sittingAt('MOKA', connectionThat(submit));
    const first = sitting.play({ type: 'ready' });
    expect(sitting.pending.value).toBe('ready');
    expect(await sitting.play({ type: 'ready' })).toBe(false);
    answer(ok(undefined));
    expect(await first).toBe(true);
    expect(sitting.pending.value).toBeNull();
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it('says why something was refused, where it was asked', async () => {
    const refusal = { code: 'cell_taken', message: 'No.' };
    const sitting = sittingAt(
      'MOKA',
      connectionThat(async () => err(refusal)),
    );
    expect(await sitting.play({ type: 'place' })).toBe(false);
    expect(sitting.refusal.value).toEqual({ place: 'dock', message: 'No.' });
    expect(await sitting.send({ type: 'start' }, 'table')).toBe(false);
    expect(sitting.refusal.value).toEqual({ place: 'table', message: 'No.' });
  });
});
