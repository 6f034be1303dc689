import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReadMark } from './chat-read-mark.ts';

describe('ReadMark', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const markWith = (arrives: boolean) => {
    const told: number[] = [];
    const mark = new ReadMark(async (no) => {
      told.push(no);
      return arrives;
    });
    return { mark, told };
  };

  it('tells the highest number at most once a second', async () => {
    const { mark, told } = markWith(true);
    for (const no of [3, 5, 4]) mark.read(no);
    expect(told).toEqual([3]);
    await vi.advanceTimersByTimeAsync(999);
    expect(told).toEqual([3]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([3, 5]);
  });

  it('tells it less often where many write', async () => {
    const { mark, told } = markWith(true);
    for (let no = 1; no <= 220; no++) {
      mark.read(no);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(told).toEqual([1, 20, 120, 220]);
  });

  it('tells nothing that the server knows', async () => {
    const { mark, told } = markWith(true);
    mark.confirm(9);
    mark.read(8);
    mark.read(10);
    await vi.advanceTimersByTimeAsync(5_000);
    mark.again();
    expect(told).toEqual([10]);
  });

  it('tells again over a new connection what may have been lost', async () => {
    const { mark, told } = markWith(false);
    mark.read(3);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([3]);
    mark.again();
    expect(told).toEqual([3, 3]);
  });

  it('tells the rest at the end, and nothing after it', async () => {
    const { mark, told } = markWith(true);
    mark.read(3);
    mark.read(4);
    mark.close();
    expect(told).toEqual([3, 4]);
    await vi.advanceTimersByTimeAsync(5_000);
    mark.again();
    expect(told).toEqual([3, 4]);
  });
});
