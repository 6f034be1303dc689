import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { SeatId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { ConnectionState, Refusal, TableConnection } from '../net/types.ts';
import { optionRows, readOptions, turnsEach } from './options.ts';
import { readPreferences } from './preferences.ts';
import { pathOf, routeOf } from './route.ts';
import { sittingAt } from './sitting.ts';

const connectionThat = (submit: TableConnection['submit']): TableConnection => ({
  view: signal(null),
  connection: signal<ConnectionState>('live'),
  mySeat: signal<SeatId | null>(null),
  talk: signal(null),
  serverNow: () => 0,
  submit,
  rejoin() {},
  close() {},
});

describe('routeOf', () => {
  it('knows its pages', () => {
    expect(routeOf('/')).toEqual({ page: 'landing' });
    expect(routeOf('/t/moka')).toEqual({ page: 'table', code: 'MOKA' });
    expect(routeOf('/t/MOKABI/')).toEqual({ page: 'table', code: 'MOKABI' });
    expect(routeOf('/t/<b>')).toEqual({ page: 'unknown' });
    expect(routeOf('/x')).toEqual({ page: 'unknown' });
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
      expect(routeOf(path)).toEqual({ page: 'unknown' });
  });
});

describe('readOptions', () => {
  it('takes what it knows and the default for the rest', () => {
    expect(readOptions({ timers: 'slow', turns: 9, clueCheck: 7 })).toEqual({
      timers: 'slow',
      turns: 'auto',
      clueCheck: 'strict',
    });
    expect(readOptions(null)).toEqual({ timers: 'normal', turns: 'auto', clueCheck: 'strict' });
  });

  it('counts turns', () => {
    expect(turnsEach(readOptions(null), 6)).toBe(2);
    expect(turnsEach(readOptions(null), 7)).toBe(1);
    expect(turnsEach(readOptions({ turns: 4 }), 7)).toBe(4);
    expect(optionRows(readOptions(null), 4)[0]).toEqual(['Turns each', '2']);
  });
});

describe('readPreferences', () => {
  it('survives anything in storage', () => {
    for (const stored of [null, 7, 'x', [], { theme: 'pink', sound: 'yes' }]) {
      expect(readPreferences(stored)).toMatchObject({ theme: 'system', sound: true, motion: 'system' });
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

  it('keeps what was typed when it is refused, and says why', async () => {
    const refusal = { code: 'clue_color_name', message: 'No.' };
    const sitting = sittingAt(
      'MOKA',
      connectionThat(async () => err(refusal)),
    );
    sitting.draft.value = 'greenish';
    expect(await sitting.play({ type: 'giveClue', cell: 0, text: 'greenish' })).toBe(false);
    expect(sitting.refusal.value).toEqual({ place: 'dock', message: 'No.' });
    expect(sitting.draft.value).toBe('greenish');
  });
});
