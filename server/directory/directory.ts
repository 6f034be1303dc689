/** How long a process is believed to be alive after it last said so, ms. */
export const LEASE_MS = 1_000;
/** How often it says so, ms. */
export const RENEW_MS = LEASE_MS / 4;
/** How long after its lease a process that nobody suspects may still be given rooms, ms. */
export const GRACE_MS = 2 * LEASE_MS;
/**
 * How long a process must have been alive without a gap before it takes a room, ms. After Redis was away, or lost its
 * memory, whoever has rooms says so first.
 */
export const SETTLE_MS = 600;

/** Where rooms of one kind and name stand. */
export type RoomKey = string;

/** The key of a room. */
export const roomKey = (kind: string, id: string): RoomKey => `${kind}/${id}`;
/** The kind and the id of a room. */
export const partsOf = (key: RoomKey): { readonly kind: string; readonly id: string } => {
  const at = key.indexOf('/');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
};

/** The id of a process: its name, by which proxies know it, and a part that is new with every start. */
export const processId = (name: string, start: string): string => `${name}@${start}`;
/** The name in the id of a process: what the path of a socket to it begins with. */
export const nameOf = (process: string): string => process.split('@', 1)[0]!;

/** A process could not join: another living one has its name. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';
}

/** Who has a room. */
export interface Owner {
  /** The id of a process, new with every start. */
  readonly process: string;
  /** Since when it has the room, epoch ms. */
  readonly since: number;
  /** Until when it is believed to be alive, unless it says so again; epoch ms, by the clock of the directory. */
  readonly until: number;
}

/** What is said of a room to whoever does not have it. */
export interface Listing {
  /** People who are there. */
  readonly people: number;
  /** Whatever else is to be said of it; survives JSON. */
  readonly about: object;
  /** The lists it stands in, each with its rank: the higher, the earlier. A whole number of 0 or more. */
  readonly ranks: Readonly<Record<string, number>>;
}

/** A room as it is found. */
export type Found = Owner & Pick<Listing, 'people' | 'about'> & { readonly key: RoomKey };

/** Something of which there may be only so many rooms. */
export interface Quota {
  readonly name: string;
  /** `Infinity` counts the room and never refuses it. */
  readonly most: number;
}

/** The newest version of each kind of entry that a process can read, by the name of the kind. */
export type Versions = Readonly<Record<string, number>>;

/** Another living process. */
export interface Peer {
  readonly process: string;
  readonly versions: Versions;
}

/** The answer to a claim. */
export type Claim =
  | { readonly kind: 'mine' }
  /** A living process has it. */
  | { readonly kind: 'theirs'; readonly owner: Owner }
  /** There are too many rooms of the quota with this name already. */
  | { readonly kind: 'full'; readonly quota: string };

/**
 * Which process has which room, and what is said of the rooms that are open. A process holds one lease for all of its
 * rooms: what it has, and what is listed and counted of it, is gone when it does not renew it in time.
 *
 * A hint, not a fence: whoever was held up may go on with a room that another one has meanwhile. That two never write
 * to one stream is up to the store. Each answer costs as much as what it says, however many rooms there are.
 *
 * All may reject with `Unavailable` when others cannot be reached.
 */
export interface Directory {
  /** The id of this process. */
  readonly process: string;
  /** Where others reach the living process of this name, as it said itself; null when there is none, or it said nothing. */
  addressOf(name: string): Promise<string | null>;
  /** What this process can read, as others know it. */
  readonly versions: Versions;
  /** Takes a room, unless a living process has it. Repeatable; waits until this process is settled. */
  claim(key: RoomKey, quotas?: readonly Quota[]): Promise<Claim>;
  /** Gives a room of this process back, with what is listed of it. Repeatable; leaves those of others alone. */
  release(key: RoomKey): Promise<void>;
  /**
   * Says something else of a room of this process; nothing happens when it is not. Resolves when everybody can see it,
   * which is at once where there are no others; what is said meanwhile goes out together.
   */
  list(key: RoomKey, listing: Listing): Promise<void>;
  /** The rooms with these keys that a living process has. */
  find(keys: readonly RoomKey[]): Promise<ReadonlyMap<RoomKey, Found>>;
  /** The rooms of a list with the highest ranks, the highest first; of equals any. */
  top(list: string, limit: number): Promise<readonly Found[]>;
  /** How many rooms stand in a list, and how many people are there. */
  totals(list: string): Promise<{ readonly rooms: number; readonly people: number }>;
  /** How many rooms there are of each quota. */
  counted(quotas: readonly string[]): Promise<readonly number[]>;
  /**
   * Says that this process is alive, for another `LEASE_MS`. When that came too late, its rooms are claimed again;
   * resolves to those that somebody else has.
   */
  renew(): Promise<readonly RoomKey[]>;
  /**
   * A process does not answer. When it is certain that it is gone, nobody need wait for its lease; one that is held up
   * keeps it.
   */
  suspect(process: string): Promise<void>;
  /** Up to so many rooms of processes that died. Each is told once, and belongs to nobody then. */
  orphans(limit: number): Promise<readonly RoomKey[]>;
  /** Whether others may hand rooms over to this process; false as long as nobody said so. */
  takeRooms(does: boolean): Promise<void>;
  /**
   * The other processes that take rooms: those that are alive, and those that said so a moment ago, and may only have been
   * held up since.
   */
  takers(): Promise<readonly Peer[]>;
  /** This process is leaving: others need not wait for its lease to end. */
  leave(): Promise<void>;
}
