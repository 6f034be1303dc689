/** People, messages and lists of chat for the development gallery. */
import type { ConversationKind, Message, Role, Standing } from '../../../shared/chat/types.ts';
import { playerId } from '../../../shared/core/ids.ts';
import type { ChatMember, ChatPerson, InboxRow, LobbyRow, PendingMessage } from '../../net/chat-types.ts';
import type { ChatState } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const NAMES = ['Ana', 'Ben', 'Cleo', 'Dev', 'Ema', 'Finn', 'Gus', 'Hana', 'Bartholomew Winston', 'Jo'];
export const PEOPLE: readonly ChatPerson[] = NAMES.map((name, marker) => ({
  id: `person-${name.toLowerCase().replace(' ', '-')}`,
  name,
  marker,
  isGone: false,
}));
export const idOf = (name: string) =>
  playerId(PEOPLE.find((person) => person.name === name)?.id ?? 'person-gone');
export const ME = idOf('Ben');

/** What a gallery wants to see. */
export interface Scenario {
  readonly now: number;
  readonly standing?: Standing | 'none';
  readonly role?: Role;
  readonly isNamed?: boolean;
  readonly connection?: ChatState;
  /** Every wish is refused with this sentence. */
  readonly refuse?: string;
  readonly slowModeSeconds?: number;
  readonly typing?: readonly string[];
  /** Messages on their way do not arrive. */
  readonly isStuck?: boolean;
  /** They wait because I wrote too fast, for so long, ms. */
  readonly pacedMs?: number;
  readonly isEmpty?: boolean;
  /** Ids of people I have blocked. */
  readonly blocked?: readonly string[];
  /** Somebody writes every so many ms. */
  readonly chatterMs?: number;
  /** Messages of a lobby that have not been read; 2 if not given. */
  readonly unread?: number;
  /** Answers after this time, ms; 60 if not given. */
  readonly delayMs?: number;
}

type Line = readonly [who: string, text: string, rest?: Partial<Message>];

const TALK: readonly Line[] = [
  ['Ana', 'Is periwinkle a color or a plant?'],
  ['Cleo', 'Yes.', { reactions: { '😄': ['Ana', 'Dev', 'Ema', 'Ben'].map(idOf), '👍': [idOf('Ana')] } }],
  ['Cleo', 'It is *both*, and a **snail**. See https://en.wikipedia.org/wiki/Periwinkle for all of them.'],
  ['Finn', 'It was ||wet sand|| and nobody got it. `H14` was my bet, @Ben saw it'],
  ['Ben', 'I did. It was a good one.', { editedAt: 1 }],
  ['Ben', 'Nobody else was close.'],
  ['Bartholomew Winston', 'Averyveryverylongwordwithoutanyspaceinitthatmustnotpushthepagewiderthanitis'],
  ['Gus', '', { deletedBy: idOf('Gus') }],
  ['Ema', 'Same time tomorrow?', { reactions: { '🎉': ['Ana', 'Cleo'].map(idOf) } }],
];

const UNREAD: readonly Line[] = [
  ['Dev', 'Anyone for a quick one? Three of us here.'],
  ['Dev', '', { card: { type: 'table', code: 'MOKA', name: 'Warm-up table' } }],
];

/** Older messages, so that there is something to page through. */
export const SMALL_TALK = [
  'Good evening!',
  'Who gave “forest floor”? That was lovely.',
  'I always confuse teal and turquoise.',
  'My screen is too blue, I think.',
  'One more round?',
  'See you tomorrow.',
  'Seven points with one marker, my best so far.',
  'A longer one now, to have lines that break: the color of the sea on the day after a storm, when it has not made up its mind yet.',
];

export function history(count: number, end: number): Message[] {
  const old = Array.from({ length: count }, (_, i): Line => {
    const who = NAMES[(i * 7 + Math.floor(i / 3)) % 8] ?? 'Ana';
    return [who, SMALL_TALK[(i * 5) % SMALL_TALK.length] ?? ''];
  });
  const lines = [...old, ...TALK, ...UNREAD];
  return lines.map(([who, text, rest], i) => {
    const fromEnd = lines.length - i;
    const at = end - fromEnd * 3 * MINUTE - (fromEnd > 11 ? DAY : 0) - Math.floor(fromEnd / 60) * DAY;
    const answers = text.startsWith('I did.') ? i : null;
    return messageOf(i + 1, who, text, at, { replyTo: answers && answers * 2, ...rest });
  });
}

/** Entries are numbered in twos, so that nobody takes a `seq` for a `no`. */
export function messageOf(
  no: number,
  who: string,
  text: string,
  at: number,
  rest: Partial<Message> = {},
): Message {
  return {
    seq: no * 2,
    no,
    at,
    author: idOf(who),
    text,
    replyTo: null,
    mentions: text.includes('@Ben') ? [ME] : [],
    card: null,
    audience: 'all',
    editedAt: 0,
    deletedBy: '',
    reactions: {},
    ...rest,
  };
}

const rowOf = (
  conversation: string,
  kind: InboxRow['kind'],
  title: string,
  preview: string,
  rest: Partial<InboxRow> = {},
): InboxRow => ({
  conversation,
  kind,
  title,
  peer: '',
  marker: 0,
  standing: 'active',
  role: 'member',
  isMuted: false,
  invitedBy: '',
  lastNo: 10,
  readNo: 10,
  unread: (rest.lastNo ?? 10) - (rest.readNo ?? 10),
  mentions: 0,
  lastAt: 0,
  lastAuthor: '',
  isLastMine: false,
  preview,
  ...rest,
});

export function inboxRows(now: number): InboxRow[] {
  return [
    rowOf('direct-gus', 'direct', 'Gus', '', {
      peer: idOf('Gus'),
      marker: 6,
      standing: 'asked',
      lastAt: now - 30_000,
    }),
    rowOf('lobby-lobby', 'public', 'Lobby', 'anyone for a quick one?', {
      lastNo: 251,
      readNo: 249,
      mentions: 1,
      lastAuthor: 'Dev',
      lastAt: now - 2 * MINUTE,
    }),
    rowOf('lobby-color-theory', 'public', 'Color theory', 'that is not teal', {
      lastAuthor: 'Cleo',
      lastAt: now - HOUR,
    }),
    rowOf('direct-cleo', 'direct', 'Cleo', 'see you at nine', {
      peer: idOf('Cleo'),
      marker: 2,
      lastNo: 4,
      readNo: 3,
      lastAt: now - 2 * HOUR,
    }),
    rowOf('group-friday', 'group', 'Friday colors', 'won 41 : 38', {
      role: 'owner',
      isMuted: true,
      lastNo: 400,
      readNo: 120,
      lastAuthor: 'Ana',
      lastAt: now - DAY,
    }),
    rowOf('direct-ana', 'direct', 'Ana', 'thank you!', {
      isLastMine: true,
      peer: idOf('Ana'),
      lastAt: now - 3 * DAY,
    }),
    rowOf('talk-moka1', 'table', 'Warm-up table', 'good game everybody', {
      lastAuthor: 'Ema',
      lastAt: now - 9 * DAY,
    }),
  ];
}

const lobbyRow = (
  name: string,
  title: string,
  topic: string,
  language: string,
  online: number,
  activeAt: number,
): LobbyRow => ({ conversation: `lobby-${name}`, name, title, topic, language, online, activeAt });

export const lobbyRows = (now: number): LobbyRow[] => [
  lobbyRow('lobby', 'Lobby', 'Say hello, find a table', '', 42, now - MINUTE),
  lobbyRow('color-theory', 'Color theory', 'Is that teal? A place for long answers', 'en', 18, now - HOUR),
  lobbyRow('deutsch', 'Deutsch', 'Alles auf Deutsch', 'de', 9, now - 4 * MINUTE),
  lobbyRow('looking-for-a-table', 'Looking for a table', 'Two more, anyone?', 'en', 6, now - 2 * HOUR),
  lobbyRow('espanol', 'Español', 'Aquí se habla español', 'es', 1, now - 5 * HOUR),
  lobbyRow('quiet', 'A lobby with a title that is about as long as it gets here', '', '', 0, 0),
];

export const kindOf = (conversation: string): ConversationKind => {
  if (conversation.startsWith('lobby-')) return 'public';
  if (conversation.startsWith('direct-')) return 'direct';
  return conversation.startsWith('group-') ? 'group' : 'table';
};

export function everything(conversation: string, { now, isEmpty }: Scenario): readonly Message[] {
  if (isEmpty || conversation === 'direct-gus') return [];
  if (!conversation.startsWith('direct-')) return history(240, now);
  const name = PEOPLE.find(({ id }) => id === `person-${conversation.slice(7)}`)?.name ?? 'Cleo';
  const lines: readonly Line[] = [
    [name, 'Are you coming tonight?'],
    ['Ben', 'Yes, a bit later'],
    ['Ben', 'Keep me a seat!'],
    [name, 'see you at nine'],
    ['Ben', 'at nine'],
  ];
  return lines.map(([who, text], i) => messageOf(i + 1, who, text, now - (6 - i) * 7 * MINUTE));
}

export function stuck(now: number): PendingMessage[] {
  const base = { replyTo: null, mentions: [], table: null } as const;
  return [
    { ...base, id: 'stuck-1', text: 'In a minute', at: now, state: 'sending', refusal: null },
    {
      ...base,
      id: 'stuck-2',
      text: 'And look at https://example.com/a-table',
      at: now,
      state: 'failed',
      refusal: { code: 'newcomer_link', message: 'Links are for people who have been here a while.' },
    },
  ];
}

export function membersOf(
  kind: ConversationKind,
  conversation: string,
  { role = 'member' }: Scenario,
): readonly ChatMember[] {
  const presences = ['online', 'online', 'away', 'playing', 'online', 'offline'] as const;
  const all = PEOPLE.map((person, i): ChatMember => {
    const theirs: Role = i === 0 ? 'owner' : i === 2 ? 'moderator' : 'member';
    return {
      ...person,
      role: person.id === ME ? role : theirs,
      presence: presences[i % presences.length] ?? 'online',
      readNo: kind === 'direct' ? 3 : 0,
    };
  });
  if (kind !== 'direct') return all;
  return all.filter(({ id }) => id === ME || id === `person-${conversation.slice(7)}`);
}
