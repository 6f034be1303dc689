import { type NamedColor, readList } from '../names.ts';

/** How much we trust the list. */
const TRUST = 1.5;

/** The German names of "Many Languages Many Colors" (UW Interactive Data Lab, CC0): what several people called a color. */
export const loadGermanNames = (): NamedColor[] =>
  readList('mlmc_german')
    // An English word among them.
    .filter(({ name }) => name !== 'violet')
    .map(({ name, color }) => ({ name: name.toLowerCase(), color, trust: TRUST }));
