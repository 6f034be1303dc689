import { Decoder } from 'slim-sdk/inside';
import type { ArraySchema } from './list.ts';
import { defineFields, type FieldType, Schema, TypeContext } from './structure.ts';

class ReflectedField extends Schema {}
class ReflectedType extends Schema {}
class Reflected extends Schema {}

// The order is the wire's. A quantized number would be the fifth of a field; no state of ours has one.
defineFields(ReflectedField, [
  ['name', 'string'],
  ['type', 'string'],
  ['referencedType', 'number'],
  ['childPrimitive', 'string'],
]);
defineFields(ReflectedType, [
  ['id', 'number'],
  ['extendsId', 'number'],
  ['fields', { array: ReflectedField }],
]);
defineFields(Reflected, [
  ['types', { array: ReflectedType }],
  ['rootType', 'number'],
]);

interface FieldEntry {
  readonly name: string;
  readonly type: string;
  readonly referencedType?: number;
  readonly childPrimitive?: string;
}
interface TypeEntry {
  readonly id: number;
  readonly extendsId?: number;
  readonly fields?: ArraySchema<FieldEntry>;
}

/** Learns the structures of a state from the server's description of them. */
export const Reflection = {
  /** A decoder for a state that has not come yet. */
  decode(bytes: Uint8Array, it?: { offset: number }): Decoder<Schema> {
    const { types, rootType } = read(bytes, it);
    const context = new TypeContext();
    for (const { id } of types) context.add(class extends Schema {}, id);
    const fieldsOf = ({ extendsId, fields }: TypeEntry): (readonly [string, FieldType])[] => {
      const parent = types.find(({ id }) => id === extendsId);
      return [
        ...(parent ? fieldsOf(parent) : []),
        ...listed(fields).map((field) => [field.name, typeOf(field, context)] as const),
      ];
    };
    for (const type of types) defineFields(structure(context, type.id), fieldsOf(type));
    return new Decoder(new (structure(context, rootType))(), context);
  },
};

function read(bytes: Uint8Array, it?: { offset: number }): { types: TypeEntry[]; rootType: number } {
  const decoder = new Decoder(new Reflected(), new TypeContext());
  decoder.decode(bytes, it);
  const { types, rootType } = decoder.state as { types?: ArraySchema<TypeEntry>; rootType?: number };
  return { types: listed(types), rootType: rootType ?? 0 };
}

function listed<T>(list: ArraySchema<T> | undefined): T[] {
  return list ? list.items.filter((item) => item !== undefined) : [];
}

function typeOf({ type, referencedType, childPrimitive }: FieldEntry, context: TypeContext): FieldType {
  if (referencedType === undefined) return type;
  const child = childPrimitive ?? structure(context, referencedType);
  return type === 'ref' ? child : { [type]: child };
}

function structure(context: TypeContext, id: number): typeof Schema {
  const found = context.get(id);
  if (!found) throw new Error(`the server described no structure ${id}`);
  return found;
}
