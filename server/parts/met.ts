import type { MetAnswer } from '../../shared/protocol/met.ts';
import type { Relations } from '../rooms/chat/relations.ts';
import type { MetPeople } from '../rooms/tables/past/met.ts';
import type { Faces } from '../rooms/tables/past/past.ts';
import type { Tables } from '../rooms/tables/tables.ts';
import type { Base } from './base.ts';

interface MetPorts extends Faces {
  readonly met: MetPeople;
  readonly relations: Pick<Relations, 'apartFrom' | 'closedAmong'>;
  readonly tables: Pick<Tables, 'whereAre'>;
}

/** Whom people have met at tables, as they see it. All may reject with `Unavailable`. */
export const metParts = ({ clock }: Pick<Base, 'clock'>, { met, relations, tables, facesOf }: MetPorts) => ({
  /** Nobody with whom there is a block, and nobody who is not known any more. */
  async list(person: string): Promise<MetAnswer> {
    const [since, known] = await Promise.all([met.since(person), met.of(person)]);
    const ids = known.map(({ id }) => id);
    if (ids.length === 0) return { isOn: since !== null, people: [] };
    const [faces, apart, closed, seats] = await Promise.all([
      facesOf(ids),
      relations.apartFrom(person, ids),
      relations.closedAmong(ids),
      tables.whereAre(ids),
    ]);
    const people = known.flatMap(({ id, at }) => {
      const face = faces.get(id);
      if (!face || apart.has(id)) return [];
      const mayBeAsked = !closed.has(id);
      return [{ id, ...face, at, table: mayBeAsked ? (seats.get(id) ?? null) : null, mayBeAsked }];
    });
    return { isOn: since !== null, people };
  },
  /** What is kept of it for somebody: names with a value; nobody with whom there is a block. SPEC: rules 10.9 */
  async *collect(person: string): AsyncGenerator<[name: string, value: unknown]> {
    const known = await met.of(person);
    const apart = await relations.apartFrom(
      person,
      known.map(({ id }) => id),
    );
    yield ['remembersPeopleSince', await met.since(person)];
    yield ['metAtTables', known.filter(({ id }) => !apart.has(id))];
  },
  remember: (person: string, isOn: boolean): Promise<void> => met.remember(person, isOn, clock.now()),
  drop: (person: string, other: string): Promise<void> => met.drop(person, other),
});
