import { describe, expect, it } from 'vitest';
import { read, tracked } from './repository.ts';
import { hopsOf, usedIn } from './trace.ts';

describe('the traced example of ARCHITECTURE.md', () => {
  const hops = hopsOf(read('ARCHITECTURE.md'), '### A marker, from click to screen');
  const uses = hops.map(({ file, name }) => (tracked.includes(file) ? usedIn(file, read(file), name) : null));

  it('goes from the screen to the server and back to the screen', () => {
    expect(hops.length).toBeGreaterThan(15);
    expect(hops[0]?.file).toMatch(/^client\/games\//);
    expect(hops.map(({ file }) => file.split('/')[0])).toEqual(
      expect.arrayContaining(['client', 'server', 'shared']),
    );
    expect(hops.at(-1)?.file).toMatch(/^client\/games\//);
  });

  it('names functions that are in the files it names', () => {
    expect(hops.filter((_, i) => uses[i] === null)).toEqual([]);
  });

  it('goes on with what that function uses, or one before it, unless something carries it over (⇢)', () => {
    const isUsed = (name: string, i: number) => uses.slice(0, i).some((each) => each?.has(name));
    expect(hops.slice(1).filter(({ name, isCalled }, i) => isCalled && !isUsed(name, i + 1))).toEqual([]);
  });
});

describe('the search for hops', () => {
  it('reads the numbered lines below its heading alone', () => {
    const page = [
      '### One',
      '1. `a.ts` › `no`: other',
      '### Two',
      'Words.',
      '1. `a.ts` › `go`: first',
      '2. ⇢ `b.ts` › `#on`: second',
      '## Three',
      '3. `c.ts` › `no`: other',
    ].join('\n');
    expect(hopsOf(page, '### Two')).toEqual([
      { file: 'a.ts', name: 'go', isCalled: true },
      { file: 'b.ts', name: '#on', isCalled: false },
    ]);
  });

  it('finds functions of every kind, and what they use, by their own names', () => {
    const source = [
      'function a() { b(); }',
      'const c = () => this.#d(e.f);',
      'class G { #h() { i(); } j = () => k(); l = 1; }',
      'const m = { n() { o(); }, p: q };',
      'const r = s;',
    ].join('\n');
    const used = (name: string) => [...(usedIn('x.ts', source, name) ?? ['nothing'])];
    expect(used('a')).toEqual(['b']);
    expect(used('c')).toEqual(['#d', 'e', 'f']);
    expect(used('#h')).toEqual(['i']);
    expect(used('j')).toEqual(['k']);
    expect(used('n')).toEqual(['o']);
    for (const name of ['h', 'l', 'p', 'r', 'G']) expect(used(name)).toEqual(['nothing']);
  });
});
