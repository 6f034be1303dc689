import { z } from 'zod';
import { Shelf } from '../../../storage/shelf.ts';
import type { DocumentStore } from '../../../storage/types.ts';

/** How many people somebody's list has; those who were met first give way. */
export const MAX_MET = 50;

/** Somebody whom a person has met, and when last, epoch ms. */
export interface Met {
  readonly id: string;
  readonly at: number;
}

const listSchema = z.object({ people: z.array(z.object({ id: z.string(), at: z.int() })) });

/**
 * Who remembers the people they play with, and whom. Two people see each other only while both want it, and only for games
 * that ended after both did. It is one small document for each person who wants it (`remembers`), and one for whom they
 * met (`met`); of two lists that are written at once, one may lack the other's game. All may reject with `Unavailable`.
 */
export class MetPeople {
  readonly #documents: DocumentStore;
  readonly #wants: Shelf<{ since: number }>;
  readonly #lists: Shelf<{ people: readonly Met[] }>;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
    this.#wants = new Shelf(documents, 'remembers', z.object({ since: z.int() }));
    this.#lists = new Shelf(documents, 'met', listSchema);
  }

  /** Since when somebody remembers people, epoch ms; null when they do not. */
  async since(person: string): Promise<number | null> {
    return (await this.#wants.get(person))?.since ?? null;
  }

  /** From now on people are remembered, or nobody is, whom they knew neither. Repeatable. */
  async remember(person: string, isOn: boolean, now: number): Promise<void> {
    if (isOn) await this.#wants.insert(person, { since: now });
    else {
      await this.#wants.remove(person);
      await this.#lists.remove(person);
    }
  }

  /** These people ended a game together. Repeatable. Costs one read as long as fewer than two of them want to know. */
  async meet(people: readonly string[], at: number): Promise<void> {
    const wants = await this.#wants.getMany(people);
    const wanting = people.filter((id) => (wants.get(id)?.since ?? Number.POSITIVE_INFINITY) <= at);
    if (wanting.length < 2) return;
    const lists = await this.#lists.getMany(wanting);
    await this.#documents.putInOrder(
      wanting.map((person) => {
        const known = lists.get(person)?.people ?? [];
        const met = wanting.filter((id) => id !== person).map((id) => ({ id, at }));
        return this.#lists.row(person, { people: newestOfEach([...met, ...known]).slice(0, MAX_MET) });
      }),
    );
    // Whoever did not want it any more meanwhile has no list.
    const still = await this.#wants.getMany(wanting);
    for (const person of wanting) if (!still.has(person)) await this.#lists.remove(person);
  }

  /** Whom somebody has met, who was met last first; nobody unless both remember. */
  async of(person: string): Promise<readonly Met[]> {
    const since = await this.since(person);
    const people = since === null ? [] : ((await this.#lists.get(person))?.people ?? []);
    if (since === null || people.length === 0) return [];
    const wants = await this.#wants.getMany(people.map(({ id }) => id));
    return people.filter(({ id, at }) => at >= since && (wants.get(id)?.since ?? at + 1) <= at);
  }

  /** Takes somebody off the list of a person. */
  async drop(person: string, other: string): Promise<void> {
    const list = await this.#lists.get(person);
    if (!list?.people.some(({ id }) => id === other)) return;
    await this.#lists.put(person, { people: list.people.filter(({ id }) => id !== other) });
  }

  /** Forgets somebody: their list and, in small steps, their place in the lists of those who are on it. Repeatable. */
  async *forget(person: string): AsyncGenerator<void> {
    await this.#wants.remove(person);
    yield;
    for (const { id } of (await this.#lists.get(person))?.people ?? []) {
      await this.drop(id, person);
      yield;
    }
    await this.#lists.remove(person);
  }
}

/** Each person once, with their newest game; who was met last first. */
function newestOfEach(people: readonly Met[]): Met[] {
  const newest = new Map<string, number>();
  for (const { id, at } of people) newest.set(id, Math.max(at, newest.get(id) ?? at));
  return [...newest].map(([id, at]) => ({ id, at })).sort((a, b) => b.at - a.at);
}
