import type { Catalogue } from '../../core/refusals.ts';

/** Why Four in a Row refuses a move. */
export const FOUR_REFUSALS = {
  beside: {
    column_full: (column) => `${column ? `Column ${column}` : 'That column'} is full. Choose another one.`,
  },
} as const satisfies Catalogue;
