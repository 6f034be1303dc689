import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { STAGES, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { type FourView, fourInARow } from '../../shared/games/four-in-a-row/rules.ts';
import type { WireFour } from '../../shared/games/four-in-a-row/wire.ts';
import { type Table, tableFor } from '../../shared/table/table.ts';

/** Whatever a game makes of its state, commands, events and views: who serves any game looks into none. */
export interface AnyCommand {
  readonly type: string;
}
type AnyTable = Table<unknown, AnyCommand, unknown, unknown>;

/** A game as the hand-written server and its clients need it. */
export interface PlainGame {
  readonly rules: AnyTable;
  /** A view in the structure that the product's decoder gives, as far as whoever plays looks at it. */
  wireOf(view: unknown): unknown;
}

/** The games of the load test by name. */
export const PLAIN_GAMES: Readonly<Record<string, PlainGame>> = {
  [colorClues.name]: {
    rules: tableFor(colorClues) as unknown as AnyTable,
    wireOf: (view) => cluesOf(view as GameView),
  },
  [fourInARow.name]: {
    rules: tableFor(fourInARow) as unknown as AnyTable,
    wireOf: (view) => fourOf(view as FourView),
  },
};

function fourOf({ options, order, position, turn, spanMs, ranking }: FourView): WireFour {
  return {
    options: JSON.stringify(options),
    order,
    turn: turn ?? 0,
    until: 0,
    since: 0,
    spanMs: spanMs ?? 0,
    ranking: ranking === null ? '' : JSON.stringify(ranking),
    cells: [...position.cells].map((disc) => '.01'.indexOf(disc)),
    last: position.last ?? -1,
  };
}

function cluesOf(game: GameView): WireGame {
  return {
    isParty: game.preset === 'party',
    passes: game.passes,
    words1: game.words[0],
    words2: game.words[1],
    isWide: game.scoring === 'wide',
    par: game.par ?? 0,
    takesVolunteers: game.takesVolunteers,
    teams: game.teams.map(({ score, gain, place }) => ({ score, gain: gain ?? -1, place: place ?? 0 })),
    placed: game.placed,
    expected: game.expected,
    stage: STAGES.indexOf(game.stage),
    pass: game.pass,
    round: game.round,
    rounds: game.rounds,
    giver: game.giver,
    giverFactor: game.giverFactor,
    isRetry: game.isRetry,
    isCondemned: game.isCondemned,
    queue: String.fromCodePoint(...game.queue),
    queueDone: 0,
    clue1: game.clues[0] ?? '',
    clue2: game.clues[1] ?? '',
    until: 0,
    spanMs: 0,
    since: 0,
    target: game.target ?? -1,
    players: new Map(
      game.players.map((player, index) => [
        String(player.seat),
        {
          index,
          score: player.score,
          gain: player.gain ?? -1,
          first: player.markers[0] ?? -1,
          second: player.markers[1] ?? -1,
          isReady: player.isReady,
          isBlind: false,
          isChallenging: player.isChallenging,
          isVolunteer: player.isVolunteer,
          place: player.place ?? 0,
          team: player.team === null ? 0 : player.team + 1,
        },
      ]),
    ),
    history: [],
    secret: game.secret
      ? { card: [...game.secret.card], target: game.secret.target ?? -1, warning: '' }
      : undefined,
    promise: '',
  };
}
