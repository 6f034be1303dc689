import type { Refusal } from './types.ts';

/** A message on its way, as it is kept until the server has it. */
export interface OutboxEntry {
  /** The id of the command that sends it, the same however often it is sent. */
  readonly id: string;
  /** Order within a tab. */
  readonly k: number;
  readonly text: string;
  readonly replyTo: number | null;
  readonly mentions: readonly string[];
  /** Code of a table that it invites to, or null. */
  readonly table: string | null;
  /** Epoch ms, this device's clock. */
  readonly at: number;
  /** The last entry of the conversation that its writer had seen: it is stored after that one. */
  readonly after: number;
  /** Why the server refused it, or null while it is to be sent. */
  readonly refusal: Refusal | null;
}

/** An entry in the database, which all tabs of this browser share. */
export interface OutboxRow extends OutboxEntry {
  readonly tab: string;
  readonly conversation: string;
  /** Who wrote it; nobody else sends it. */
  readonly author: string;
}

/** Where rows are kept. Every call is one step: it happens whole, and one after the other. */
export interface OutboxDatabase {
  all(): Promise<readonly OutboxRow[]>;
  put(row: OutboxRow): Promise<void>;
  remove(id: string): Promise<void>;
  /** Gives those of these rows that are still there and still `from`'s to another tab; answers with them. */
  move(ids: readonly string[], from: string, to: string): Promise<readonly OutboxRow[]>;
}

/** The tabs of this browser. */
export interface Tabs {
  /** The name of this tab; kept over a reload, and never shared by two tabs that are open. */
  mine(): Promise<string>;
  /** Acts when a tab is not open, at once or later; never after `signal` was aborted. */
  whenGone(tab: string, signal: AbortSignal, act: () => Promise<void>): void;
}

/** Entries of one person in one conversation on this tab. Nothing here fails: what cannot be kept is only not kept. */
export interface OutboxStore {
  /** In order. */
  load(): Promise<readonly OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(id: string): Promise<void>;
  /** Takes over the entries of tabs that are gone, now or as soon as they are; each is given to one tab only. */
  adopt(take: (entries: readonly OutboxEntry[]) => void): Promise<void>;
  close(): void;
}

export function outboxStore(
  database: OutboxDatabase,
  tabs: Tabs,
  conversation: string,
  author: string,
): OutboxStore {
  const closing = new AbortController();
  const isOurs = (row: OutboxRow) => row.conversation === conversation && row.author === author;
  const inOrder = (rows: readonly OutboxRow[]): readonly OutboxEntry[] =>
    [...rows].sort((a, b) => a.k - b.k || a.at - b.at).map(entryOf);
  return {
    async load() {
      const [tab, rows] = await Promise.all([tabs.mine(), database.all()]);
      return inOrder(rows.filter((row) => row.tab === tab && isOurs(row)));
    },
    async put(entry) {
      await database.put({ ...entry, tab: await tabs.mine(), conversation, author });
    },
    async remove(id) {
      // Waits as `put` does, so that it stays behind it.
      await tabs.mine();
      await database.remove(id);
    },
    async adopt(take) {
      const [tab, rows] = await Promise.all([tabs.mine(), database.all()]);
      const others = new Set(rows.filter(isOurs).map((row) => row.tab));
      others.delete(tab);
      for (const other of others) {
        tabs.whenGone(other, closing.signal, async () => {
          const left = (await database.all()).filter((row) => row.tab === other && isOurs(row));
          const ids = left.map(({ id }) => id);
          take(inOrder(await database.move(ids, other, tab)));
        });
      }
    },
    close: () => closing.abort(),
  };
}

const entryOf = ({ tab: _, conversation: __, author: ___, ...entry }: OutboxRow): OutboxEntry => entry;
