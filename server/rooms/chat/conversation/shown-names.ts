/** What a name looks like, one text or more: two names with one in common can be taken for one another. */
export type LooksOf = (name: string) => readonly string[];

/** Names that belong to somebody. */
export interface NamesPort {
  readonly looksOf: LooksOf;
  /** Whose account has this name, or one that looks like it; null for nobody's. May reject with `Unavailable`. */
  holderOf(name: string): Promise<string | null>;
}

/** Whose name stays as it is when two look alike; of two with the same weight it is who came first. */
const WEIGHTS = { guest: 0, holder: 1, given: 2 } as const;

interface Named {
  readonly name: string;
  readonly shown: string;
  readonly weight: (typeof WEIGHTS)[keyof typeof WEIGHTS];
}

/**
 * What people are called among each other: no two with names that look alike. Somebody whose name is taken has a number
 * behind it, `Robin 2`, for as long as they are known here under it.
 */
export class ShownNames {
  readonly #looksOf: LooksOf;
  readonly #named = new Map<string, Named>();
  /** Who is shown with a look. */
  readonly #owners = new Map<string, string>();
  /** How many are called so, by the first look of their own names. */
  readonly #counts = new Map<string, number>();

  constructor(looksOf: LooksOf) {
    this.#looksOf = looksOf;
  }

  /** What somebody is shown as; undefined when nobody said who they are. */
  of(id: string): string | undefined {
    return this.#named.get(id)?.shown;
  }

  /** What somebody is called by themselves. */
  ownOf(id: string): string | undefined {
    return this.#named.get(id)?.name;
  }

  /** Whether there was somebody else with such a name. */
  isNumbered(id: string): boolean {
    const named = this.#named.get(id);
    return named !== undefined && named.shown !== named.name;
  }

  get size(): number {
    return this.#named.size;
  }

  /** Somebody is called so. Returns everybody who is shown as somebody else than before. */
  put(id: string, name: string): readonly string[] {
    const before = this.#named.get(id);
    const isSame = before?.name === name;
    if (isSame && before.weight < WEIGHTS.given) return [];
    return this.#place(id, name, WEIGHTS.guest);
  }

  /** Somebody was given this name by who sees to it that names differ: it stays as it is. */
  give(id: string, name: string): readonly string[] {
    const before = this.#named.get(id);
    if (before?.shown === name && before.weight === WEIGHTS.given) return [];
    return this.#place(id, name, WEIGHTS.given);
  }

  /** The name is of somebody's account: others with such a name get the number. */
  prefer(id: string): readonly string[] {
    const named = this.#named.get(id);
    return named?.weight === WEIGHTS.guest ? this.#place(id, named.name, WEIGHTS.holder) : [];
  }

  /** Forgets whoever is not kept. */
  trim(isKept: (id: string) => boolean): void {
    for (const id of [...this.#named.keys()]) if (!isKept(id)) this.#release(id);
  }

  #place(id: string, name: string, weight: Named['weight']): string[] {
    const last = this.of(id);
    this.#release(id);
    const looks = this.#looksOf(name);
    const rivals = new Set(looks.map((look) => this.#owners.get(look)).filter((each) => each !== undefined));
    const weaker = [...rivals].filter((each) => (this.#named.get(each)?.weight ?? 0) < weight);
    const isFirst = weight === WEIGHTS.given || weaker.length === rivals.size;
    const moved = isFirst
      ? weaker.flatMap((each) => {
          const before = this.#release(each);
          return before ? [{ each, before }] : [];
        })
      : [];
    this.#keep(id, { name, weight, shown: isFirst ? name : this.#numbered(name, looks[0]) });
    for (const { each, before } of moved) this.#place(each, before.name, before.weight);
    const others = moved.filter(({ each, before }) => this.of(each) !== before.shown).map(({ each }) => each);
    return this.of(id) === last ? others : [id, ...others];
  }

  /** Begins with as many as there are, so that a crowd of one name costs little. */
  #numbered(name: string, look: string | undefined): string {
    for (let number = 1 + Math.max(1, this.#counts.get(look ?? '') ?? 0); ; number++) {
      const wanted = `${name} ${number}`;
      if (!this.#looksOf(wanted).some((each) => this.#owners.has(each))) return wanted;
    }
  }

  #keep(id: string, named: Named): void {
    this.#named.set(id, named);
    for (const look of this.#looksOf(named.shown)) if (!this.#owners.has(look)) this.#owners.set(look, id);
    this.#count(named.name, 1);
  }

  #release(id: string): Named | null {
    const named = this.#named.get(id);
    if (!named) return null;
    this.#named.delete(id);
    for (const look of this.#looksOf(named.shown)) {
      if (this.#owners.get(look) === id) this.#owners.delete(look);
    }
    this.#count(named.name, -1);
    return named;
  }

  #count(name: string, change: number): void {
    const [look = ''] = this.#looksOf(name);
    const count = (this.#counts.get(look) ?? 0) + change;
    if (count > 0) this.#counts.set(look, count);
    else this.#counts.delete(look);
  }
}
