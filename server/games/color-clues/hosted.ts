import { checkClueAgainstNames, namedBy } from '../../../shared/games/color-clues/clue-check.ts';
import { gameCommandSchema, gameOptionsSchema } from '../../../shared/games/color-clues/commands.ts';
import { DeckLedger, type DecksAnswer } from '../../../shared/games/color-clues/deck-record.ts';
import { parseOptions } from '../../../shared/games/color-clues/options.ts';
import { COLOR_CLUES_REFUSALS } from '../../../shared/games/color-clues/refusals.ts';
import { replay } from '../../../shared/games/color-clues/replay.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../../shared/games/color-clues/state.ts';
import { tally } from '../../../shared/games/color-clues/tally.ts';
import {
  DEFAULT_OPTIONS,
  type GameCommand,
  type GameEvent,
  type GameView,
} from '../../../shared/games/color-clues/types.ts';
import { MARKER_NAMES } from '../../../shared/table/persons.ts';
import type { Seat } from '../../../shared/table/types.ts';
import type { HostedGame, MatchRecord } from '../../rooms/tables/hosted-game.ts';
import { bot } from './bot.ts';
import { areSecretsSame, mirror, secretSeats, writeSecret } from './mirror.ts';
import { GameState as State } from './schema.ts';

/** The decks of a match, each with its promise, and with its seed when that is out. */
const deck: MatchRecord<GameEvent> = {
  tells: /"type":"(?:deckShuffled|gameStarted|round|gameEnded)/,
  begin() {
    const ledger = new DeckLedger();
    return {
      add: (event) => ledger.add(event),
      answer: (isClosed): DecksAnswer => ({ decks: ledger.records(isClosed) }),
    };
  },
};

/** What names somebody at a table, worked out once for the people who sit there. */
const namings = new WeakMap<readonly Seat[], (word: string) => boolean>();

function namingAt(seats: readonly Seat[]): (word: string) => boolean {
  const known = namings.get(seats);
  if (known) return known;
  const naming = namedBy(seats.flatMap(({ person }) => [person.name, MARKER_NAMES[person.marker] ?? '']));
  namings.set(seats, naming);
  return naming;
}

/** Color Clues, ready to be played in rooms. */
export const hostedColorClues: HostedGame<GameState, GameCommand, GameEvent, GameView, State> = {
  rules: colorClues,
  moveSchema: gameCommandSchema,
  optionsSchema: gameOptionsSchema,
  defaultOptions: DEFAULT_OPTIONS,
  refusals: COLOR_CLUES_REFUSALS,
  bot,
  State,
  mirror,
  modeOf: (options) => (parseOptions(options) ?? DEFAULT_OPTIONS).preset,
  optionsOf: (mode) => parseOptions({ preset: mode }) ?? DEFAULT_OPTIONS,
  progress: ({ round, rounds }) => ({ unit: 'round', now: round, of: rounds }),
  screen(state, move, { isRude }) {
    if (move.type !== 'giveClue' && move.type !== 'giveSecondClue') return null;
    if (isRude(move.text)) return { code: 'clue_rude' };
    if (state.game?.options.clueCheck !== 'strict') return null;
    return checkClueAgainstNames(move.text, namingAt(state.seats));
  },
  secretSeats,
  areSecretsSame,
  writeSecret,
  records: { deck },
  replay,
  tally,
};
