import { Unavailable } from '../../server/storage/types.ts';

/** How often is asked again: a read gives up by itself after three seconds. */
const TRIES = 15;

/** Reads again what a busy machine did not answer in time, as everybody does who needs the answer. */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Unavailable) || left === 0) throw error;
    }
  }
}
