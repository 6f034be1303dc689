import type { Messages } from '../messages.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const lists = new Intl.ListFormat('en-GB');
const numbers = new Intl.NumberFormat('en');

/** Lobbies, groups, talks between two, and the talk of a table. */
export const messages = {
  /** Words that stand in more than one place. */
  you: 'You',
  online: 'online',
  offline: 'offline',
  people: 'People',
  settings: 'Settings',
  save: 'Save',
  saving: 'Saving…',
  sending: 'Sending…',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  reply: 'Reply',
  react: 'React',
  title: 'Title',
  topic: 'Topic',
  language: 'Language',
  anyLanguage: 'Any language',
  createLobby: 'Create a lobby',
  oneMoment: 'One moment…',
  aboutPerson: (name: string) => `About ${name}…`,
  onlineCount: (people: number) => `${people} online`,

  /** Somebody of whom nothing is known any more. */
  deletedAccount: 'Deleted account',
  /** A talk of a table that has no title. */
  table: 'Table',

  /** How the connection is. */
  moving: 'Moving…',
  reconnecting: 'Reconnecting… messages wait here.',
  connectionOffline: 'Offline: messages wait here.',
  astray: 'This address leads to a wrong server: messages wait here. Tell whoever runs it.',
  busy: 'The server is busy: messages wait here.',
  outdated: 'Chat was updated. Please reload the page.',
  takenOver: 'Chat is open in another tab.',
  full: 'This conversation is full right now.',
  kicked: 'You were removed from this conversation.',
  banned: 'You were banned from this conversation.',
  noConversation: 'There is no such conversation.',
  back: 'Back. Everything is up to date.',
  reload: 'Reload',

  /** How a message of mine is doing. `isLasting`: it is still there when the page is opened again. */
  waitsForConnection: (isLasting: boolean) =>
    isLasting
      ? 'Waits for the connection'
      : 'Waits for the connection, while this page stays open: this browser keeps nothing',
  waitsForReveal: (isLasting: boolean) =>
    isLasting
      ? 'Waits for the reveal'
      : 'Waits for the reveal, while this page stays open: this browser keeps nothing',
  waitsItsTurn: 'Waits its turn',
  /** `pace`: how much in how long; `wait`: how long, `''` for now. */
  sendingSlowly: (pace: { readonly messages: number; readonly span: string }, wait: string) => {
    const most = pace.messages === 1 ? 'one message' : `${pace.messages} messages`;
    const when = wait === '' ? 'now' : `in ${wait}`;
    return `Sending slowly, at most ${most} in ${pace.span}: this one goes ${when}`;
  },
  sent: 'Sent',
  seen: 'Seen',
  notSent: 'Not sent.',
  retry: 'Retry',
  roomLeft: (letters: number) => `${letters} left`,
  tooMany: (letters: number) => `${numbers.format(letters)} too many`,
  tooLong: (most: number, letters: number) => {
    const out = plural(letters, { one: '1 letter', other: `${numbers.format(letters)} letters` });
    return `A message has room for ${most} letters: take out ${out}, or send it in parts.`;
  },

  typing: (names: readonly string[]) => `${lists.format(names)} ${names.length === 1 ? 'is' : 'are'} typing…`,
  severalTyping: 'Several people are typing…',
  away: 'away',
  playing: 'in a game',
  owner: 'owner',
  moderator: 'moderator',
  /** `name` may be `''`. */
  unanswered: (name: string, most: number) =>
    `${name || 'This person'} must accept first. Until then you can write ${most} messages in all, which are shown when they do.`,

  /** The list of conversations. */
  conversations: 'Conversations',
  chat: 'Chat',
  chatSettings: 'Chat settings',
  newLobbyOrGroup: 'New lobby or group',
  find: 'Find a conversation or a message',
  findShort: 'Find in conversations',
  requests: 'Requests',
  noConversations: 'No conversations yet. Look into a lobby, or write to somebody you meet there.',
  noConversationsShort: 'No conversations yet. Look into a lobby.',
  /** After its number, which stands out. */
  toBeAnswered: (requests: number) => ({
    count: plural(requests, { one: `${requests} request`, other: `${requests} requests` }),
    rest: 'to be answered',
  }),
  allConversations: 'All conversations',
  allConversationsUnread: (unread: number) => `All conversations, ${unread} unread`,
  unreadMessages: (unread: number) =>
    plural(unread, { one: `${unread} unread message`, other: `${unread} unread messages` }),
  mentionsYou: 'mentions you',
  muted: 'muted',
  lineBy: (author: string, line: string) => `${author}: ${line}`,
  wantsToWrite: 'wants to write to you',
  invited: 'You are invited to this group',
  invitedBy: (name: string) => `${name} invites you to this group`,
  accept: 'Accept',
  decline: 'Decline',
  block: 'Block',
  noticeRequest: 'Wants to write to you',
  noticeMention: (name: string) => `${name} mentioned you`,

  /** In the place of the composer. */
  askedByPerson: (name: string) => `${name} wants to write to you.`,
  askedByGroup: (title: string) => `${title} is a group that you are invited to.`,
  shownWhenAccepted: 'What was written is shown when you accept.',

  /** Bar on top. */
  playNow: 'Play now',
  findingTable: 'Finding a table…',
  /** After one's name, read aloud only. */
  changeNameAndMarker: ', change name and marker',

  /** Lobbies. */
  lobbies: 'Lobbies',
  findLobby: 'Find a lobby',
  lookingForLobbies: 'Looking for lobbies…',
  noLobby: 'There is no lobby yet. You can create one.',
  noSuchLobby: 'No lobby like that. You can create one.',
  new: 'new',
  active: (when: string) => `active ${when}`,
  activeYesterday: 'active yesterday',
  everybodyFinds: 'Everybody can find it and come in.',
  everybodyFindsAt: (path: string) => `Everybody finds it at ${path}`,
  create: 'Create',
  creating: 'Creating…',
  noLobbyHere: 'There is no such lobby yet',
  /** Around the address, which stands as it is. */
  isFree: (path: string) => ({
    before: 'Is a letter wrong? If not, the address ',
    path,
    after: ' is free for a lobby of yours.',
  }),
  createIt: 'Create it',
  useHere: 'Use it here',
  tryAgain: 'Try again',
  opening: 'Opening…',

  /** A new conversation. */
  newConversation: 'New conversation',
  whatKind: 'What kind?',
  group: 'Group',
  groupHelp: 'Up to ten people, by invitation',
  lobby: 'Lobby',
  lobbyHelp: 'For everybody who likes to come',
  chooseSomebody: 'Choose at least one person.',
  nobodyToInvite: 'People that you write with in private can be invited. There is nobody yet.',
  invite: 'Invite',
  inviting: 'Inviting…',
  invitePeople: 'Invite people',

  /** About a conversation. */
  aboutConversation: 'About this conversation',
  quiet: 'Quiet',
  quietHelp: 'Counts mentions only',
  /** After the title, read aloud only. */
  isQuiet: ', quiet',
  copyLink: 'Copy the link',
  copied: 'Copied',
  joinLobby: 'Join this lobby',
  leave: 'Leave',
  yesLeave: 'Yes, leave',
  slowMode: 'Slow mode',
  /** How long one waits between two messages, seconds; 0 for not at all. */
  slowModeOf: (seconds: number) => {
    if (seconds === 0) return 'Off';
    if (seconds < 60) return `One message in ${seconds} s`;
    if (seconds === 60) return 'One message a minute';
    return seconds < 3_600 ? `One message in ${seconds / 60} min` : 'One message an hour';
  },
  wordFilter: 'Word filter',
  wordFilterHelp: 'Rude words are refused',

  /** People of a conversation. */
  shownWhoWrote: 'Shown are those who wrote lately.',
  bannedPeople: 'Banned',
  unban: 'Unban',
  nobodyAnyMore: 'Nobody any more',
  /** In a list of what one is. */
  isYou: 'you',
  isBlocked: 'blocked',
  writeTo: (name: string) => `Write to ${name}`,
  mention: 'Mention',
  mayNotWriteFor: 'May not write for',
  minutes: (minutes: number) => {
    if (minutes < 60) return `${minutes} min`;
    return minutes < 1_440
      ? plural(minutes / 60, { one: '1 hour', other: `${minutes / 60} hours` })
      : plural(minutes / 1_440, { one: '1 day', other: `${minutes / 1_440} days` });
  },
  makeModerator: 'Make moderator',
  makeMember: 'No longer moderator',
  makeOwner: 'Make owner',
  yesMakeOwner: (name: string) => `Yes, this is ${name}’s from now on`,
  mayWriteAgain: 'May write again',
  sendAway: 'Send away',
  yesSendAway: 'Yes, send away for now',
  ban: 'Ban',
  yesBan: 'Yes, keep away for good',
  yesBlock: (name: string) => `Yes, hide what ${name} writes`,
  unblock: 'Unblock',

  /** Messages. */
  messagesIn: (title: string) => `Messages in ${title}`,
  loadingOlder: 'Loading older messages…',
  beginning: 'This is where it began.',
  nothingSaid: 'Nothing has been said here yet. Say hello.',
  newLine: 'New',
  newMessages: (count: number, shown: string) =>
    plural(count, { one: `${shown} new message`, other: `${shown} new messages` }),
  toNewest: 'To the newest messages',
  toNewestUnread: (unread: number) => `To the newest messages, ${unread} unread`,
  messageDeleted: 'Message deleted',
  removedByModerator: 'Removed by a moderator',
  ofBlocked: 'Message of somebody you blocked.',
  show: 'Show',
  edited: '(edited)',
  spoiler: 'Spoiler',
  inAnswerTo: 'In answer to',
  earlierMessage: 'An earlier message',
  notAnAnswer: 'Not an answer',
  pinned: 'Pinned',
  nth: (at: number, all: number) => `${at} of ${all}`,
  invitationToTable: (code: string) => `Invitation to table ${code}`,
  tableCode: (code: string) => `Table ${code}`,
  /** `game` may be `''`. */
  invitationToPlay: (game: string) => (game === '' ? 'Invitation to play' : `Invitation to play ${game}`),
  join: 'Join',
  joinTable: (code: string) => `Join table ${code}`,
  reactedBy: (names: readonly string[], others: number) =>
    lists.format(
      others > 0 ? [...names, plural(others, { one: `${others} other`, other: `${others} others` })] : names,
    ),
  messageTo: (title: string) => `Message ${title}`,
  send: 'Send',
  editMessage: 'Edit your message',
  editKeys: 'Enter saves, Escape leaves it as it was',
  /** Read aloud while names are offered. @param name the one that Enter takes */
  namesOffered: (names: number, name: string) =>
    plural(names, { one: `1 name, ${name}`, other: `${names} names, ${name}` }),
  peopleToMention: 'People to mention',
  chooseReaction: 'Choose a reaction',
  moreAboutMessage: 'More about this message',
  yourMessage: 'Your message',
  edit: 'Edit',
  copyText: 'Copy text',
  pin: 'Pin',
  unpin: 'Unpin',
  yesDelete: 'Yes, delete for everybody',
  report: 'Report…',
  keptForReveal: 'Marks and changes wait for the reveal: others would see them.',
  searchMessages: 'Messages',
  noHits: 'No message has that.',
  searching: 'Searching…',

  /** Reporting a message. */
  reportMessage: 'Report a message',
  whatIsWrong: 'What is wrong with it?',
  sayWhatIsWrong: 'Say in a few words what is wrong with it.',
  doReport: 'Report',
  reported: 'Reported',
  reportThanks: 'Thank you. Somebody will look at it. The author is not told who reported it.',
  done: 'Done',

  /** Where nothing can be written. */
  chooseNameFirst: 'Choose a name first, so that others know who writes.',
  chooseName: 'Choose a name',
  notPart: 'You are not part of this conversation any more.',
  comeBack: 'Come back',
  /** Around the time that is left, which stands out. */
  mutedFor: (span: string) => ({
    before: 'A moderator muted you. You can write again in ',
    span,
    after: '.',
  }),
  slowFor: (span: string) => ({
    before: 'Slow mode: you can write again in ',
    span,
    after: '. What you typed is kept.',
  }),

  /** What a person sets for chat. */
  whoMayWrite: 'Who may write to me',
  everybody: 'Everybody',
  everybodyHelp: 'Strangers ask first',
  met: 'People I met',
  metHelp: 'At a table, in a group or in private',
  nobody: 'Nobody',
  nobodyHelp: 'Only talks that are open already',
  notices: 'Notices',
  noticesHelp: 'For mentions and private messages, while you look elsewhere',
  noticesNotAllowed: 'Your browser does not allow notices from this page.',
  blocked: 'Blocked',

  /** Time. */
  today: 'Today',
  yesterday: 'Yesterday',
  seconds: (seconds: number) => `${seconds} s`,
  minutesShort: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,

  /** What screen readers call the emoji of the picker, in their order. */
  emoji: [
    'thumbs up',
    'heart',
    'tears of joy',
    'smile',
    'surprised',
    'sad',
    'party',
    'clapping',
    'thank you',
    'fire',
    'hundred',
    'eyes',
    'thinking',
    'phew',
    'upside down',
    'cool',
    'celebrating',
    'asleep',
    'wave',
    'thumbs down',
    'bull’s-eye',
    'palette',
    'rainbow',
    'luck',
  ] as readonly string[],
};

export type ChatMessages = Messages<typeof messages>;
