import type { Rejection } from '../../core/rules.ts';

const quote = (detail: string | undefined): string => (detail ? `“${detail}”` : 'That');

/** A sentence for every reason to refuse: short, exact, and what to do instead. */
const SENTENCES: Readonly<Record<string, (detail?: string) => string>> = {
  clue_empty: () => 'Type a clue first.',
  clue_too_many_words: (most) =>
    most === '2' ? 'Two words at the most.' : 'One word, please. A hyphen makes two.',
  clue_word_too_long: (word) => `${quote(word)} is too long. 20 letters at the most.`,
  clue_not_letters: (word) => `${quote(word)} has something that is not a letter.`,
  clue_color_name: (word) => `${quote(word)} is a color name. Try a thing that has that color.`,
  clue_position: (word) => `${quote(word)} says where to look. Describe the color instead.`,
  clue_comparison: (word) => `${quote(word)} compares. Name something new instead.`,
  clue_number: (word) => `${quote(word)} is a number. Use a word that has nothing to do with the board.`,
  clue_repeated: (word) => `${quote(word)} was already a clue in this game.`,
  clue_player_name: (word) => `${quote(word)} is somebody’s name here. Pick another word.`,
  clue_rude: () => 'That word is not for this table. Pick another one.',
  cell_taken: () => 'That cell is taken. Pick another one.',
  alone_with_bots: () => 'You can object together with others only: the rest here are bots.',
  not_on_card: () => 'Choose one of the four colors on your card.',
  not_your_turn: () => 'It is not your turn.',
  wrong_stage: () => 'Not now: the game is at another point.',
  no_change: () => 'That is already so.',
  too_early: () => 'Not yet.',
  not_seated: () => 'You are watching. Sit down to play.',
  not_host: () => 'Only the host can do that.',
  too_few_players: () => 'Three players are needed. Invite somebody or add a bot.',
  too_many_players: () => 'Ten players at the most.',
  table_full: () => 'Every seat is taken.',
  already_seated: () => 'You already have a seat.',
  kicked: () => 'The host has removed you from this table.',
  unknown_seat: () => 'Nobody sits there.',
  game_running: () => 'That can be changed when this game is over.',
  no_game: () => 'No game is running.',
  seats_closed: () => 'Seats open when the round is over.',
  bad_options: () => 'Those options do not fit together.',
  unknown_command: () => 'The server did not understand that.',
  bad_message: () => 'The server did not understand that. Reload the page.',
  rate_limited: () => 'That was a lot at once. Wait a moment and try again.',
  unavailable: () => 'The server cannot save right now. Your move is kept and tried again.',
  busy: () => 'This table is very busy. Try again in a moment.',
  moved: () => 'This table is moving to another server. One moment.',
  gone: () => 'This table is closed.',
  internal: () => 'Something broke on our side. Try again.',
  no_table: () => 'There is no table with this code.',
  no_session: () => 'Your visit has expired. Reload the page.',
  too_many_tables: () => 'You already have three open tables.',
  server_full: () => 'The server is full. Try again in a few minutes.',
  offline: () => 'No connection. Check your network and try again.',
};

/** Codes that have a sentence. */
export const REFUSAL_CODES: readonly string[] = Object.keys(SENTENCES);

/** What a person reads when something was refused. */
export const refusalText = (rejection: Rejection): string =>
  (Object.hasOwn(SENTENCES, rejection.code) && SENTENCES[rejection.code]?.(rejection.detail)) ||
  'That did not work.';
