import { describe, expect, it } from 'vitest';
import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { readFrame } from './incoming-frames.ts';
import { TokenBucket, TokenBuckets } from './token-bucket.ts';

const request = (...bytes: number[]) => Uint8Array.from([21, ...bytes]);

describe('frames', () => {
  it('knows the few that a client may send', () => {
    expect(readFrame(Uint8Array.of(10))).toEqual({ kind: 'ready' });
    expect(readFrame(Uint8Array.of(12))).toEqual({ kind: 'leave' });
    expect(readFrame(Uint8Array.of(18))).toEqual({ kind: 'ping' });
    expect(readFrame(request(5, 0xa2, 0x68, 0x69, 0x80))).toEqual({
      kind: 'request',
      id: 5,
      type: 'hi',
      body: 5,
    });
  });

  it.each([
    ['nothing', Uint8Array.of()],
    ['a message without an answer', Uint8Array.of(13, 0xa1, 0x61)],
    ['raw bytes', Uint8Array.of(17, 0xa1, 0x61)],
    ['modifier bits', Uint8Array.of(0x80 | 21, 1, 0xa1, 0x61)],
    ['a request without an id', request()],
    ['a request without a type', request(1)],
    ['a type that is longer than the frame', request(1, 0xa5, 0x61)],
    ['a type that is a number', request(1, 7)],
    ['a negative id', request(0xe0, 0xa1, 0x61)],
    ['an id that is cut off', request(0xcb, 1)],
  ])('takes %s for junk', (_what, bytes) => {
    expect(readFrame(bytes)).toEqual({ kind: 'junk' });
  });

  it('never throws', () => {
    const rng = seededRng(3);
    for (let i = 0; i < 20_000; i++) {
      const bytes = Uint8Array.from({ length: rng.int(12) }, () => rng.int(256));
      if (rng.int(2) === 0) bytes[0] = 21;
      expect(() => readFrame(bytes)).not.toThrow();
    }
  });
});

describe('token buckets', () => {
  it('let a burst through, then the rate, and do not go beyond the burst', () => {
    const bucket = new TokenBucket(10, 3, 0);
    const taken = (now: number, times: number) =>
      Array.from({ length: times }, () => bucket.take(now)).filter(Boolean).length;
    expect(taken(0, 5)).toBe(3);
    expect(taken(50, 5)).toBe(0);
    expect(taken(100, 5)).toBe(1);
    expect(taken(10_000, 5)).toBe(3);
  });

  it('are not fooled by a clock that goes back', () => {
    const bucket = new TokenBucket(10, 1, 1_000);
    expect(bucket.take(1_000)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(1_050)).toBe(false);
    expect(bucket.take(1_100)).toBe(true);
  });

  it('keep what a key has left, and forget who is back to full', () => {
    const buckets = new TokenBuckets(1, 2);
    expect(buckets.of('a', 0).take(0)).toBe(true);
    expect(buckets.of('a', 0).take(0)).toBe(true);
    for (let i = 0; i < 3_000; i++) buckets.of(`other ${i}`, 0);
    expect(buckets.of('a', 0).take(0)).toBe(false);
    expect(buckets.of('a', 5_000).take(5_000)).toBe(true);
  });
});
