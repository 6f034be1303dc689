import { z } from 'zod';
import { Shelf } from '../../../storage/shelf.ts';
import type { DocumentStore } from '../../../storage/types.ts';

/** How many people somebody's list has; those who were met first give way. */
export const MAX_MET = 50;
/** Lines of a list that are looked at when some were added: more than one game can add to it. */
const MAX_LOOKED_AT = 2 * MAX_MET;
/** Lines that are removed at once. */
const STEP = 50;

/** Somebody whom a person has met, and when last, epoch ms. */
export interface Met {
  readonly id: string;
  readonly at: number;
}

/** Somebody on the list of a person. */
interface Line {
  readonly person: string;
  readonly other: string;
}

/**
 * Who remembers the people they play with, and whom. Two people see each other only while both want it, and only for games
 * that ended after both did. It is one small document for each person who wants it (`remembers`), and for each line of a
 * list one of its owner (`met`) and one of whom it names (`metBy`), which is there as long as the line is: so whoever
 * is forgotten is found on every list. All may reject with `Unavailable`.
 */
export class MetPeople {
  readonly #documents: DocumentStore;
  readonly #wants: Shelf<{ since: number }>;
  readonly #lines: Shelf<Met>;
  readonly #namedBy: Shelf<{ id: string }>;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
    this.#wants = new Shelf(documents, 'remembers', z.object({ since: z.int() }));
    this.#lines = new Shelf(documents, 'met', z.object({ id: z.string(), at: z.int() }));
    this.#namedBy = new Shelf(documents, 'metBy', z.object({ id: z.string() }));
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
      for await (const _ of this.#clear(person));
    }
  }

  /** These people ended a game together. Repeatable. Costs one read as long as fewer than two of them want to know. */
  async meet(people: readonly string[], at: number): Promise<void> {
    const wants = await this.#wants.getMany(people);
    const wanting = people.filter((id) => (wants.get(id)?.since ?? Number.POSITIVE_INFINITY) <= at);
    if (wanting.length < 2) return;
    const lines = wanting.flatMap((person) =>
      wanting.filter((other) => other !== person).map((other) => ({ person, other })),
    );
    const known = await this.#lines.getMany(lines.map(keyOf));
    const news = lines.filter((line) => (known.get(keyOf(line))?.at ?? Number.NEGATIVE_INFINITY) < at);
    await this.#documents.putInOrder(
      news.flatMap((line) => {
        const { person, other } = line;
        return [
          this.#namedBy.row(keyOf(line), { id: person }, { owner: other, rank: at }),
          this.#lines.row(keyOf(line), { id: other, at }, { owner: person, rank: at }),
        ];
      }),
    );
    for (const person of new Set(news.map((line) => line.person))) await this.#tidy(person);
    // Whoever did not want it any more meanwhile is on no list.
    const still = await this.#wants.getMany(wanting);
    for (const person of wanting) {
      if (still.has(person)) continue;
      for await (const _ of this.#clear(person));
      for await (const _ of this.#leaveLists(person));
    }
  }

  /** Whom somebody has met, who was met last first; nobody unless both remember. */
  async of(person: string): Promise<readonly Met[]> {
    const since = await this.since(person);
    const people = since === null ? [] : [...(await this.#lines.list(person, { limit: MAX_MET })).values()];
    if (since === null || people.length === 0) return [];
    const isWanted = await this.#wantedBy(people);
    return people.filter((met) => met.at >= since && isWanted(met));
  }

  /** Takes somebody off the list of a person. */
  async drop(person: string, other: string): Promise<void> {
    await this.#remove([{ person, other }]);
  }

  /** Forgets somebody: their list and, in small steps, their place in the lists of others. Repeatable. */
  async *forget(person: string): AsyncGenerator<void> {
    await this.#wants.remove(person);
    yield;
    yield* this.#clear(person);
    yield* this.#leaveLists(person);
  }

  /** Takes everybody off the list of a person. */
  async *#clear(person: string): AsyncGenerator<void> {
    for (;;) {
      const lines = await this.#lines.list(person, { limit: STEP });
      if (lines.size === 0) return;
      await this.#remove([...lines.values()].map(({ id }) => ({ person, other: id })));
      yield;
    }
  }

  /** Takes a person off the lists of everybody. */
  async *#leaveLists(other: string): AsyncGenerator<void> {
    for (;;) {
      const lines = await this.#namedBy.list(other, { limit: STEP });
      if (lines.size === 0) return;
      await this.#remove([...lines.values()].map(({ id }) => ({ person: id, other })));
      yield;
    }
  }

  /** Takes those off a list who are too many for it, and those who do not want to be on it any more. */
  async #tidy(person: string): Promise<void> {
    const people = [...(await this.#lines.list(person, { limit: MAX_LOOKED_AT })).values()];
    const isWanted = await this.#wantedBy(people);
    const lost = [...people.filter((met) => !isWanted(met)), ...people.filter(isWanted).slice(MAX_MET)];
    await this.#remove(lost.map(({ id }) => ({ person, other: id })));
  }

  /** Whether somebody who was met wanted it by then, and does still. */
  async #wantedBy(people: readonly Met[]): Promise<(met: Met) => boolean> {
    const wants = await this.#wants.getMany(people.map(({ id }) => id));
    return ({ id, at }) => (wants.get(id)?.since ?? at + 1) <= at;
  }

  /** A line goes before what it is found by. */
  async #remove(lines: readonly Line[]): Promise<void> {
    await Promise.all(lines.map((line) => this.#lines.remove(keyOf(line))));
    await Promise.all(lines.map((line) => this.#namedBy.remove(keyOf(line))));
  }
}

const keyOf = ({ person, other }: Line): string => `${person}:${other}`;
