/**
 * What the stand-ins take from inside `@colyseus/schema`. `scripts/slim-sdk.ts` resolves this name; nothing outside of
 * this folder imports it.
 */
declare module 'slim-sdk/inside' {
  /** Reads the next operation of a structure. */
  export type Operation = (...operands: never) => unknown;
  export const decodeSchemaOperation: Operation;
  export const decodeKeyValueOperation: Operation;
  export const decodeArray: Operation;
  /** Is told each entry of a collection that a whole state does not mention; `identity` is its key or index. */
  export type Prune<T> = (value: T, identity: number | string) => void;

  /** How `decodeKeyValueOperation` tells collections apart. */
  export const CollectionKind: { readonly Map: number; readonly Array: number };
  export const OPERATION: { readonly ADD: number; readonly DELETE_AND_MOVE: number };

  /** Where a class keeps its fields. */
  export const $metadata: unique symbol;
  export const $childType: unique symbol;
  export const $decoder: '~decoder';
  export const $getByIndex: '~getByIndex';
  export const $deleteByIndex: '~deleteByIndex';
  export const $onDecodeEnd: '~onDecodeEnd';
  export const $resyncPrune: '~resyncPrune';
  export const $refTypeFieldIndexes: '~__refTypeFieldIndexes';

  export class Decoder<T extends object> {
    readonly state: T;
    constructor(state: T, types: { get(id: number): unknown });
    decode(bytes: Uint8Array, it?: { offset: number }): unknown;
  }
}
