import { numberIn } from '../../../../i18n/number.ts';

const number = numberIn('en');

/** Colors. Their English names are in the data of the game. */
export const messages = {
  /** What a color is called here, by its English name. */
  names: {} as Readonly<Record<string, string>>,
  /** What a family of hues is called along the edge of the board, by its English name: short. */
  families: {} as Readonly<Record<string, string>>,
  /** A cell, `J18, moss green`. */
  cell: (coordinate: string, name: string) => `${coordinate}, ${name}`,
  /** Where somebody's markers lean to. @param columns positive, with decimals */
  drift: (family: string, toward: string, columns: number) => {
    const many = number(columns);
    return `You place ${family} ${many} ${many === '1' ? 'column' : 'columns'} too far toward ${toward}.`;
  },
};

export type ColorMessages = typeof messages;
