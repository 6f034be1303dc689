import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELLS } from './geometry.ts';
import { cellMoved, cellTyped, type KeyState, pressKey, TYPING_MS } from './keyboard.ts';
import { coordinateOf } from './palette.ts';

const START: KeyState = { cell: 0, typed: '', typedAt: 0 };

/** Presses keys 100 ms apart; returns the last result. */
function type(text: string, from = START, start = 1000, isUpright = false) {
  let result = pressKey(from, { key: text[0] ?? '', at: start, isUpright, ctrl: false });
  [...text].slice(1).forEach((key, i) => {
    result = pressKey(result.state, { key, at: start + 100 * (i + 1), isUpright, ctrl: false });
  });
  return result;
}
const press = (key: string, state = START, ctrl = false, isUpright = false) =>
  pressKey(state, { key, at: 1000, isUpright, ctrl });
const cell = (name: string) => cellTyped(name) as number;

describe('moving', () => {
  it('follows the screen, whichever way the board is turned', () => {
    expect(cellMoved(cell('H14'), 'ArrowRight', false, false)).toBe(cell('H15'));
    expect(cellMoved(cell('H14'), 'ArrowRight', false, true)).toBe(cell('I14'));
    expect(cellMoved(cell('H14'), 'ArrowUp', false, true)).toBe(cell('H13'));
    expect(cellMoved(cell('H14'), 'PageDown', false, false)).toBe(cell('L14'));
    expect(cellMoved(cell('H14'), 'Home', false, false)).toBe(cell('H1'));
    expect(cellMoved(cell('H14'), 'End', false, true)).toBe(cell('P14'));
    expect(cellMoved(cell('H14'), 'End', true, false)).toBe(CELLS - 1);
  });

  it('never leaves the board', () => {
    const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown');
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 200 }), fc.boolean(), (pressed, isUpright) => {
        let at = 200;
        for (const key of pressed) at = cellMoved(at, key, false, isUpright) ?? -1;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(CELLS);
      }),
    );
  });
});

describe('typing a coordinate', () => {
  it('jumps to every cell, letter or number first, either case', () => {
    for (let at = 0; at < CELLS; at++) {
      const name = coordinateOf(at);
      expect(type(name).state.cell).toBe(at);
      expect(type(name.slice(1) + name[0]).state.cell).toBe(at);
    }
    expect(type('h07').state.cell).toBe(cell('H7'));
  });

  it('jumps as soon as a cell is meant and goes on', () => {
    const one = type('h1');
    expect(one).toMatchObject({ action: 'aim', state: { cell: cell('H1'), typed: 'H1' } });
    expect(type('4', one.state, 1200)).toMatchObject({
      action: 'aim',
      state: { cell: cell('H14'), typed: '' },
    });
  });

  it('starts anew with what cannot continue', () => {
    expect(type('hc5').state.cell).toBe(cell('C5'));
    expect(type('h35').state).toMatchObject({ cell: cell('H3'), typed: '5' });
    expect(type('h14c2').state.cell).toBe(cell('C2'));
  });

  it('forgets after a while', () => {
    const half = type('h');
    expect(half).toMatchObject({ action: 'typing', state: { cell: 0, typed: 'H' } });
    expect(type('2', half.state, 1000 + TYPING_MS + 1).state).toMatchObject({ cell: 0, typed: '2' });
  });
});

describe('placing and leaving', () => {
  it('places with Enter and Space, cancels with Escape', () => {
    expect(press('Enter').action).toBe('place');
    expect(press(' ').action).toBe('place');
    expect(press('Escape').action).toBe('cancel');
  });

  it('does not place with half a coordinate typed', () => {
    const half = type('h').state;
    expect(pressKey(half, { key: 'Enter', at: 1200, isUpright: false, ctrl: false })).toMatchObject({
      action: 'typing',
      state: { cell: 0, typed: '' },
    });
    const late = { key: 'Enter', at: 1000 + TYPING_MS + 1, isUpright: false, ctrl: false };
    expect(pressKey(half, late).action).toBe('place');
  });

  it('leaves other keys and combinations to the browser', () => {
    for (const key of ['Tab', 'F5', 'Shift', 'z', 'ä', '.']) expect(press(key).action).toBe('none');
    expect(press('c', START, true).action).toBe('none');
    expect(press('Home', { ...START, cell: 99 }, true)).toMatchObject({ action: 'aim', state: { cell: 0 } });
  });
});
