import type { Catalogue } from '../core/refusals.ts';

/** Why a table refuses, and what games of every kind refuse alike. */
export const TABLE_REFUSALS = {
  beside: {
    not_seated: 'You are watching. Sit down to play.',
    not_host: 'Only the host can do that.',
    not_your_turn: 'It is not your turn.',
    too_early: 'Not yet.',
    skip_later: 'They have a fair time for themselves. You can skip them then.',
    skip_self: 'You are waited for yourself.',
    round_running: 'That can be changed between two rounds.',
    /** `detail` is the number of players, here and below. */
    too_few_players: (least) => `${least ?? 'More'} players are needed. Invite somebody or add a bot.`,
    too_many_players: (most) =>
      `That is too many players${most === undefined ? '' : `: ${most} at the most`}.`,
    already_seated: 'You already have a seat.',
    unknown_seat: 'Nobody sits there.',
    /** Whoever is host can end that. */
    game_paused: 'The host has paused the game.',
    table_locked: 'The host has locked this table: nobody new sits down.',
    public_table: 'Anybody finds this table in the list, so it has no password.',
    unknown_person: 'That person was not sent away.',
    game_running: 'That can be changed when this game is over.',
    no_game: 'No game is running.',
    seats_closed: 'Seats open when the round is over.',
    react_later: 'You know something secret: react when it is out.',
    bad_options: 'Those options do not fit together.',
    too_many_tables: 'You already have three open tables. Close one first.',
    unknown_game: 'That game is not played here.',
    server_full: 'The server is full. Try again in a few minutes.',
  },
  page: {
    no_table: 'There is no table with this code.',
    table_full: 'Every seat is taken.',
    password_wanted: 'This table has a password.',
    wrong_table_password: 'That is not the password of this table.',
    kicked: 'The host has removed you from this table.',
  },
} as const satisfies Catalogue;
