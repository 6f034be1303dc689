import type { Catalogue } from '../../core/refusals.ts';

const quote = (detail: string | undefined): string => (detail ? `“${detail}”` : 'That');

/** Why Color Clues refuses a clue or a move. */
export const COLOR_CLUES_REFUSALS = {
  beside: {
    clue_empty: 'Type a clue first.',
    clue_too_many_words: (most) =>
      most === '1' || most === undefined
        ? 'One word, please. A hyphen makes two.'
        : `${most === '2' ? 'Two' : most} words at the most.`,
    clue_too_long: (most) => `A clue has ${most ?? '50'} characters at the most.`,
    clue_word_too_long: (word) => `${quote(word)} is too long. 20 letters at the most.`,
    clue_not_letters: (word) => `${quote(word)} has something that is not a letter.`,
    clue_color_name: (word) => `${quote(word)} is a color name. Try a thing that has that color.`,
    clue_position: (word) => `${quote(word)} says where to look. Describe the color instead.`,
    clue_comparison: (word) => `${quote(word)} compares. Name something new instead.`,
    clue_number: (word) => `${quote(word)} is a number. Use a word that has nothing to do with the board.`,
    clue_repeated: (word) => `${quote(word)} was already a clue in this game.`,
    clue_player_name: (word) => `${quote(word)} is somebody’s name here. Pick another word.`,
    clue_rude: 'That word is not for this table. Pick another one.',
    place_first: 'Place your own marker first.',
    cell_taken: 'That cell is taken. Pick another one.',
    alone_with_bots: 'You can object together with others only: the rest here are bots.',
    objecting_together: 'You play together with the giver: only others may object.',
    giver_in_turn: 'Here everybody gives in turn.',
    not_on_card: 'Choose one of the four colors on your card.',
    wrong_stage: 'Not now: the game is at another point.',
  },
} as const satisfies Catalogue;
