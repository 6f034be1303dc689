import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';

const plural = pluralIn('en');

/** The board, whoever plays on it. */
export const messages = {
  board: 'Color board',
  keys: 'Arrow keys move. Type a coordinate such as H14 to jump. Enter places, Escape cancels.',
  wholeBoard: 'Whole board',

  /** All that is said of a cell. */
  facts: (facts: readonly string[]) => facts.join(', '),
  target: 'the target',
  taken: 'taken',
  onYourCard: 'on your card',
  chosen: 'chosen',
  points: (points: number) => plural(points, { one: `${points} point`, other: `${points} points` }),
  /** @param which null where everybody has but one */
  marker: ({ name, isMine }: Who, which: 'first' | 'second' | null) =>
    `${isMine ? 'Your' : `${name}'s`} ${which === null ? '' : `${which} `}marker`,

  findColor: 'Find the color',
  place: 'Place',
  move: 'Move',
  noClue: 'no clue',
};

export type BoardMessages = typeof messages;
