import { type SchemaType, schema, t } from '@colyseus/schema';
import { fourBotMove } from '../../../shared/games/four-in-a-row/bot.ts';
import { fourMoveSchema, fourOptionsSchema } from '../../../shared/games/four-in-a-row/commands.ts';
import {
  FOUR_DEFAULTS,
  type FourMove,
  type FourOptions,
  type FourPosition,
  type FourView,
  fourInARow,
} from '../../../shared/games/four-in-a-row/rules.ts';
import type { TurnEvent, TurnState } from '../../../shared/turns/turn-game.ts';
import type { HostedGame } from '../../rooms/tables/hosted-game.ts';
import { mirrorList, mirrorTurns, turnFields } from '../../schema/turns.ts';

/** How long a bot thinks, ms: at least, and at most so much longer. */
const THINKING_MS = [700, 1_300] as const;

/** What a game of Four in a Row looks like on the wire; `shared/games/four-in-a-row/wire.ts` reads it back. */
export const FourState = schema(
  { ...turnFields(), cells: t.array('uint8'), last: t.int8().default(-1) },
  'FourState',
);
export type FourState = SchemaType<typeof FourState>;

/** Four in a Row, ready to be played in rooms. */
export const hostedFour: HostedGame<
  TurnState<FourPosition, FourOptions>,
  FourMove,
  TurnEvent<FourMove, FourOptions>,
  FourView,
  FourState
> = {
  rules: fourInARow,
  moveSchema: fourMoveSchema,
  optionsSchema: fourOptionsSchema,
  defaultOptions: FOUR_DEFAULTS,
  bot: {
    isWaitedFor: ({ turn }, me) => turn === me,
    newMind: () => ({ move: fourBotMove }),
    delayMs: (_view, _me, rng) => THINKING_MS[0] + THINKING_MS[1] * rng.next(),
  },
  State: FourState,
  mirror(state, view, time) {
    mirrorTurns(state, view, time);
    const { cells, last } = view.position;
    mirrorList(
      state.cells,
      [...cells].map((disc) => (disc === '.' ? 0 : Number(disc) + 1)),
    );
    state.last = last ?? -1;
  },
  line: ({ position }) => `${position.cells.replaceAll('.', '').length} discs`,
};
