import type { HostedGame } from '../rooms/tables/hosted-game.ts';
import { hostedColorClues } from './color-clues/hosted.ts';
import { hostedFour } from './four-in-a-row/hosted.ts';

/** Every game that is played in rooms of this server. */
export const HOSTED_GAMES: readonly HostedGame[] = [hostedColorClues, hostedFour];
