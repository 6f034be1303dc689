import type { DailyGame } from '../daily/daily-game.ts';
import type { HostedGame } from '../rooms/tables/hosted-game.ts';
import { dailyColorClues } from './color-clues/daily.ts';
import { hostedColorClues } from './color-clues/hosted.ts';
import { hostedFour } from './four-in-a-row/hosted.ts';

/** Every game that is played in rooms of this server. */
export const HOSTED_GAMES: readonly HostedGame[] = [hostedColorClues, hostedFour];

/** The one of which everybody gets the same on one day. */
export const DAILY_GAME: DailyGame = dailyColorClues;
