import { checkClueAgainstNames } from '../../../shared/games/color-clues/clue-check.ts';
import { gameCommandSchema, gameOptionsSchema } from '../../../shared/games/color-clues/commands.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../../shared/games/color-clues/state.ts';
import {
  DEFAULT_OPTIONS,
  type GameCommand,
  type GameEvent,
  type GameView,
} from '../../../shared/games/color-clues/types.ts';
import { type IsAlike, MARKER_NAMES } from '../../../shared/table/persons.ts';
import { tableFor } from '../../../shared/table/table.ts';
import type { Bot } from '../../rooms/tables/bots.ts';
import type { HostedGame } from '../../rooms/tables/hosted-game.ts';
import { mirror, writeSecret } from './mirror.ts';
import { GameState as State } from './schema.ts';

/** What the host of a game has to bring: its bots, and a judgment of manners. */
export interface ColorCluesParts {
  readonly bot: Bot<GameCommand, GameView>;
  isRude(text: string): boolean;
  readonly isAlike: IsAlike;
}

/** Color Clues, ready to be put into a room. */
export const hostedColorClues = ({
  bot,
  isRude,
  isAlike,
}: ColorCluesParts): HostedGame<GameState, GameCommand, GameEvent, GameView, State> => ({
  table: tableFor(colorClues, isAlike),
  moveSchema: gameCommandSchema,
  optionsSchema: gameOptionsSchema,
  defaultOptions: DEFAULT_OPTIONS,
  bot,
  screen(state, move) {
    if (move.type !== 'giveClue' && move.type !== 'giveSecondClue') return null;
    if (isRude(move.text)) return { code: 'clue_rude' };
    if (state.game?.options.clueCheck !== 'strict') return null;
    const names = state.seats.flatMap(({ person }) => [person.name, MARKER_NAMES[person.marker] ?? '']);
    return checkClueAgainstNames(move.text, names);
  },
  State,
  mirror,
  secretSeats: ({ giver }) => [giver],
  writeSecret: (state, _seat, view) => writeSecret(state, view),
  talkKeeper: ({ phase, game }) =>
    phase === 'playing' && game?.round && game.round.gains === null ? game.round.giver : null,
  line: ({ round, rounds }) => `Round ${round} of ${rounds}`,
});
