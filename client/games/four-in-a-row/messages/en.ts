import type { Worded } from '../../../../shared/core/refusals.ts';
import { FOUR_REFUSALS } from '../../../../shared/games/four-in-a-row/refusals.ts';
import { pluralIn } from '../../../i18n/plural.ts';
import type { Who } from '../../../i18n/who.ts';

const plural = pluralIn('en');

/** Four in a Row. */
export const messages = {
  refusals: FOUR_REFUSALS as Worded<typeof FOUR_REFUSALS>,

  columns: 'Columns',
  /** Whose a disc is. */
  owner: ({ name, isMine }: Who) => (isMine ? 'yours' : `${name}’s`),
  emptyColumn: (column: number) => `Column ${column}, empty`,
  /** @param top whose the disc on top is */
  column: (column: number, discs: number, isFull: boolean, top: string) => {
    const many = plural(discs, { one: `${discs} disc`, other: `${discs} discs` });
    return `Column ${column}, ${isFull ? 'full' : many}, ${top} on top`;
  },
  /** @param owners of the discs, the lowest first */
  fromBelow: (owners: readonly string[]) => `From below: ${owners.join(', ')}`,

  firstDisc: 'The first disc.',
  lastColumn: (column: number) => `Last: column ${column}.`,
  dropDisc: 'Drop a disc into a column.',
  chooseColumn: 'Choose a column.',
  keys: 'Arrows or 1 to 7, then Enter',
  board: 'The board',

  /** A new game; who is next. */
  newGame: ({ name, isMine }: Who) => `A new game. ${isMine ? 'Your turn.' : `${name} is next.`}`,
  /** Where somebody's disc went, and who is next; null when nobody is. */
  dropped: (mover: Who, column: number, next: Who | null) => {
    const then = next === null ? '' : next.isMine ? ' Your turn.' : ` ${next.name} is next.`;
    return `${mover.isMine ? 'You' : mover.name}: column ${column}.${then}`;
  },
  droppedFour: (mover: Who, column: number) =>
    `${mover.isMine ? 'You' : mover.name}: column ${column}. Four in a row!`,

  wonAfter: (discs: number) => `Four in a row after ${discs} discs`,
  otherLeft: 'The other left',
  draw: 'A draw: the board is full',

  botsPlay: 'Bots play',
  gentle: 'Gentle',
  gentleHelp: 'they look one move ahead, and slip',
  fair: 'Fair',
  fairHelp: 'they see what you are up to, mostly',
  strong: 'Strong',
  strongHelp: 'they look ten moves ahead',

  dropTitle: 'Drop a disc',
  dropHelp: 'One after the other. It falls to the lowest free hole of the column you choose.',
  aheadTitle: 'Look ahead',
  aheadHelp: 'Every disc makes room for the next one. Close a line of the other before it is four long.',
  fourTitle: 'Four in a row',
  fourHelp: 'Across, up or slanting: the first line of four wins. A full board without one is a draw.',
};

export type FourMessages = typeof messages;
