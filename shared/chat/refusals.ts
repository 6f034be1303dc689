import type { Rejection } from '../core/rules.ts';
import type { ChatCode } from './codes.ts';

/** Codes that come from around the rules: the server, the network, lists of people. */
type PlatformCode =
  | 'after_reveal'
  | 'already_asked'
  | 'asked_too_often'
  | 'bad_emoji'
  | 'bad_message'
  | 'bad_name'
  | 'blocked'
  | 'busy'
  | 'gone'
  | 'internal'
  | 'moved'
  | 'name_taken'
  | 'no_conversation'
  | 'no_session'
  | 'no_table'
  | 'not_found'
  | 'offline'
  | 'outdated'
  | 'rate_limited'
  | 'too_many_lobbies'
  | 'unavailable';

/** A sentence for every reason to refuse: short, exact, and what to do instead. */
const SENTENCES: Readonly<Record<ChatCode | PlatformCode, (detail?: string) => string>> = {
  already_member: () => 'Already in here.',
  banned: () => 'You cannot take part in this conversation any more.',
  empty_text: () => 'Write something first.',
  group_full: () => 'This group is full: ten people at the most.',
  muted: (seconds) => `A moderator asked you to pause. You can write again in ${duration(seconds)}.`,
  needs_name: () => 'Choose a name first, so that others know who writes.',
  newcomer_link: () => 'Links can be sent ten minutes after joining. Try again a little later.',
  no_change: () => 'That is already so.',
  no_message: () => 'That message is not there any more.',
  no_person: () => 'That person is not part of this conversation.',
  not_allowed: () => 'That is for people with another role here.',
  not_asked: () => 'There is no open request for you here.',
  not_author: () => 'Only the person who wrote a message can change it.',
  not_member: () => 'Join the conversation first.',
  not_open: () => 'This conversation does not take messages right now.',
  request_pending: () => 'Your request is on its way. You can write more when it is accepted.',
  rude_words: () => 'Some words are not welcome here. Try it a little kinder.',
  slow_mode: (seconds) => `Slow mode is on. You can write again in ${duration(seconds)}.`,
  text_too_long: () => 'That is too long: 500 characters at the most.',
  too_fast: () => 'That was quick! Take a breath and send it again.',
  too_late: () => 'Messages can be changed for one day. This one is older.',
  too_many_changes: () => 'This message has been changed too often. It stays as it is.',
  too_many_pins: () => 'Five messages are pinned already. Unpin one first.',
  too_many_reactions: () => 'There are twelve different reactions already. Pick one of them.',
  unknown_command: () => 'The server did not understand that.',
  after_reveal: () => 'The color is still secret: this waits for the reveal.',
  already_asked: () => 'You asked this person already. Wait for their answer.',
  asked_too_often: () => 'Many people asked this person lately. Try again in an hour.',
  bad_emoji: () => 'Pick one emoji for a reaction.',
  bad_message: () => 'The server did not understand that. Reload the page.',
  bad_name: () => 'That name does not work. Use letters, digits and hyphens.',
  blocked: () => 'You and this person cannot write to each other.',
  busy: () => 'It is very busy here. Try again in a moment.',
  gone: () => 'This conversation is closed.',
  internal: () => 'Something broke on our side. Try again.',
  moved: () => 'This conversation is moving to another server. One moment.',
  name_taken: () => 'That name is taken. Try another one.',
  no_conversation: () => 'This conversation does not exist, or is not open to you.',
  no_session: () => 'Your visit has expired. Reload the page.',
  no_table: () => 'People cannot join that table any more.',
  not_found: () => 'Nothing was found there.',
  offline: () => 'No connection. Your message is kept and sent when you are back.',
  outdated: () => 'There is a newer version. Reload the page.',
  rate_limited: () => 'That was a lot at once. Wait a moment and try again.',
  too_many_lobbies: () => 'You look after enough lobbies already.',
  unavailable: () => 'The server cannot save right now. Your message is kept and tried again.',
};

/** Codes that have a sentence. */
export const CHAT_REFUSAL_CODES: readonly string[] = Object.keys(SENTENCES);

const isKnown = (code: string): code is keyof typeof SENTENCES => Object.hasOwn(SENTENCES, code);

/** What a person reads when something was refused. */
export const chatRefusalText = ({ code, detail }: Rejection): string =>
  isKnown(code) ? SENTENCES[code](detail) : 'That did not work.';

/** “20 seconds”, “5 minutes”, “2 hours”, never too short. */
function duration(detail: string | undefined): string {
  const seconds = Number(detail);
  if (!(seconds > 0)) return 'a moment';
  if (seconds < 90) return amount(seconds, 'second');
  return seconds < 90 * 60 ? amount(seconds / 60, 'minute') : amount(seconds / 3_600, 'hour');
}

const amount = (count: number, unit: string): string =>
  `${Math.ceil(count)} ${unit}${Math.ceil(count) === 1 ? '' : 's'}`;
