/** A server in memory: every state of chat for the gallery and for tests. */
import { computed, type Signal, signal } from '@preact/signals';
import type { ConversationKind, Message, Role, Standing } from '../../../shared/chat/types.ts';
import { playerId } from '../../../shared/core/ids.ts';
import { err, ok } from '../../../shared/core/result.ts';
import type {
  ChatApi,
  ChatConnection,
  ChatMember,
  ChatPerson,
  ChatWish,
  ConversationInfo,
  InboxRow,
  LobbyRow,
  PendingMessage,
} from '../../net/chat-types.ts';
import type { Refusal } from '../../net/types.ts';
import type { AnswerRequest } from './session.ts';
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
const idOf = (name: string) => playerId(PEOPLE.find((person) => person.name === name)?.id ?? 'person-gone');
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
  readonly isEmpty?: boolean;
  /** Only people one has blocked are talking. */
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
  ['Finn', 'The clue was ||wet sand|| and nobody got it. `H14` was my guess, @Ben saw it'],
  ['Ben', 'I did. It was a good clue.', { editedAt: 1 }],
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
const SMALL_TALK = [
  'Good evening!',
  'Who gave “forest floor”? That was lovely.',
  'I always confuse teal and turquoise.',
  'My screen is too blue, I think.',
  'One more round?',
  'See you tomorrow.',
  'Seven points with one marker, my best so far.',
  'A longer one now, to have lines that break: the color of the sea on the day after a storm, when it has not made up its mind yet.',
];

function history(count: number, end: number): Message[] {
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
function messageOf(no: number, who: string, text: string, at: number, rest: Partial<Message> = {}): Message {
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
  lastNo: 10,
  readNo: 10,
  mentions: 0,
  lastAt: 0,
  lastAuthor: '',
  preview,
  ...rest,
});

function inboxRows(now: number): InboxRow[] {
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
    rowOf('direct-ana', 'direct', 'Ana', 'You: thank you!', {
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

const lobbyRows = (now: number): LobbyRow[] => [
  lobbyRow('lobby', 'Lobby', 'Say hello, find a table', '', 42, now - MINUTE),
  lobbyRow('color-theory', 'Color theory', 'Is that teal? A place for long answers', 'en', 18, now - HOUR),
  lobbyRow('deutsch', 'Deutsch', 'Alles auf Deutsch', 'de', 9, now - 4 * MINUTE),
  lobbyRow('looking-for-a-table', 'Looking for a table', 'Two more, anyone?', 'en', 6, now - 2 * HOUR),
  lobbyRow('espanol', 'Español', 'Aquí se habla español', 'es', 1, now - 5 * HOUR),
  lobbyRow('quiet', 'A lobby with a title that is about as long as it gets here', '', '', 0, 0),
];

const kindOf = (conversation: string): ConversationKind => {
  if (conversation.startsWith('lobby-')) return 'public';
  if (conversation.startsWith('direct-')) return 'direct';
  return conversation.startsWith('group-') ? 'group' : 'table';
};

const PAGE = 50;

/** A server that answers from memory. */
export function fakeChat(scenario: Scenario): { readonly api: ChatApi; readonly answer: AnswerRequest } {
  const { now } = scenario;
  const rows = signal<readonly InboxRow[]>(scenario.isEmpty ? [] : inboxRows(now));
  const blocked = signal<ReadonlySet<string>>(new Set(scenario.blocked));
  const whoMayWrite = signal<'everybody' | 'met' | 'nobody'>('everybody');
  const later = () => new Promise((resolve) => setTimeout(resolve, scenario.delayMs ?? 60));
  const answer = async <T>(value: T) => {
    await later();
    return scenario.refuse === undefined
      ? ok(value)
      : err<Refusal>({ code: 'not_allowed', message: scenario.refuse });
  };
  const change = (conversation: string, patch: Partial<InboxRow>) => {
    rows.value = rows.value.map((row) => (row.conversation === conversation ? { ...row, ...patch } : row));
  };

  const api: ChatApi = {
    lobbies: (search) =>
      answer(
        scenario.isEmpty
          ? []
          : lobbyRows(now).filter((row) => row.title.toLowerCase().includes(search.trim().toLowerCase())),
      ),
    createLobby: ({ name }) => answer({ conversation: `lobby-${name}` }),
    createGroup: () => answer({ conversation: 'group-friday' }),
    openDirect: (person) => answer({ conversation: `direct-${person.replace('person-', '')}` }),
    messages: async () => ok({ messages: [], people: [], hasMore: false }),
    search: (query) =>
      answer(
        history(240, now)
          .filter((message) => message.text.toLowerCase().includes(query.toLowerCase()))
          .slice(-20)
          .reverse()
          .map((message) => ({ conversation: 'lobby-lobby', title: 'Lobby', message })),
      ),
    async block(person, isBlocked) {
      const result = await answer(undefined);
      const next = new Set(blocked.value);
      if (isBlocked) next.add(person);
      else next.delete(person);
      if (result.ok) blocked.value = next;
      return result;
    },
    async muteConversation(conversation, isMuted) {
      const result = await answer(undefined);
      if (result.ok) change(conversation, { isMuted });
      return result;
    },
    async setWhoMayWrite(who) {
      const result = await answer(undefined);
      if (result.ok) whoMayWrite.value = who;
      return result;
    },
    inbox: () => ({
      rows,
      blocked,
      whoMayWrite,
      online: signal(new Set([idOf('Cleo')])),
      connection: signal(scenario.connection ?? 'live'),
      close() {},
    }),
    connect: (conversation) => fakeConnection(conversation, scenario, (patch) => change(conversation, patch)),
  };
  return {
    api,
    async answer(conversation, given) {
      const result = await answer(undefined);
      if (result.ok) change(conversation, { standing: given === 'accept' ? 'active' : 'kicked' });
      return result;
    },
  };
}

function fakeConnection(
  conversation: string,
  scenario: Scenario,
  changeRow: (patch: Partial<InboxRow>) => void,
): ChatConnection {
  const { now } = scenario;
  const kind = kindOf(conversation);
  const all = signal<readonly Message[]>(everything(conversation, scenario));
  const first = signal(Math.max(0, all.value.length - PAGE));
  const pending = signal<readonly PendingMessage[]>(scenario.isStuck ? stuck(now) : []);
  const info: Signal<ConversationInfo | null> = signal(null);
  const connection: Signal<ChatState> = signal(scenario.connection ?? 'live');
  const later = () => new Promise((resolve) => setTimeout(resolve, scenario.delayMs ?? 60));
  const lastNo = all.value.length;

  const begin = (): void => {
    info.value = {
      conversation,
      kind,
      settings: {
        title: kind === 'group' ? 'Friday colors' : kind === 'table' ? 'Warm-up table' : 'Lobby',
        topic: kind === 'public' ? 'Say hello, find a table' : '',
        language: 'en',
        slowModeSeconds: scenario.slowModeSeconds ?? 0,
        hasWordFilter: true,
      },
      online: 42,
      members: membersOf(kind, conversation, scenario),
      me: {
        id: ME,
        standing: scenario.standing ?? 'active',
        role: scenario.role ?? 'member',
        isNamed: scenario.isNamed ?? true,
      },
      pinned: kind === 'public' && lastNo > 240 ? [484, 488] : [],
      typing: (scenario.typing ?? []).map(idOf),
      lastNo,
      readNo: kind === 'public' ? Math.max(0, lastNo - (scenario.unread ?? 2)) : lastNo,
    };
  };
  void later().then(begin);

  const edit = (seq: number, change: (message: Message) => Message): void => {
    all.value = all.value.map((message) => (message.seq === seq ? change(message) : message));
  };
  const arrive = (each: PendingMessage): void => {
    const no = all.value.length + 1;
    all.value = [
      ...all.value,
      { ...messageOf(no, 'Ben', each.text, Date.now()), replyTo: each.replyTo, mentions: [] },
    ];
    pending.value = pending.value.filter(({ id }) => id !== each.id);
    if (info.value) info.value = { ...info.value, lastNo: no };
  };
  const send = async (each: PendingMessage): Promise<void> => {
    await later();
    if (scenario.isStuck || connection.value === 'offline') return;
    if (scenario.refuse === undefined) return arrive(each);
    const refusal = { code: 'rude_words', message: scenario.refuse };
    pending.value = pending.value.map((other) =>
      other.id === each.id ? { ...other, state: 'failed', refusal } : other,
    );
  };
  let sent = 0;
  const hear = (): void => {
    const no = all.value.length + 1;
    const text = SMALL_TALK[no % SMALL_TALK.length] ?? '';
    all.value = [...all.value, messageOf(no, 'Ana', text, Date.now())];
    if (info.value) info.value = { ...info.value, lastNo: no };
  };
  const chatter = scenario.chatterMs ? setInterval(hear, scenario.chatterMs) : undefined;

  return {
    info,
    connection,
    messages: computed(() => (info.value ? all.value.slice(first.value) : [])),
    people: signal(new Map(PEOPLE.map((person) => [person.id, person]))),
    hasOlder: computed(() => first.value > 0),
    pending,
    async loadOlder() {
      await later();
      first.value = Math.max(0, first.value - PAGE);
      return ok(undefined);
    },
    async loadAround(seq) {
      await later();
      first.value = Math.max(0, Math.min(first.value, seq / 2 - 10));
      return ok(undefined);
    },
    post(draft) {
      const each: PendingMessage = {
        ...draft,
        id: `pending-${sent++}`,
        at: Date.now(),
        state: 'sending',
        refusal: null,
      };
      pending.value = [...pending.value, each];
      void send(each);
    },
    retry(id) {
      pending.value = pending.value.map((each) =>
        each.id === id ? { ...each, state: 'sending', refusal: null } : each,
      );
      const each = pending.value.find((other) => other.id === id);
      if (each) void send(each);
    },
    discard(id) {
      pending.value = pending.value.filter((each) => each.id !== id);
    },
    async ask(wish) {
      await later();
      if (scenario.refuse !== undefined) return err({ code: 'not_allowed', message: scenario.refuse });
      carryOut(wish, info, edit);
      return ok(undefined);
    },
    typing() {},
    read(no) {
      changeRow({ readNo: no, mentions: 0 });
    },
    setPresence() {},
    report: async () => {
      await later();
      return ok(undefined);
    },
    rejoin: begin,
    close: () => clearInterval(chatter),
  };
}

function everything(conversation: string, { now, isEmpty }: Scenario): readonly Message[] {
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

function stuck(now: number): PendingMessage[] {
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

function membersOf(
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

function carryOut(
  wish: Exclude<ChatWish, { type: 'post' }>,
  info: Signal<ConversationInfo | null>,
  edit: (seq: number, change: (message: Message) => Message) => void,
): void {
  const now = info.value;
  if (!now) return;
  const mine = (standing: Standing) => ({ ...now, me: { ...now.me, standing } });
  if (wish.type === 'edit') edit(wish.target, (m) => ({ ...m, text: wish.text, editedAt: Date.now() }));
  else if (wish.type === 'delete') edit(wish.target, (m) => ({ ...m, text: '', card: null, deletedBy: ME }));
  else if (wish.type === 'react') {
    edit(wish.target, (m) => ({
      ...m,
      reactions: { ...m.reactions, [wish.emoji]: [...(m.reactions[wish.emoji] ?? []), ME] },
    }));
  } else if (wish.type === 'unreact') {
    edit(wish.target, (m) => {
      const left = (m.reactions[wish.emoji] ?? []).filter((id) => id !== ME);
      const { [wish.emoji]: _, ...others } = m.reactions;
      return { ...m, reactions: left.length > 0 ? { ...others, [wish.emoji]: left } : others };
    });
  } else if (wish.type === 'pin') info.value = { ...now, pinned: [...now.pinned, wish.target] };
  else if (wish.type === 'unpin')
    info.value = { ...now, pinned: now.pinned.filter((seq) => seq !== wish.target) };
  else if (wish.type === 'configure')
    info.value = { ...now, settings: { ...now.settings, ...withoutGaps(wish.settings) } };
  else if (wish.type === 'accept' || wish.type === 'join') info.value = mine('active');
  else if (wish.type === 'decline' || wish.type === 'leave') info.value = mine('left');
  else if (wish.type === 'setRole') {
    const members = now.members.map((each) =>
      each.id === wish.person ? { ...each, role: wish.role } : each,
    );
    info.value = { ...now, members };
  } else if (wish.type === 'kick' || wish.type === 'ban')
    info.value = { ...now, members: now.members.filter(({ id }) => id !== wish.person) };
}

const withoutGaps = <T extends object>(settings: T): Partial<Required<T>> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<
    Required<T>
  >;
