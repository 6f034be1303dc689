import { byDetail, type Catalogue } from '../core/refusals.ts';
import type { NameFault } from '../table/persons.ts';

/** Why names, accounts and what somebody leaves here are refused. */
export const ACCOUNT_REFUSALS = {
  name: {
    /** `detail` is a `NameFault`. */
    bad_name: byDetail<NameFault>('That name does not work. Choose another one.', {
      empty: 'Please enter a name.',
      long: 'A name has at most 20 characters.',
      reserved: 'This name could be taken for the game itself. Please choose another.',
      mixed: 'Please write each word of a name in the letters of one alphabet.',
      rude: 'Please choose a name that nobody minds.',
    }),
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
