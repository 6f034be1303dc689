import type { Messages } from '../messages.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Whom one has met at tables, on the first page. */
export const messages = {
  title: 'Met at tables',
  remember: 'Remember people I play with',
  rememberHelp: 'Those who want it, too, find each other here after a game.',
  nobodyYet: 'Nobody yet: it begins with the next game that you finish.',
  /** @param days since the last game together */
  lastPlayed: (days: number) =>
    days < 1 ? 'played today' : plural(days, { one: 'played yesterday', other: `played ${days} days ago` }),
  isAt: (table: string) => `at ${table} now`,
  join: 'Join',
  joinThem: (name: string) => `Join ${name}`,
  write: 'Write',
  writeTo: (name: string) => `Write to ${name}`,
  forget: 'Forget',
  forgetThem: (name: string) => `Forget ${name}`,
  more: (count: number) => `Show ${count} more`,
};

export type MetMessages = Messages<typeof messages>;
