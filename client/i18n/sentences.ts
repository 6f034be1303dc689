import type { Catalogue, Sentence } from '../../shared/core/refusals.ts';

/** A catalogue of refusals in some language: the same codes at the same places, each with a sentence. */
export type SentencesOf<C extends Catalogue> = {
  readonly [P in keyof C]: { readonly [Code in keyof C[P]]: Sentence };
};
