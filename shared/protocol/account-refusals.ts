import type { Catalogue } from '../core/refusals.ts';

/** Why names, accounts and what somebody leaves here are refused. */
export const ACCOUNT_REFUSALS = {
  name: {
    /** `detail` is a sentence that says what is wrong with the name. */
    bad_name: (words) => words ?? 'That name does not work. Choose another one.',
    name_taken: 'That name is taken. Choose another one.',
    wrong_name: 'That is not the name you have here.',
  },
  password: {
    password_short: 'A password has at least 10 characters.',
    password_long: 'A password has at most 128 characters.',
    password_weak: 'This password is easy to guess. Add a word or two.',
    wrong_login: 'This name and password do not belong together.',
  },
  old: {
    wrong_password: 'That is not your password.',
  },
  code: {
    wrong_code: 'This code does not belong to this name, or was used before.',
  },
  beside: {
    already_named: 'You have a name of your own already.',
    /** Whoever had one was logged out meanwhile. */
    not_named: 'You are not logged in here any more. Reload the page, and log in again.',
    under_way: 'That is under way already.',
  },
} as const satisfies Catalogue;
