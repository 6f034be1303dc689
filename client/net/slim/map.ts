import {
  $childType,
  $decoder,
  $deleteByIndex,
  $getByIndex,
  $resyncPrune,
  CollectionKind,
  decodeKeyValueOperation,
  type Prune,
} from 'slim-sdk/inside';

/** A map that only receives: entries are named by number on the wire, after their first time. */
export class MapSchema<T = unknown> {
  [$childType]: unknown;
  $items = new Map<string, T>();
  $keys = new Map<number, string>();

  static get [$decoder]() {
    return decodeKeyValueOperation;
  }

  static get COLLECTION_KIND() {
    return CollectionKind.Map;
  }

  static initializeForDecoder(): MapSchema {
    return new MapSchema();
  }

  get size(): number {
    return this.$items.size;
  }

  get(key: string): T | undefined {
    return this.$items.get(key);
  }

  forEach(visit: (value: T, key: string) => void): void {
    this.$items.forEach(visit);
  }

  entries(): IterableIterator<[string, T]> {
    return this.$items.entries();
  }

  values(): IterableIterator<T> {
    return this.$items.values();
  }

  clear(): void {
    this.$keys.clear();
    this.$items.clear();
  }

  setIndex(index: number, key: string): void {
    this.$keys.set(index, key);
  }

  getIndex(index: number): string | undefined {
    return this.$keys.get(index);
  }

  /** Another object with the same entries: who compares states sees that something changed. */
  clone(): MapSchema<T> {
    return Object.assign(new MapSchema<T>(), this);
  }

  [$getByIndex](index: number): T | undefined {
    const key = this.$keys.get(index);
    return key === undefined ? undefined : this.$items.get(key);
  }

  [$deleteByIndex](index: number): void {
    const key = this.$keys.get(index);
    if (key === undefined) return;
    this.$items.delete(key);
    this.$keys.delete(index);
  }

  [$resyncPrune](visited: ReadonlySet<number | string>, prune: Prune<T>, keep: (value: T) => void): void {
    for (const [key, value] of [...this.$items]) {
      if (visited.has(key)) keep(value);
      else {
        prune(value, key);
        this.$items.delete(key);
      }
    }
  }
}
