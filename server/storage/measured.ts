import type { Metrics } from '../metrics/metrics.ts';
import { type DocumentStore, type EntryStore, type Storage, Unavailable } from './types.ts';

type StoreMetrics = Pick<Metrics, 'storeSeconds' | 'storeFailures' | 'fences' | 'setAside'>;
type Operation = 'append' | 'write' | 'read';

/** The same store, with everything that is asked of it measured and counted. */
export function measuredStorage(storage: Storage, metrics: StoreMetrics): Storage {
  const { storeSeconds, storeFailures, fences, setAside } = metrics;
  const measuring =
    (store: object) =>
    <A extends unknown[], T>(operation: Operation, act: (...args: A) => Promise<T>) => {
      const seconds = storeSeconds.of(operation);
      return async (...args: A): Promise<T> => {
        const startedAt = performance.now();
        try {
          return await act.apply(store, args);
        } catch (error) {
          storeFailures.of(operation, error instanceof Unavailable ? 'unavailable' : 'fault').add();
          throw error;
        } finally {
          seconds.note((performance.now() - startedAt) / 1_000);
        }
      };
    };
  const { entries: e, documents: d } = storage;
  const entry = measuring(e);
  const document = measuring(d);
  const append = entry('append', e.append);
  const move = entry('write', e.setAside);
  const entries: EntryStore = {
    async append(stored) {
      const done = await append(stored);
      if (!done.ok) fences.of(done.error.kind).add();
      return done;
    },
    after: entry('read', e.after),
    before: entry('read', e.before),
    about: entry('read', e.about),
    ofAuthor: entry('read', e.ofAuthor),
    find: entry('read', e.find),
    last: entry('read', e.last),
    rewrite: entry('write', e.rewrite),
    search: entry('read', e.search),
    async setAside(stream, from, reason) {
      const moved = await move(stream, from, reason);
      setAside.add(moved);
      return moved;
    },
    drop: entry('write', e.drop),
  };
  const documents: DocumentStore = {
    insert: document('write', d.insert),
    put: document('write', d.put),
    putInOrder: document('write', d.putInOrder),
    remove: document('write', d.remove),
    get: document('read', d.get),
    getMany: document('read', d.getMany),
    list: document('read', d.list),
    below: document('read', d.below),
  };
  return { entries, documents, health: () => storage.health(), close: () => storage.close() };
}
