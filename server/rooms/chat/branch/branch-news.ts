import { createHash } from 'node:crypto';
import type { ConversationEvent } from '../../../../shared/chat/types.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { type Topic, topic } from '../../../infra/topics.ts';
import type { Face } from '../../../schema/conversation-mirror.ts';

/** The name that branches of lobbies are defined under. */
export const BRANCH = 'branch';
/** The branch of a lobby in a process: each has its own. Bounded, whatever the two are called. */
export const branchId = (process: string, conversation: string): string =>
  `branch-${createHash('sha256').update(`${process} ${conversation}`).digest('base64url').slice(0, 22)}`;

/** Somebody as the owner shows them. */
export type Shown = readonly [id: string, face: Face];

/** An entry that the owner of a lobby stored, and who wrote it. */
export interface EntryNews {
  readonly entry: Entry<ConversationEvent>;
  readonly author: Shown | null;
}

/** What a branch is told when it says that it is there. */
export interface LobbyNews {
  /** The last entry: a branch that knows less has missed some. */
  readonly seq: number;
  readonly online: number;
  /** All who are shown. */
  readonly shown: readonly Shown[];
}

/** The entries of a lobby, in their order. */
export const entriesTopic = (conversation: string): Topic<EntryNews> => topic(`entries:${conversation}`);
