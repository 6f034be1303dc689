import { COLOR_NAMES } from '../../shared/games/color-clues/clue-words.ts';
import { ALL_CELLS, BOARD, difference, oklabDistance } from './board-match.ts';
import type { NamedColor } from './names.ts';

/** Words that make a name vague, unkind, made-up, or somebody's brand. */
const UNFIT_WORDS = new Set(
  `very really true flat nice off mid medium almost pure primary weird ugly boring dirty bland drab clear hospital flesh
  skin nude indian barney barbie kermit tiffany windows dodger carolina toxic poison radioactive neon fluorescent blood
  bruise sick sickly like lighter darker urple burple blurple rosa azul lightblue lightgreen darkgreen darkblue bluegreen
  greenblue bluegray grayblue yellowgreen orangered purply purpley greeny browny reddy bluey pinky orangey yellowy minty
  peachy leafy hazelwood dirt liver puce`.split(/\s+/),
);
/** Names that stand alone say too little. */
const UNFIT_ALONE = new Set('dark pale light neon velvet royal drab bland'.split(' '));
/** Neighbors are told apart by better words than these: they cost so much CIEDE2000. */
const MIXTURE_COST = 1.5;
const PLAIN_COST = 0.7;
/** CIEDE2000 is slow: only this many names that are nearest in OKLab are looked at. */
const CANDIDATES = 30;
/** Names of the small, artful list ("The Color Thesaurus") miss too often. */
const LEAST_TRUST = 1;

/** The best friendly name of each cell. */
export function cellNames(names: readonly NamedColor[]): string[] {
  const fit = names
    .filter(({ name, trust }) => trust >= LEAST_TRUST && isFit(name))
    .map(({ name, color }) => ({ name, color, cost: costOf(name) }));
  return ALL_CELLS.map((cell) => {
    const color = BOARD[cell]!;
    const near = fit
      .map((named) => ({ ...named, d: oklabDistance(named.color, color) }))
      .sort((a, b) => a.d - b.d)
      .slice(0, CANDIDATES)
      .map((named) => ({ name: named.name, d: difference(named.color, color) + named.cost }));
    return near.reduce((best, next) => (next.d < best.d ? next : best)).name;
  });
}

function isFit(name: string): boolean {
  const words = name.split(' ');
  const isOdd = (word: string) => UNFIT_WORDS.has(word) || /i?sh$/.test(word.replace(/^blush$/, ''));
  return !words.some(isOdd) && !UNFIT_ALONE.has(name) && words[0] !== words[1] && words.length <= 3;
}

/** "Purple pink" and "light green" say less than "orchid" and "fern green". */
function costOf(name: string): number {
  const isBasic = (word: string) => COLOR_NAMES.some((basic) => basic === word);
  const words = name.split(' ');
  if (words.length > 1 && words.every(isBasic)) return MIXTURE_COST;
  return words.some(isBasic) && /^(dark|light|deep|pale|bright|dull|soft)\b/.test(name) ? PLAIN_COST : 0;
}
