/** How well a bot plays, from 1 (for the first time) to 5; what that means is the game's own. */
export type BotLevel = 1 | 2 | 3 | 4 | 5;

export const BOT_LEVELS: readonly BotLevel[] = [1, 2, 3, 4, 5];

/** What a host may ask for: one level, or one that few of the bots at the table have. */
export type WantedLevel = BotLevel | 'mixed';

/** The one in the middle: how bots played before there were several. */
export const MIDDLE_LEVEL: BotLevel = 3;
