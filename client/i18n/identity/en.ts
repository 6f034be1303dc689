import type { MARKER_NAMES } from '../../../shared/table/persons.ts';

/** A text for each of a list. */
type TextsFor<L extends readonly unknown[]> = { readonly [I in keyof L]: string };

/** The form for one’s name and marker. */
export const messages = {
  yourName: 'Your name',
  save: 'Save',
  saving: 'Saving…',
  account: 'Account',
  /** For who has no account yet. */
  keepOrLogIn: 'Keep this name, or log in',
  yourMarker: 'Your marker',
  /** What a screen reader and the chooser call each marker, by its index. */
  // biome-ignore format: words read best in rows
  markers: [
    'triangle', 'circle', 'hexagon', 'square', 'star', 'diamond', 'shield', 'cross',
    'drop', 'heart', 'house', 'cloud', 'bowl', 'clover', 'crown', 'capsule',
  ] as TextsFor<typeof MARKER_NAMES>,
};
