import type { Person } from '../../shared/table/types.ts';
import { type Topic, topic } from '../infra/topics.ts';

/** What a table tells its talk. */
export interface TalkInfo {
  /** People with a seat; null when the game is over and they shall stay as they are. */
  readonly members: readonly string[] | null;
  /**
   * Who knows a secret at this moment, as the table shows them; null when nobody does, or a bot: then everybody sees
   * everything.
   */
  readonly keeper: Person | null;
  /** Everybody with a seat as the table shows them, bots among them: while there is a secret they keep their names. */
  readonly seats?: readonly Person[];
  /** People whom the host sent away for good. */
  readonly banned?: readonly string[];
}

/** The conversation of a table. */
export const talkOf = (matchId: string): string => `talk-${matchId}`;

/** A table tells its talk how things are. */
export const tableTopic = (talk: string): Topic<TalkInfo> => topic(`table:${talk}`);
