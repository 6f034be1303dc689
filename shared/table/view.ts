import type { TableState } from './state.ts';
import type { TableView } from './types.ts';

/** What one viewer may see of a table; `viewGame` is what they may see of its game. */
export const viewTable = <S, V>(state: TableState<S>, viewGame: (game: S) => V): TableView<V> => ({
  name: state.name,
  visibility: state.visibility,
  phase: state.phase,
  host: state.host,
  options: state.options,
  seats: state.seats,
  queue: state.queue,
  leavers: state.leavers,
  removed: state.removed,
  language: state.language,
  isLocked: state.isLocked,
  hasPassword: state.password !== null,
  pausedSince: state.pausedSince,
  pausedMs: state.pausedMs,
  game: state.game === null ? null : viewGame(state.game),
  gameNumber: state.gameNumber,
});
