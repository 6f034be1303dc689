import type { Decider, Rules, Viewer } from '../core/rules.ts';
import { Decision } from './decision.ts';
import { Draft } from './draft.ts';
import { type IsAlike, isSameWord } from './persons.ts';
import { evolveTable, initialTable, type TableState } from './state.ts';
import type { TableCommand, TableEvent, TableView } from './types.ts';
import { upcast } from './upcast.ts';
import { viewTable } from './view.ts';
import { nextWakeUp } from './wake-up.ts';

/** A table with a game on it: itself a decider, so the engine runs it like any other. */
export interface Table<S, C extends { readonly type: string }, E, V>
  extends Decider<TableState<S>, TableCommand<C>, TableEvent<E>> {
  readonly game: Rules<S, C, E, V>;
  /** What one viewer may see of the table and its game. */
  view(state: TableState<S>, viewer: Viewer): TableView<V>;
}

/**
 * Puts a table around a game: seats, host, bots, kicks, options, start and rematch. Knows nothing of the game itself.
 * @param isAlike tells names that can be taken for one another: no two at a table are shown with such names
 */
export function tableFor<S, C extends { readonly type: string }, E, V>(
  game: Rules<S, C, E, V>,
  isAlike: IsAlike = isSameWord,
): Table<S, C, E, V> {
  const evolve = (state: TableState<S>, event: TableEvent<E>, after?: S) =>
    evolveTable(state, event, {
      evolve: (s, e) => after ?? game.evolve(s ?? game.initial, e),
      passed: (e) => game.passed?.(e) ?? null,
    });
  return {
    name: `table:${game.name}`,
    version: game.version,
    initial: initialTable,
    game,
    evolve: (state, event) => evolve(state, event),
    decide: (state, by, command, ctx) =>
      new Decision(new Draft(game, evolve, state, ctx), isAlike).decide(by, command),
    deadline: (state) => nextWakeUp(state, game),
    upcast: (event, version) => upcast(event, version, game),
    view: (state, viewer) => viewTable(state, (played) => game.view(played, viewer)),
  };
}
