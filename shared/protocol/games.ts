import { z } from 'zod';
import type { Counts } from '../core/replay.ts';

/** Games in one page of a list. */
export const GAMES_PAGE = 20;

/** Whether to take part in ratings and the table of the week. */
export const rankedBody = z.strictObject({ isIn: z.boolean() });

/** Somebody who played; `name` is empty for whoever is not known any more. */
export interface PastPlayer {
  readonly name: string;
  readonly isBot: boolean;
  readonly isMe: boolean;
  /** 1 is best; null for whoever left before the end. */
  readonly place: number | null;
}

/** A finished game in one's own list. */
export interface PastGame {
  readonly match: string;
  /** Which game at its table. */
  readonly number: number;
  readonly game: string;
  /** Epoch ms. */
  readonly endedAt: number;
  readonly place: number | null;
  readonly points: number | null;
  /** Everybody who played, the best first. */
  readonly players: readonly PastPlayer[];
  /** Whether it can be watched again: it cannot when its table is no longer kept. */
  readonly hasReplay: boolean;
}

/** Own games, the newest first. */
export interface GamesAnswer {
  readonly games: readonly PastGame[];
  /** Names the next page; null at the end. */
  readonly next: number | null;
}

/** What somebody's games of one kind add up to. */
export interface GameStatistics {
  readonly game: string;
  readonly played: number;
  readonly won: number;
  /** What the game counts, by its own names. */
  readonly counts: Counts;
  /** Null for whoever takes no part, and before the first game that counts. */
  readonly rating: { readonly rating: number; readonly deviation: number } | null;
}

export interface StatisticsAnswer {
  readonly games: readonly GameStatistics[];
  /** Whether one takes part in ratings and the table of the week; null for whoever has no account, and cannot. */
  readonly isRanked: boolean | null;
}

/** A line of the table of the week. */
export interface WeekLine {
  readonly name: string;
  readonly marker: number;
  readonly isMe: boolean;
  readonly games: number;
  /** One for each person beaten, a half for a shared place. */
  readonly points: number;
}

export interface WeekAnswer {
  /** When the week began, epoch ms. */
  readonly since: number;
  /** The best first. */
  readonly lines: readonly WeekLine[];
}
