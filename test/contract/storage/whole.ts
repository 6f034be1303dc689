import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../../shared/core/result.ts';
import { carryOut, modelStorage, steps } from '../storage-model.ts';
import { document, entry, message, type OpenedStorage, seqs } from './opened.ts';

/** The store as a whole: held against a model, opened again, closed. */
export function describeWhole(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`${name}: the store`, () => {
    it('answers every call as the model does', async () => {
      const { storage, destroy } = await open();
      onTestFinished(destroy);
      let run = 0;
      const property = fc.asyncProperty(steps, async (all) => {
        const model = modelStorage();
        const apart = `run${++run}`;
        for (const [index, step] of all.entries()) {
          // A moment of its own for each, but not in the order of writing.
          const moment = { apart, at: (index * 61) % 1_009 };
          expect(await carryOut(storage, step, moment)).toEqual(await carryOut(model, step, moment));
        }
      });
      await fc.assert(property, { numRuns: 60 });
    });

    it('is up when it was opened, and has nothing that waits', async () => {
      const { storage, destroy } = await open();
      onTestFinished(destroy);
      expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
      const writing = storage.entries.append(entry(1));
      expect(storage.health().waiting).toBe(1);
      await writing;
      expect(storage.health()).toMatchObject({ isUp: true, waiting: 0 });
    });

    it('writes what waits before it closes, and refuses what comes later', async () => {
      const { storage, reopen, destroy } = await open();
      onTestFinished(destroy);
      const writing = Promise.all([1, 2, 3].map((seq) => storage.entries.append(entry(seq))));
      await storage.close();
      expect(await writing).toEqual([ok(null), ok(null), ok(null)]);
      await expect(storage.entries.append(entry(4))).rejects.toMatchObject({ name: 'Unavailable' });
      await expect(storage.entries.last('match:a')).rejects.toMatchObject({ name: 'Unavailable' });
      const again = await reopen();
      expect(await again.entries.last('match:a')).toBe(3);
    });

    it('still has everything when it is opened again', async () => {
      const { storage, reopen, destroy } = await open();
      onTestFinished(destroy);
      await storage.entries.append(entry(1));
      await storage.entries.append(message(1, 'green'));
      await storage.documents.put(document('a'));
      await storage.close();
      const again = await reopen();
      expect(await again.entries.after('match:a', 0, 10)).toEqual([entry(1)]);
      expect(seqs(await again.entries.search(['chat:a'], 'green', 1))).toEqual([1]);
      expect(await again.documents.get('member', 'a')).toEqual(document('a'));
    });

    it('shows another owner of the data what was resolved', async () => {
      const { storage, reopen, destroy } = await open();
      onTestFinished(destroy);
      const other = await reopen();
      await storage.entries.append(entry(1));
      expect(await other.entries.last('match:a')).toBe(1);
      await other.documents.put(document('a'));
      expect(await storage.documents.get('member', 'a')).toEqual(document('a'));
    });
  });
}
