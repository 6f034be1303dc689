import { seatId } from '../../../shared/core/ids.ts';
import { FOUR_DEFAULTS, type FourView, fourInARow } from '../../../shared/games/four-in-a-row/rules.ts';
import type { TablePhase } from '../../../shared/table/types.ts';
import { type Samples, sampleSeats, sampleTable } from '../samples.ts';

/** The columns into which discs went, by name; seat 2, who looks at it, moves first. */
const GAMES: Readonly<Record<string, string>> = {
  first: '',
  mine: '3334241322',
  theirs: '33342413225',
  away: '33342413225',
  watch: '33342413225',
  won: '33342413221551560',
  draw: '010101101010232323323232454545545454666666',
};
/** How long the turn has lasted, ms. */
const TURN_MS = 12_000;

/** For the gallery; another name is a waiting room. */
export const samples: Samples = {
  sample(name, options = {}) {
    const { now = 0, timers = true } = options;
    const chosen = timers ? FOUR_DEFAULTS : { ...FOUR_DEFAULTS, timers: 'off' as const };
    const order = [seatId(2), seatId(1)];
    const at = now - TURN_MS;
    const discs = [...(GAMES[name] ?? '')].map((column, index) => ({
      type: 'moved' as const,
      seat: order[index % 2]!,
      move: { type: 'drop' as const, column: Number(column) },
      drawn: null,
      isForced: false,
      at,
    }));
    const begun = { type: 'turnsStarted' as const, order, options: chosen, at };
    const state = [begun, ...discs].reduce<typeof fourInARow.initial>(fourInARow.evolve, fourInARow.initial);
    const phase: TablePhase = fourInARow.outcome(state) ? 'over' : 'playing';
    const seats = sampleSeats(2, options, name === 'away' ? 1 : undefined);
    const game = fourInARow.view(state, { kind: 'spectator' });
    const view: { phase: TablePhase; game: FourView | null } =
      name in GAMES ? { phase, game } : { phase: 'waiting', game: null };
    return {
      view: sampleTable(seats, { ...view, options: chosen }),
      me: name === 'watch' ? null : seatId(2),
    };
  },
};
