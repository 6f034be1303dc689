import {
  $childType,
  $decoder,
  $deleteByIndex,
  $getByIndex,
  $onDecodeEnd,
  $resyncPrune,
  CollectionKind,
  decodeArray,
  OPERATION,
  type Prune,
} from 'slim-sdk/inside';

/** A list that only receives. Holes that a patch leaves are closed at its end. */
export class ArraySchema<T = unknown> {
  [$childType]: unknown;
  items: (T | undefined)[] = [];

  static get [$decoder]() {
    return decodeArray;
  }

  static get COLLECTION_KIND() {
    return CollectionKind.Array;
  }

  static initializeForDecoder(): ArraySchema {
    return new ArraySchema();
  }

  get length(): number {
    return this.items.length;
  }

  forEach(visit: (value: T | undefined, index: number) => void): void {
    this.items.forEach(visit);
  }

  findIndex(is: (value: T | undefined) => boolean): number {
    return this.items.findIndex(is);
  }

  entries(): IterableIterator<[number, T | undefined]> {
    return this.items.entries();
  }

  values(): IterableIterator<T | undefined> {
    return this.items.values();
  }

  clear(): void {
    this.items.length = 0;
  }

  clone(): ArraySchema<T> {
    const cloned = new ArraySchema<T>();
    cloned.items = [...this.items];
    return cloned;
  }

  $setAt(index: number, value: T, operation: number): void {
    if (operation === OPERATION.ADD && this.items[index] !== undefined) this.items.splice(index, 0, value);
    else {
      if (operation === OPERATION.DELETE_AND_MOVE) this.items.splice(index, 1);
      this.items[index] = value;
    }
  }

  [$getByIndex](index: number): T | undefined {
    return this.items[index];
  }

  [$deleteByIndex](index: number): void {
    this.items[index] = undefined;
  }

  [$onDecodeEnd](): void {
    this.items = this.items.filter((item) => item !== undefined);
  }

  [$resyncPrune](visited: ReadonlySet<number | string>, prune: Prune<T>, keep: (value: T) => void): void {
    this.items = this.items.filter((item, index) => {
      if (item === undefined) return false;
      if (visited.has(index)) keep(item);
      else prune(item, index);
      return visited.has(index);
    });
  }
}
