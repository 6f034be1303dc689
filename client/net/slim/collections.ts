import { ArraySchema } from './list.ts';
import { MapSchema } from './map.ts';

const COLLECTIONS: Readonly<Record<string, { readonly constructor: unknown }>> = {
  map: { constructor: MapSchema },
  array: { constructor: ArraySchema },
};

/** The class of a kind of collection. Throws for the kinds that no state of ours uses. */
export function getType(kind: string): { readonly constructor: unknown } {
  const type = COLLECTIONS[kind];
  if (!type) throw new Error(`the client decodes no collection of the kind "${kind}"`);
  return type;
}
