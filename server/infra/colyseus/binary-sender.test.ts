import type { Duplex } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { openPair } from '../../../test/harness/socket-pair.ts';
import { binarySender } from './binary-sender.ts';

const filled = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

it('is understood at every length that has another kind of head', async () => {
  const { ends, heard } = await openPair();
  const send = binarySender();
  const messages = [0, 1, 125, 126, 65_535, 65_536, 200_000].map(filled);
  for (const message of messages) {
    const sent = ends.map((end) => new Promise<void>((resolve) => send(end, message, () => resolve())));
    await Promise.all(sent);
  }
  for (const mine of heard) {
    await expect.poll(() => mine.length).toBe(messages.length);
    expect(mine.map((each) => Uint8Array.from(each))).toEqual(messages);
  }
});

it('takes the bytes as they are at the call, also when they are used again', async () => {
  const { ends, heard } = await openPair();
  const send = binarySender();
  const bytes = Uint8Array.of(1, 2, 3);
  for (const end of ends) send(end, bytes);
  await Promise.resolve();
  bytes.fill(9);
  for (const end of ends) send(end, bytes);
  for (const mine of heard) {
    await expect.poll(() => mine.length).toBe(2);
    expect(mine.map((each) => [...each])).toEqual([
      [1, 2, 3],
      [9, 9, 9],
    ]);
  }
});

it('sends a list as the messages that it holds, in one write', async () => {
  const { ends, heard } = await openPair();
  const send = binarySender();
  const list = [filled(3), filled(0), filled(70_000), filled(126)];
  for (const end of ends) {
    const { _socket: stream } = end as unknown as { readonly _socket: Duplex };
    const write = vi.spyOn(stream, '_write');
    send(end, list);
    expect(write).toHaveBeenCalledTimes(1);
  }
  for (const mine of heard) {
    await expect.poll(() => mine.length).toBe(list.length);
    expect(mine.map((each) => Uint8Array.from(each))).toEqual(list);
  }
});

it('sends a list through `ws` where its inside is another one', async () => {
  const { ends, heard } = await openPair();
  Object.defineProperty(ends[0]!, '_sender', { get: () => undefined });
  const sent: unknown[] = [];
  ends[0]!.send = ((message: unknown) => sent.push(message)) as never;
  binarySender()(ends[0]!, [filled(1), filled(2)]);
  expect(sent).toEqual([filled(1), filled(2)]);
  expect(heard[0]).toEqual([]);
});

it('says so when a socket is closing', async () => {
  const { ends } = await openPair();
  const send = binarySender();
  ends[0]!.close();
  const error = await new Promise<Error | undefined>((resolve) => send(ends[0]!, filled(3), resolve));
  expect(error?.message).toContain('not open');
});
