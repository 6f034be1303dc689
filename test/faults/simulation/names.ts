import { machine } from './globals.ts';

const LETTERS = 'useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict';

/** Stands in for the package of this name: letters from the machine whose code runs, and none kept in stock. */
export const nanoid = (size = 21): string => {
  const { rng } = machine();
  return Array.from({ length: size }, () => LETTERS[rng.int(64)]).join('');
};
