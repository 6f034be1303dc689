import type { Metrics } from '../metrics/metrics.ts';
import { type DocumentStore, type EntryStore, type Storage, Unavailable } from './types.ts';

type StoreMetrics = Pick<Metrics, 'storeSeconds' | 'storeFailures' | 'fences' | 'setAside'>;
type Operation = 'append' | 'write' | 'read';

/** The same store, with everything that is asked of it measured and counted. Nobody waits longer for an answer. */
export function measuredStorage(storage: Storage, metrics: StoreMetrics): Storage {
  const { storeSeconds, storeFailures, fences, setAside } = metrics;
  const measuring =
    (store: object) =>
    <A extends unknown[], T>(
      operation: Operation,
      act: (...args: A) => Promise<T>,
      look: (answer: T) => void = () => {},
    ) => {
      const seconds = storeSeconds.of(operation);
      return (...args: A): Promise<T> => {
        const startedAt = performance.now();
        const note = () => seconds.note((performance.now() - startedAt) / 1_000);
        const asked = act.apply(store, args);
        asked.then(
          (answer) => {
            note();
            look(answer);
          },
          (error: unknown) => {
            note();
            storeFailures.of(operation, error instanceof Unavailable ? 'unavailable' : 'fault').add();
          },
        );
        return asked;
      };
    };
  const { entries: e, documents: d } = storage;
  const entry = measuring(e);
  const document = measuring(d);
  const entries: EntryStore = {
    append: entry('append', e.append, (done) => {
      if (!done.ok) fences.of(done.error.kind).add();
    }),
    after: entry('read', e.after),
    before: entry('read', e.before),
    about: entry('read', e.about),
    ofAuthor: entry('read', e.ofAuthor),
    find: entry('read', e.find),
    last: entry('read', e.last),
    rewrite: entry('write', e.rewrite),
    search: entry('read', e.search),
    setAside: entry('write', e.setAside, (moved) => setAside.add(moved)),
    drop: entry('write', e.drop),
  };
  const documents: DocumentStore = {
    insert: document('write', d.insert),
    put: document('write', d.put),
    putInOrder: document('write', d.putInOrder),
    rerank: document('write', d.rerank),
    remove: document('write', d.remove),
    get: document('read', d.get),
    getMany: document('read', d.getMany),
    list: document('read', d.list),
    below: document('read', d.below),
  };
  return { entries, documents, health: () => storage.health(), close: () => storage.close() };
}
