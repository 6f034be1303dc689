import {
  $decoder,
  $deleteByIndex,
  $getByIndex,
  $metadata,
  $refTypeFieldIndexes,
  decodeSchemaOperation,
} from 'slim-sdk/inside';

/** What a field holds: a primitive by its name, a structure, or a collection of either by its kind. */
export type FieldType = string | typeof Schema | { readonly [kind: string]: string | typeof Schema };

type Fields = Record<number, { readonly index: number; readonly name: string; readonly type: FieldType }>;

/** An object of a state that only receives. The package's own class also records changes and sends them. */
export class Schema {
  static [$metadata]: Fields | undefined;
  [field: string]: unknown;

  // A getter, since the decoder and this file import each other.
  static get [$decoder]() {
    return decodeSchemaOperation;
  }

  static is(type: unknown): boolean {
    return typeof type === 'function' && $metadata in type && type[$metadata] !== undefined;
  }

  static isSchema(value: unknown): boolean {
    return value instanceof Schema;
  }

  static initializeForDecoder(): Schema {
    return new this();
  }

  [$getByIndex](index: number): unknown {
    return this[nameOf(this, index)];
  }

  [$deleteByIndex](index: number): void {
    this[nameOf(this, index)] = undefined;
  }
}

const nameOf = (of: Schema, index: number): string =>
  (of.constructor as typeof Schema)[$metadata]?.[index]?.name ?? '';

/** Gives a structure its fields, in the order of the wire. */
export function defineFields(
  structure: typeof Schema,
  fields: readonly (readonly [string, FieldType])[],
): void {
  const metadata: Fields = {};
  for (const [index, [name, type]] of fields.entries()) metadata[index] = { index, name, type };
  const references = fields.flatMap(([, type], index) => (typeof type === 'string' ? [] : [index]));
  // What can be enumerated is taken for a field.
  Object.defineProperty(metadata, $refTypeFieldIndexes, { value: references });
  structure[$metadata] = metadata;
}

/** The structures of a state by their number on the wire. */
export class TypeContext {
  readonly #structures = new Map<number, typeof Schema>();

  get(id: number): typeof Schema | undefined {
    return this.#structures.get(id);
  }

  add(structure: typeof Schema, id: number): void {
    this.#structures.set(id, structure);
  }
}
