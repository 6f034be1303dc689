import fc from 'fast-check';
import * as whole from 'msgpackr';
import { describe, expect, it } from 'vitest';
import { Packr, RESERVE_START_SPACE } from './pack.ts';
import { unpack } from './unpack.ts';

const ours = new Packr();
/** As the server makes it. */
const theirs = new whole.Packr({ useRecords: false });
/** Without its limit of 65 535 entries for an object. */
const vast = new whole.Packr({ useRecords: false, variableMapSize: true });

/** JSON values of every size and sign, and `undefined` wherever it may stand. */
const message = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }),
  fc.dictionary(fc.string(), fc.option(fc.double(), { nil: undefined })),
  fc.array(fc.option(fc.string({ maxLength: 600, unit: 'grapheme' }), { nil: undefined })),
  fc.constantFrom(1, -1).chain((sign) => fc.integer({ min: 0, max: 40 }).map((bit) => sign * 2 ** bit)),
  fc.maxSafeInteger(),
  fc.constantFrom('\uFEFFa mark of byte order', JSON.parse('{"__proto__":{"isAdmin":true}}')),
);
/** Lengths around the places where MessagePack writes them in another way. */
const LENGTHS = [0, 1, 15, 16, 31, 32, 255, 256, 65_535, 65_536];

describe('messages', () => {
  it('of the client are read by the server', () => {
    fc.assert(
      fc.property(message, (value) => {
        expect(whole.unpack(ours.pack(value))).toEqual(whole.unpack(theirs.pack(value)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of the server are read by the client', () => {
    fc.assert(
      fc.property(message, fc.nat(20), (value, start) => {
        const bytes = new Uint8Array([...new Uint8Array(start), ...theirs.pack(value)]);
        expect(unpack(bytes, { start })).toEqual(whole.unpack(bytes.subarray(start)));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(LENGTHS)('may be texts, lists and objects of %i', (length) => {
    const entries = Array.from({ length }, (_, index) => [`key ${index}`, index]);
    for (const value of ['x'.repeat(length), Array(length).fill(null), Object.fromEntries(entries)]) {
      expect(whole.unpack(ours.pack(value))).toEqual(value);
      expect(unpack(vast.pack(value))).toEqual(value);
    }
  });

  it.each([
    -129,
    -32_769,
    -128,
    -33,
    -32,
    127,
    128,
    255,
    256,
    2 ** 32 - 1,
    2 ** 32,
    -(2 ** 31),
    -(2 ** 31) - 1,
    0.1,
    -0,
  ])('may be the number %d', (value) => {
    expect(whole.unpack(ours.pack(value))).toEqual(whole.unpack(theirs.pack(value)));
    expect(unpack(theirs.pack(value))).toEqual(whole.unpack(theirs.pack(value)));
  });

  it('leave room in front for the header of a frame', () => {
    const bytes = ours.pack({ id: 'a' }, RESERVE_START_SPACE | 9);
    expect([...bytes.subarray(0, 9)]).toEqual(Array(9).fill(0));
    expect(whole.unpack(bytes.subarray(9))).toEqual({ id: 'a' });
    expect(whole.RESERVE_START_SPACE).toBe(RESERVE_START_SPACE);
  });

  it.each([[new Date(0)], [new Map()], [1n], [() => 1], [Symbol('x')]])('hold no %s', (value) => {
    expect(() => ours.pack({ value })).toThrow('a message cannot hold');
  });

  it('that are cut off, or of another kind, are refused and never half read', () => {
    fc.assert(
      fc.property(message, (value) => {
        const bytes = theirs.pack(value);
        expect(() => unpack(bytes.subarray(0, -1))).toThrow('cut off');
      }),
    );
    for (const other of [new Date(0), 1n, new Uint8Array(3)]) {
      expect(() => unpack(theirs.pack(other))).toThrow('no message holds');
    }
  });
});
