import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markOf, nameOf, textOf, wallMs } from './texts.ts';

it('a text tells who wrote it, which it is, and when it was due', () => {
  const number = fc.integer({ min: 0, max: 2 ** 31 });
  fc.assert(
    fc.property(number, number, (writer, count) => {
      const dueAt = wallMs();
      const mark = markOf(textOf({ writer, count, dueAt }))!;
      expect(mark).toMatchObject({ writer, count });
      expect(mark.dueAt).toBeCloseTo(dueAt, 0);
    }),
  );
});

it('what others write has no mark', () => {
  expect(markOf('hello')).toBeNull();
});

it('no two people have the same name', () => {
  const names = Array.from({ length: 3_000 }, (_, number) => nameOf(number));
  expect(new Set(names).size).toBe(names.length);
});
