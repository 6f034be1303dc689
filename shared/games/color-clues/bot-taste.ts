import type { Rng } from '../../core/rng.ts';

/** What somebody likes to think of: kinds of things in the lexicon. */
export interface Taste {
  /** What they are, as in "a painter". */
  readonly name: string;
  readonly kinds: readonly string[];
}

/** The taste of somebody who has none in particular. */
export const NO_TASTE: Taste = { name: '', kinds: [] };

const TASTES = {
  fruit: { name: 'a fruit lover', kinds: ['fruit'] },
  cook: { name: 'a cook', kinds: ['food', 'vegetables'] },
  gardener: { name: 'a gardener', kinds: ['plants'] },
  painter: { name: 'a painter', kinds: ['paints'] },
  gamer: { name: 'a gamer', kinds: ['games'] },
  animals: { name: 'an animal lover', kinds: ['animals'] },
  traveler: { name: 'a traveler', kinds: ['scenery'] },
  collector: { name: 'a collector of stones', kinds: ['materials'] },
  dreamer: { name: 'a dreamer', kinds: ['others'] },
  tinkerer: { name: 'a tinkerer', kinds: ['objects'] },
} as const satisfies Record<string, Taste>;

/** Everybody who may sit down as a bot, and what they like. */
const CHARACTERS: Readonly<Record<string, Taste>> = {
  Otto: TASTES.tinkerer,
  Mika: TASTES.gamer,
  Juno: TASTES.dreamer,
  Remy: TASTES.cook,
  Nell: TASTES.gardener,
  Tove: TASTES.painter,
  Cosmo: TASTES.traveler,
  Pia: TASTES.fruit,
  Hugo: TASTES.animals,
  Lena: TASTES.painter,
  Milo: TASTES.gamer,
  Zara: TASTES.collector,
  Bruno: TASTES.cook,
  Anouk: TASTES.gardener,
  Kofi: TASTES.fruit,
  Suki: TASTES.traveler,
};

/** What somebody of this name likes; null for a name that is no bot's. */
export const tasteOf = (name: string): Taste | null =>
  Object.hasOwn(CHARACTERS, name) ? CHARACTERS[name]! : null;

/** Any taste: of a bot whose name says nothing. */
export const anyTaste = (rng: Rng): Taste => rng.pick(Object.values(TASTES));
