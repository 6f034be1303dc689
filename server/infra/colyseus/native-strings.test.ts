import { Encoder, encode, schema, t } from '@colyseus/schema';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

// As it was, before it is replaced for all who write states.
const theirs = encode.string;
const { encodeString } = await import('./native-strings.ts');

/** What is written into so many bytes from the third on, and where the next one would begin. */
function written(write: typeof theirs, text: string, size: number) {
  const bytes = new Uint8Array(size);
  const at = { offset: 2 };
  const length = write(bytes, text, at);
  return { length, offset: at.offset, bytes: at.offset <= size ? Buffer.from(bytes) : 'too small' };
}

const same = (text: string, size = 4 * text.length + 8) =>
  expect(written(encodeString, text, size)).toEqual(written(theirs, text, size));

it('writes every text as the framework does, whole letters or halves of them', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      same(text);
    }),
  );
  for (const half of ['\ud800', 'a\udc00b', '\ud83d', 'é\ud83d!']) same(half);
});

it.each([0, 1, 11, 12, 13, 31, 32, 255, 256, 65_535, 65_536])(
  'writes %i letters as the framework does',
  (length) => {
    same('x'.repeat(length));
    same('ß'.repeat(length));
  },
);

it('tells how much room it lacks', () => {
  for (let size = 0; size < 60; size++) same('a color that has no name yet, at least in words', size);
});

it('is what states are written with, fields and lists of them', () => {
  const State = schema({ text: t.string().default(''), rows: t.map('string') }, 'StateOfTexts');
  const state = new State();
  const encoder = new Encoder(state);
  state.text = 'what somebody wrote about a color';
  state.rows.set('the name of a list', 'what the list says');
  const spy = vi.spyOn(Buffer, 'byteLength');
  encoder.encode();
  const seen = spy.mock.calls.map(([text]) => text);
  spy.mockRestore();
  expect(seen).toEqual(['what somebody wrote about a color', 'the name of a list', 'what the list says']);
});
