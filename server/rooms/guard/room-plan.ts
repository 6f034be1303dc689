import type { Quota, RoomKey } from '../../directory/directory.ts';

/** What a room is made of; `setup` survives JSON. */
export interface RoomSetup {
  readonly setup: object;
  /** What it counts for. */
  readonly quotas?: readonly Quota[];
  /** The room that it shall share a process with, wherever that is open. */
  readonly beside?: RoomKey | undefined;
}

/** A room that can be opened. */
export interface RoomPlan {
  /** The name that its class is defined under. */
  readonly kind: string;
  readonly id: string;
  /** Read when it has to be made; null when there is none. */
  setup(): Promise<RoomSetup | null>;
}

/** No room was made: there are too many already. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly quota: string;

  constructor(quota: string) {
    super(`too many of ${quota}`);
    this.quota = quota;
  }
}
