import type { WireTable } from '../../shared/protocol/wire.ts';
import { colorClues } from './color-clues.ts';
import type { PlayedGame } from './played-game.ts';

/** Every game that the load test plays, the first one where none is named. */
export const PLAYED_GAMES: readonly PlayedGame<WireTable>[] = [colorClues];
