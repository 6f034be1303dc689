import type { Side } from '../../shared/core/rules.ts';
import type { Person } from '../../shared/table/types.ts';
import { type RoomKey, roomKey } from '../directory/directory.ts';
import { type Topic, topic } from '../infra/topics.ts';

/** The name that rooms of tables are defined under, whatever is played at them. */
export const TABLE_ROOM = 'table';
export const tableKey = (code: string): RoomKey => roomKey(TABLE_ROOM, code);

/** What a table tells its talk when it is asked: how things are at that moment. */
export interface TalkInfo {
  /** The entry of the table's journal that this is as of: of two answers the one with the higher number is newer. */
  readonly seq: number;
  /** Whether its game ever keeps people apart. Of one that does not, nobody need ask before every message. */
  readonly hasSecrets: boolean;
  /** Who is kept apart; null when everybody may talk with everybody, or when only bots know something. */
  readonly wall: TableWall | null;
  /** People with a seat; null when the game is over and they shall stay as they are. */
  readonly members: readonly string[] | null;
  /** Everybody with a seat as the table shows them, bots among them: while there is a secret they keep their names. */
  readonly seats: readonly Person[];
  /** People whom the host sent away for good. */
  readonly banned: readonly string[];
  /** Ids of people who were, and may come back. */
  readonly letBackIn: readonly string[];
}

/** Somebody who may not write in the talk of a table, and until when, epoch ms; null: for good. */
export interface Silenced {
  readonly person: string;
  readonly until: number | null;
}

/** A secret that people keep from others. */
export interface TableWall {
  /** Tells it from every wall before it. */
  readonly id: string;
  /** The side of each person who is not of the `CROWD`, by their id. */
  readonly sides: Readonly<Record<string, Side>>;
}

/** The conversation of a table. */
export const talkOf = (matchId: string): string => `talk-${matchId}`;

/** Something that its talk should ask for changed at a table; what is said is the entry that did it. */
export const tableTopic = (talk: string): Topic<number> => topic(`table:${talk}`);
