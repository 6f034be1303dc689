import { type Catalogue, durationOf } from '../core/refusals.ts';

/** Why conversations refuse: their rules (`types.ts` says what each code means), and the lists of people around them. */
export const CHAT_REFUSALS = {
  beside: {
    already_member: 'Already in here.',
    empty_text: 'Write something first.',
    group_full: 'This group is full: ten people at the most.',
    muted: (seconds) => `A moderator asked you to pause. You can write again in ${durationOf(seconds)}.`,
    needs_name: 'Choose a name first, so that others know who writes.',
    newcomer_link: 'Links can be sent ten minutes after joining. Try again a little later.',
    no_message: 'That message is not there any more.',
    no_person: 'There is no such person here.',
    not_allowed: 'That is for people with another role here.',
    not_asked: 'There is no open request for you here.',
    not_author: 'Only the person who wrote a message can change it.',
    rude_words: 'Some words are not welcome here. Try it a little kinder.',
    text_too_long: 'That is too long: 500 characters at the most.',
    too_late: 'Messages can be changed for one day. This one is older.',
    too_many_changes: 'This message has been changed too often. It stays as it is.',
    too_many_pins: 'Five messages are pinned already. Unpin one first.',
    too_many_reactions: 'There are twelve different reactions already. Pick one of them.',
    already_asked: 'You asked this person already. Wait for their answer.',
    asked_too_often: 'Many people asked this person lately. Try again in an hour.',
    bad_emoji: 'Pick one emoji for a reaction.',
    lobby_taken: 'There is a lobby with that name already. Choose another one.',
    table_closed: 'People cannot join that table any more.',
    too_many_lobbies: 'You look after five lobbies already.',
  },
  page: {
    banned: 'You cannot take part in this conversation any more.',
    blocked: 'You and this person cannot write to each other.',
    no_conversation: 'This conversation does not exist, or is not open to you.',
    not_member: 'Join the conversation first.',
    not_open: 'New messages are not taken here.',
    request_pending: 'The request has to be accepted first.',
  },
  /** What somebody writes waits in their browser, and is sent by itself. */
  nowhere: {
    after_reveal: 'Something is still secret here: this waits for the reveal.',
    slow_mode: (seconds) => `Slow mode is on. You can write again in ${durationOf(seconds)}.`,
    too_fast: 'That was quick! Take a breath and send it again.',
  },
} as const satisfies Catalogue;
