import type { WireTable } from '../../shared/protocol/wire.ts';
import type { PlayedGame } from '../games/played-game.ts';

/** What everybody may see of a table, as plain data: equal for all who look at a table that is at rest. */
export const pictureOf = ({ secrets }: PlayedGame<unknown>, table: WireTable): unknown =>
  plain(table, secrets?.fields ?? new Set());

/** Something decoded that holds others by key. */
interface Walkable {
  forEach(visit: (item: unknown, key: unknown) => void): void;
}

const isWalkable = (value: object): value is Walkable =>
  'forEach' in value && typeof value.forEach === 'function';

/**
 * A decoded state as plain data, without the fields of these names, wherever they are. Entries of maps are in the order of
 * their keys, so that two pictures can be compared.
 */
function plain(value: unknown, without: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isWalkable(value)) {
    const entries: [string, unknown][] = [];
    value.forEach((item, key) => {
      entries.push([String(key), plain(item, without)]);
    });
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  }
  const fields = Object.entries(value).filter(([name, field]) => field !== undefined && !without.has(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, plain(field, without)]));
}
