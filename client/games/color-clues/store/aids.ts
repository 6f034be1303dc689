import { type Signal, signal } from '@preact/signals';
import { store, stored } from '../../../store/stored.ts';

/** What helps to tell colors apart, as set for this browser. */
export interface Aids {
  /** The loupe says the name of the color, not only its coordinate. */
  readonly names: boolean;
  readonly familyBands: boolean;
  readonly familyTexture: boolean;
}

/** Takes over what has the right type, the default for the rest. */
export const readAids = (given: Readonly<Record<string, unknown>>): Aids => ({
  names: given.names !== false,
  familyBands: given.familyBands === true,
  familyTexture: given.familyTexture === true,
});

export const aids: Signal<Aids> = signal(readAids(stored()));

/** Changes some of them and keeps them. */
export function setAids(patch: Partial<Aids>): void {
  aids.value = { ...aids.value, ...patch };
  store({ ...patch });
}
