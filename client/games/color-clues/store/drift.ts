import type { Drift } from '../../../../shared/games/color-clues/after-game.ts';

/** One decimal, without one that is nothing: `1.3`, `2`. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** `You place teal 1.4 columns too green.` */
export function driftWords({ family, toward, columns }: Drift): string {
  const many = short(columns);
  return `You place ${family} ${many} ${many === '1' ? 'column' : 'columns'} too ${toward}.`;
}
