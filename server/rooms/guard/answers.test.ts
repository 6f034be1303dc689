import { getMessageBytes, Protocol, ResponseStatus } from '@colyseus/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/core/result.ts';
import { answerBytes } from './answers.ts';

const byFramework = (id: number, status: number, value: unknown) =>
  Buffer.from(getMessageBytes[Protocol.ROOM_RESPONSE](id, status, value));

const NOW = 1_795_000_000_123;
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000, 0xffff_ffff, 0x1_0000_0000, 2 ** 53, -1, 0.5];

it('the answer to a command is what the framework makes of it, byte for byte', () => {
  for (const seq of edges) {
    for (const now of [NOW, ...edges]) {
      const value = { seq, now };
      expect(Buffer.from(answerBytes(7, ok(value)))).toEqual(byFramework(7, ResponseStatus.OK, value));
    }
  }
  const number = fc.oneof(fc.nat(), fc.nat(70_000), fc.maxSafeInteger(), fc.double());
  const id = fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(0xffff_ffff));
  fc.assert(
    fc.property(id, number, number, (each, seq, now) => {
      const value = { seq, now };
      expect(Buffer.from(answerBytes(each, ok(value)))).toEqual(byFramework(each, ResponseStatus.OK, value));
    }),
  );
});

it('so is every other answer', () => {
  const values = [
    {},
    { seq: 1 },
    { now: NOW },
    { now: NOW, seq: 1 },
    { seq: 1, now: NOW, more: true },
    { seq: '1', now: NOW },
    { seq: 1, now: null },
    [1, NOW],
    null,
    undefined,
    'seq',
    1,
  ];
  for (const value of values)
    expect(Buffer.from(answerBytes(300, ok(value)))).toEqual(byFramework(300, ResponseStatus.OK, value));
  const refusal = { code: 'not_your_turn' };
  expect(Buffer.from(answerBytes(1, err(refusal)))).toEqual(byFramework(1, ResponseStatus.REJECTED, refusal));
});

it('an answer is never written again: nobody else gets its bytes', () => {
  const first = answerBytes(1, ok({ seq: 5, now: NOW }));
  const copy = Buffer.from(first);
  for (let id = 2; id < 50; id++) answerBytes(id, ok({ seq: id, now: NOW + id }));
  expect(Buffer.from(first)).toEqual(copy);
});
