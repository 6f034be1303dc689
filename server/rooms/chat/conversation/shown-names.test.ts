import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShownNames } from './shown-names.ts';

const looksOf = (name: string) => [name.toLowerCase().replaceAll(' ', '')];
const named = (...people: [id: string, name: string][]) => {
  const names = new ShownNames(looksOf);
  for (const [id, name] of people) names.put(id, name);
  return names;
};

describe('names of people among each other', () => {
  it('puts a number behind the name of who came later, and keeps it', () => {
    const names = named(['a', 'Robin'], ['b', 'ROBIN'], ['c', 'Robin']);
    expect(['a', 'b', 'c'].map((id) => names.of(id))).toEqual(['Robin', 'ROBIN 2', 'Robin 3']);
    expect(names.put('a', 'Zoe')).toEqual(['a']);
    expect(names.put('b', 'ROBIN')).toEqual([]);
    expect(names.of('b')).toBe('ROBIN 2');
    expect(names.put('d', 'Robin')).toEqual(['d']);
    expect(names.of('d')).toBe('Robin');
  });

  it('takes a number that is somebody’s own name for taken', () => {
    const names = named(['a', 'Robin 2'], ['b', 'Robin'], ['c', 'Robin'], ['d', 'Robin2']);
    expect(['a', 'b', 'c', 'd'].map((id) => names.of(id))).toEqual([
      'Robin 2',
      'Robin',
      'Robin 3',
      'Robin2 2',
    ]);
  });

  it('gives the name to whose account has it', () => {
    const names = named(['guest', 'Robin'], ['account', 'Robin'], ['third', 'Robin']);
    expect([...names.prefer('account')].sort()).toEqual(['account', 'guest']);
    expect(['guest', 'account', 'third'].map((id) => names.of(id))).toEqual(['Robin 4', 'Robin', 'Robin 3']);
    expect(names.prefer('account')).toEqual([]);
    expect(names.put('account', 'Robin')).toEqual([]);
  });

  it('leaves names as they are that a table gave, whoever was there before', () => {
    const names = named(['watcher', 'Robin']);
    names.prefer('watcher');
    expect([...names.give('seated', 'Robin')].sort()).toEqual(['seated', 'watcher']);
    expect(names.give('other', 'Robin 2')).toEqual(['other', 'watcher']);
    expect(['watcher', 'seated', 'other'].map((id) => names.of(id))).toEqual(['Robin 3', 'Robin', 'Robin 2']);
  });

  it('never shows two alike, whoever comes, goes and is preferred', () => {
    const id = fc.constantFrom(...'abcdefgh');
    const name = fc.constantFrom('Robin', 'robin', 'Robin 2', 'Robin 3', 'Zoe', 'zoe 2');
    const step = fc.oneof(
      fc.tuple(fc.constant('put' as const), id, name),
      fc.tuple(fc.constant('prefer' as const), id, name),
      fc.tuple(fc.constant('trim' as const), id, name),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const names = new ShownNames(looksOf);
        const before = new Map<string, string | undefined>();
        for (const [what, who, called] of steps) {
          if (what === 'trim') names.trim((each) => each !== who);
          else {
            const changed = what === 'put' ? names.put(who, called) : names.prefer(who);
            for (const each of 'abcdefgh') {
              if (names.of(each) !== before.get(each)) expect(changed).toContain(each);
            }
          }
          for (const each of 'abcdefgh') before.set(each, names.of(each));
          const shown = [...before.values()]
            .filter((each) => each !== undefined)
            .map((each) => looksOf(each)[0]);
          expect(new Set(shown).size).toBe(shown.length);
        }
      }),
    );
  });

  it('costs little for a crowd of one name', () => {
    let looked = 0;
    const names = new ShownNames((name) => {
      looked++;
      return looksOf(name);
    });
    for (let i = 0; i < 2_000; i++) names.put(`p${i}`, 'Robin');
    expect(looked).toBeLessThan(20_000);
  });
});
