import {
  fields,
  flag,
  list,
  matching,
  oneOf,
  optional,
  orNull,
  type Shape,
  text,
  whole,
} from './matrix-shapes.ts';

const ID = matching(/^[\w-]{8,64}$/, 'matrix-message-1');
const PERSON = matching(/^[\w-]{6,32}$/, 'somebody-else');
const SEQ = whole(1, 0xffff_ffff, 1);
const WORDS = text(2_500);
const EMOJI = text(24, '👍', 1);
const SEAT = whole(1, 65_535, 60_000);
const CELL = whole(0, 479, 1);
const CLUE = text(100);
const PEOPLE = list(PERSON, 0, 10);

/** The fields of a command beside its type. */
type Commands = Readonly<Record<string, Readonly<Record<string, Shape>>>>;

export const CHAT_COMMANDS: Commands = {
  join: {},
  leave: {},
  accept: {},
  decline: {},
  invite: { person: PERSON },
  post: { text: WORDS, replyTo: orNull(SEQ), mentions: PEOPLE, table: orNull(text(12)) },
  edit: { target: SEQ, text: WORDS, mentions: PEOPLE },
  delete: { target: SEQ },
  react: { target: SEQ, emoji: EMOJI },
  unreact: { target: SEQ, emoji: EMOJI },
  pin: { target: SEQ },
  unpin: { target: SEQ },
  configure: {
    settings: fields({
      title: optional(text(60, 'A title', 1)),
      topic: optional(text(200)),
      language: optional(matching(/^(?:[a-z]{2,3})?$/, 'en')),
      slowModeSeconds: optional(whole(0, 3_600, 0)),
      hasWordFilter: optional(flag()),
    }),
  },
  mute: { person: PERSON, minutes: whole(0, 10_080, 1) },
  kick: { person: PERSON },
  ban: { person: PERSON },
  unban: { person: PERSON },
  setRole: { person: PERSON, role: oneOf('member', 'moderator', 'owner') },
};

export const MOVES: Commands = {
  giveClue: { cell: CELL, text: CLUE },
  giveSecondClue: { text: CLUE },
  skipSecondClue: {},
  placeMarker: { cell: CELL },
  challengeClue: {},
  ready: {},
  volunteer: { wants: flag() },
};

const withType = (type: string, parts: Commands[string]): Shape => fields({ type: oneOf(type), ...parts });

export const TABLE_COMMANDS: Commands = {
  sit: {},
  start: {},
  setOptions: {
    options: fields({
      timers: oneOf('off', 'normal', 'relaxed', 'slow'),
      turns: oneOf('auto', 1, 2, 3, 4, 5),
      clueCheck: oneOf('strict', 'honor', 'off'),
    }),
  },
  addBot: {},
  setBotLevel: { seat: SEAT, level: oneOf(1, 2, 3, 4, 5) },
  kick: { seat: SEAT },
  makeHost: { seat: SEAT },
  skipTurn: {},
  moveSeat: { seat: SEAT, place: whole(0, 16, 1) },
  pause: {},
  goOn: {},
  setLock: { isLocked: flag() },
  letBackIn: { player: PERSON },
  setLanguage: { language: oneOf('en', 'de', 'fr') },
  setPassword: { password: orNull(text(64, 'moss', 1)) },
  leave: {},
  play: {},
};

const inEnvelope = ([type, parts]: readonly [string, Commands[string]]): readonly [string, Shape] => [
  type,
  fields({ id: ID, command: withType(type, parts) }),
];
const clock = { clock: fields({}) };

const plays = Object.entries(MOVES).map(
  ([type, parts]) =>
    [`play ${type}`, fields({ id: ID, command: withType('play', { move: withType(type, parts) }) })] as const,
);

/** Messages of a kind of room: a type, and what it may carry. Several rows may have one type: the part before a space. */
type Messages = readonly (readonly [what: string, type: string, shape: Shape])[];

const commandsOf = (rows: readonly (readonly [string, Shape])[]): Messages =>
  rows.map(([what, shape]) => [what, 'command', shape]);
const others = (rows: Readonly<Record<string, Shape>>): Messages =>
  Object.entries(rows).map(([type, shape]) => [type, type, shape]);

export const TABLE_MESSAGES: Messages = [
  ...commandsOf(
    Object.entries(TABLE_COMMANDS)
      .filter(([type]) => type !== 'play')
      .map(inEnvelope),
  ),
  ...commandsOf(plays),
  ...others(clock),
];
export const CHAT_MESSAGES: Messages = [
  ...commandsOf(Object.entries(CHAT_COMMANDS).map(inEnvelope)),
  ...others({
    typing: fields({}),
    read: fields({ no: whole(0, 0xffff_ffff, 0) }),
    presence: fields({ presence: oneOf('online', 'away', 'playing') }),
    ...clock,
  }),
];
export const INBOX_MESSAGES: Messages = others(clock);

/** What is no message at all, whatever type it pretends to be: bytes that do not decode, or decode to more than they are. */
export const BROKEN_BYTES: Readonly<Record<string, Uint8Array>> = {
  'a type that is not used': Buffer.from('c1', 'hex'),
  'a text that ends too soon': Buffer.from('d9ff6162', 'hex'),
  'a list that says it has 2^32 items': Buffer.from('ddffffffff', 'hex'),
  'a list that says it has 2^24 items': Buffer.from('dd00ffffff', 'hex'),
  'an object that says it has 2^32 keys': Buffer.from('dfffffffff', 'hex'),
  'an object that says it has 2^16 keys': Buffer.from('deffff', 'hex'),
  'a text that says it has 2^32 bytes': Buffer.from('dbffffffff', 'hex'),
  'bytes that say they are 2^32': Buffer.from('c6ffffffff', 'hex'),
  'an object whose key is a list': Buffer.from('8190c0', 'hex'),
  'an object whose key is an object': Buffer.from('8180c0', 'hex'),
  'an unknown extension': Buffer.from('d4630000', 'hex'),
  'a long extension': Buffer.from('c9ffffffff01', 'hex'),
  'a record that was never defined': Buffer.from('40', 'hex'),
  'the definition of a record': Buffer.from('d47240929fa474797065', 'hex'),
  'an error': Buffer.from('c70b6593a54572726f72a178a179', 'hex'),
  'a pattern': Buffer.from('d4780092a3282b61a167', 'hex'),
  'a reference to itself': Buffer.from('d6690000000181a161d67000000001', 'hex'),
  'text that is no UTF-8': Buffer.from('a4fffefdfc', 'hex'),
  'more after the end': Buffer.from('c0c0c0c0', 'hex'),
};
