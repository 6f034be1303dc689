import { kindOf } from '../core/about.ts';
import { GAMES } from './index.ts';

/** Every kind of table, in the order to choose from. */
export const TABLE_KINDS: readonly string[] = GAMES.flatMap(({ name, modes }) =>
  modes ? modes.map((mode) => kindOf(name, mode.name)) : [name],
);
