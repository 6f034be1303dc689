import type { Tabs } from './outbox-store.ts';

/** What the pages of one browser say to each other: `who` asks whether a tab is open, `here` says that it is. */
export interface Said {
  readonly type: 'who' | 'here';
  readonly tab: string;
}

export interface TabPorts {
  /** Tells every other page of this browser. */
  tell(said: Said): void;
  /** Calls back with what others tell. */
  hear(act: (said: Said) => void): void;
  /** The name of this tab before it was loaded again; null for a new one. A copied tab remembers its original's. */
  recall(): string | null;
  remember(name: string): void;
  newName(): string;
  wait(ms: number): Promise<void>;
}

/** An open tab answers within this time, ms. */
export const ANSWER_MS = 300;
/** A tab that is gone for so long is not just being loaded again, ms. */
export const GONE_MS = 2_000;

/**
 * The open tabs of this browser, by asking them. It works on plain http, where there are no locks. A tab that the
 * browser has put to sleep does not answer and is taken for gone: then both send its messages, and the server keeps
 * what has the same id once.
 */
export function openTabs(ports: TabPorts): Tabs {
  /** Who waits to hear of a tab. */
  const waiting = new Map<string, Set<() => void>>();
  let mine: Promise<string> | null = null;
  let name: string | null = null;

  ports.hear(({ type, tab }) => {
    if (type === 'here') for (const tell of waiting.get(tab) ?? []) tell();
    else if (tab === name) ports.tell({ type: 'here', tab });
  });

  async function isOpen(tab: string): Promise<boolean> {
    const all = waiting.get(tab) ?? new Set();
    waiting.set(tab, all);
    let tell = (): void => {};
    const answer = new Promise<boolean>((resolve) => {
      tell = () => resolve(true);
      all.add(tell);
    });
    ports.tell({ type: 'who', tab });
    const isThere = await Promise.race([answer, ports.wait(ANSWER_MS).then(() => false)]);
    all.delete(tell);
    if (all.size === 0) waiting.delete(tab);
    return isThere;
  }

  async function takeName(): Promise<string> {
    const known = ports.recall();
    const taken = known === null || (await isOpen(known)) ? ports.newName() : known;
    ports.remember(taken);
    name = taken;
    return taken;
  }

  return {
    mine() {
      mine ??= takeName();
      return mine;
    },
    async whenGone(tab, signal, act) {
      let wasOpen = await isOpen(tab);
      let isGone = !wasOpen;
      while (!isGone && !signal.aborted) {
        await ports.wait(GONE_MS);
        const isThere = await isOpen(tab);
        isGone = !isThere && !wasOpen;
        wasOpen = isThere;
      }
      if (!signal.aborted) await act();
    },
  };
}
