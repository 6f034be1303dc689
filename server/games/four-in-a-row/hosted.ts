import { type SchemaType, schema, t } from '@colyseus/schema';
import { fourBotMove } from '../../../shared/games/four-in-a-row/bot.ts';
import { fourMoveSchema, fourOptionsSchema } from '../../../shared/games/four-in-a-row/commands.ts';
import { FOUR_REFUSALS } from '../../../shared/games/four-in-a-row/refusals.ts';
import { replay } from '../../../shared/games/four-in-a-row/replay.ts';
import * as four from '../../../shared/games/four-in-a-row/rules.ts';
import { type HostedTurnGame, turnBot } from '../../rooms/tables/turn-games.ts';
import { mirrorList, mirrorTurns, turnFields } from '../../schema/turns.ts';

/** What a game of Four in a Row looks like on the wire; `shared/games/four-in-a-row/wire.ts` reads it back. */
const State = schema({ ...turnFields(), cells: t.array('uint8'), last: t.int8().default(-1) }, 'FourState');
type State = SchemaType<typeof State>;

/** Four in a Row, ready to be played in rooms. */
export const hostedFour: HostedTurnGame<four.FourPosition, four.FourMove, four.FourOptions, State> = {
  rules: four.fourInARow,
  moveSchema: fourMoveSchema,
  optionsSchema: fourOptionsSchema,
  defaultOptions: four.FOUR_DEFAULTS,
  refusals: FOUR_REFUSALS,
  bot: turnBot(fourBotMove),
  State,
  mirror(state, view, time) {
    mirrorTurns(state, view, time);
    const { cells, last } = view.position;
    mirrorList(
      state.cells,
      Array.from(cells, (disc) => '.01'.indexOf(disc)),
    );
    state.last = last ?? -1;
  },
  replay,
  progress: ({ position }) => ({ unit: 'move', now: position.cells.replaceAll('.', '').length + 1 }),
};
