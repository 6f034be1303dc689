import { once } from 'node:events';
import { Writable } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPair } from '../../../test/harness/socket-pair.ts';
import { endReadersOnce } from './ended-once.ts';

it('no stream is ended again when a socket closes, which makes an error', async () => {
  const again: boolean[] = [];
  const { end } = Writable.prototype;
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(Writable.prototype, 'end').mockImplementation(function (this: Writable, ...args) {
    again.push(this.writableEnded);
    return end.apply(this, args);
  });
  endReadersOnce();
  const { ends } = await openPair();
  const closed = once(ends[0]!, 'close');
  ends[0]!.close(4000, 'bye');
  const [code] = await closed;
  expect(code).toBe(4000);
  expect(again.length).toBeGreaterThan(0);
  expect(again).not.toContain(true);
});
