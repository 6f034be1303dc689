import { z } from 'zod';

/** A day by the calendar of UTC, `2026-11-29`. */
export const daySchema = z.iso.date();

/** A place for each hint of the day, in their order: numbers of cells of the board. */
export const dailyBody = z.strictObject({ places: z.array(z.int().min(0).max(9_999)).min(1).max(10) });

/** What the page of a day shows. Nothing in it depends on what is right until one has placed. */
export interface DailyView {
  readonly day: string;
  /** The day that it is now, by the server. */
  readonly today: string;
  /** The server's time, epoch ms. */
  readonly now: number;
  /** When today's game is followed by the next, epoch ms. */
  readonly nextAt: number;
  readonly hints: readonly string[];
  /** Days in a row, up to today or yesterday, that somebody has placed on. */
  readonly streak: number;
  /** Past days that can be played, the newest first. */
  readonly past: readonly PastDay[];
  /** What has become of it; null until one has placed. */
  readonly result: DailyResult | null;
}

export interface PastDay {
  readonly day: string;
  /** What one got; null when one has not played it. */
  readonly points: number | null;
}

/** What somebody has placed, and what others did. */
export interface DailyResult {
  readonly places: readonly number[];
  readonly answers: readonly number[];
  /** Of each place. */
  readonly points: readonly number[];
  /** It was placed while the day was open; otherwise it counts for nothing but itself. */
  readonly isCounted: boolean;
  /** How many have placed on that day, oneself included. */
  readonly people: number;
  /** For each hint: how many have placed where. */
  readonly crowd: readonly (readonly CrowdPlace[])[];
  /** The best fifty of those who had an account when they placed, best first. */
  readonly ranks: readonly DailyRank[];
}

export type CrowdPlace = readonly [place: number, people: number];

export interface DailyRank {
  /** 1 is best; equal points share a place. */
  readonly place: number;
  readonly points: number;
  readonly name: string;
  readonly marker: number;
  readonly isMe: boolean;
}
