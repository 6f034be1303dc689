import { type Signal, signal } from '@preact/signals';
import { newCommandId } from './connection.ts';
import type { OutboxDatabase, OutboxRow, Tabs } from './outbox-store.ts';
import { openTabs, type Said } from './tabs.ts';

const STORE = 'rows';
const TAB_KEY = 'color-clues:tab';

let opening: Promise<IDBDatabase | null> | null = null;

/** Whether what waits here outlives this page; false once it is known that there is no database. */
export const outlivesPage: Signal<boolean> = signal(true);

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null);
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
  return opening.then((database) => {
    outlivesPage.value = database !== null;
    return database;
  });
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

/** The outbox of this browser; one that forgets everything where there is no IndexedDB. */
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

/** What other pages hear; a page that is being left says nothing more, so that the one after it takes its name. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('color-clues:tabs');
let isLeft = false;
if (channel) {
  addEventListener('pagehide', () => (isLeft = true));
  addEventListener('pageshow', () => (isLeft = false));
}

/** The open tabs of this browser. */
export const browserTabs: Tabs = openTabs({
  tell: (said) => channel?.postMessage(said),
  hear(act) {
    channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => !isLeft && act(data));
  },
  recall() {
    try {
      return sessionStorage.getItem(TAB_KEY);
    } catch {
      return null;
    }
  },
  remember(name) {
    try {
      sessionStorage.setItem(TAB_KEY, name);
    } catch {
      // Storage may be forbidden: the name lasts as long as the page.
    }
  },
  newName: newCommandId,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
