import type { OutboxDatabase, OutboxRow, Tabs } from './outbox-store.ts';

/** Without locks nobody knows which tabs are open: then nothing is kept over a reload. */
const isKept =
  typeof indexedDB !== 'undefined' && typeof navigator !== 'undefined' && navigator.locks !== undefined;
const STORE = 'rows';
const TAB_KEY = 'color-clues:tab';
/** A reload may find the lock of the page before it still held for so long, ms. */
const RELOAD_MS = 300;
/** A tab that is gone for so long is not just being loaded again, ms. */
const GONE_MS = 2_000;

let opening: Promise<IDBDatabase | null> | null = null;

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    if (!isKept) return resolve(null);
    const request = indexedDB.open('color-clues:outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => {
      request.result.onclose = () => {
        opening = null;
      };
      resolve(request.result);
    };
    request.onerror = () => resolve(null);
  });
  return opening;
}

/** One transaction; `otherwise` when there is no database or it fails. */
async function step<T>(
  mode: IDBTransactionMode,
  otherwise: T,
  act: (store: IDBObjectStore, done: (value: T) => void) => void,
): Promise<T> {
  const database = await open().catch(() => null);
  if (!database) return otherwise;
  return new Promise((resolve) => {
    let value = otherwise;
    try {
      const transaction = database.transaction(STORE, mode);
      transaction.oncomplete = () => resolve(value);
      transaction.onabort = () => resolve(otherwise);
      act(transaction.objectStore(STORE), (result) => {
        value = result;
      });
    } catch {
      resolve(otherwise);
    }
  });
}

/** The outbox of this browser; one that forgets everything where there is no IndexedDB or there are no Web Locks. */
export const browserDatabase: OutboxDatabase = {
  all: () =>
    step<readonly OutboxRow[]>('readonly', [], (store, done) => {
      const request: IDBRequest<OutboxRow[]> = store.getAll();
      request.onsuccess = () => done(request.result);
    }),
  put: (row) => step('readwrite', undefined, (store) => store.put(row)),
  remove: (id) => step('readwrite', undefined, (store) => store.delete(id)),
  move: (ids, from, to) =>
    step<readonly OutboxRow[]>('readwrite', [], (store, done) => {
      const moved: OutboxRow[] = [];
      done(moved);
      for (const id of ids) {
        const request: IDBRequest<OutboxRow | undefined> = store.get(id);
        request.onsuccess = () => {
          if (request.result?.tab !== from) return;
          const row = { ...request.result, tab: to };
          moved.push(row);
          store.put(row);
        };
      }
    }),
};

const lockOf = (tab: string): string => `color-clues:tab:${tab}`;

let mine: Promise<string> | null = null;

/** Takes a name and holds its lock until the page ends. A copied tab finds the lock taken and takes another name. */
async function takeName(): Promise<string> {
  let name = null;
  try {
    name = sessionStorage.getItem(TAB_KEY);
  } catch {
    // Storage may be forbidden: the name lasts as long as the page.
  }
  name ??= newName();
  if (!(await isHeld(name))) {
    name = newName();
    await isHeld(name);
  }
  try {
    sessionStorage.setItem(TAB_KEY, name);
  } catch {
    // As above.
  }
  return name;
}

const newName = (): string => crypto.randomUUID();

const isHeld = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise<never>(() => {});
    };
    navigator.locks
      .request(lockOf(name), { signal: AbortSignal.timeout(RELOAD_MS) }, hold)
      .catch(() => resolve(false));
  });

/** The open tabs of this browser, by the locks they hold. */
export const browserTabs: Tabs = {
  mine() {
    mine ??= isKept ? takeName() : Promise.resolve('only');
    return mine;
  },
  async whenGone(tab, signal, act) {
    if (!isKept) return;
    try {
      while (!signal.aborted) {
        const isDone = await navigator.locks.request(lockOf(tab), { ifAvailable: true }, async (lock) => {
          if (lock) await act();
          return lock !== null;
        });
        if (isDone) return;
        await navigator.locks.request(lockOf(tab), { signal }, () => {});
        await new Promise((resolve) => setTimeout(resolve, GONE_MS));
      }
    } catch {
      // Aborted: the page does not want it any more.
    }
  },
};
