import { computed, type Signal, signal } from '@preact/signals';
import type { Message, Standing } from '../../../shared/chat/types.ts';
import { err, ok } from '../../../shared/core/result.ts';
import type {
  ChatConnection,
  ChatWish,
  ConversationInfo,
  InboxRow,
  PendingMessage,
} from '../../net/chat-types.ts';
import {
  everything,
  idOf,
  kindOf,
  ME,
  membersOf,
  messageOf,
  PEOPLE,
  type Scenario,
  SMALL_TALK,
  stuck,
} from './fixtures.ts';
import type { ChatState } from './words.ts';

const PAGE = 50;

/** A conversation in memory; what it means for the row in the list goes to `changeRow`. */
export function fakeConnection(
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
        mutedUntil: 0,
        audience: 'all',
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

  const banned = new Set<string>();

  return {
    info,
    connection,
    messages: computed(() => (info.value ? all.value.slice(first.value) : [])),
    people: signal(new Map(PEOPLE.map((person) => [person.id, person]))),
    hasOlder: computed(() => first.value > 0),
    pending,
    pacedUntil: signal(scenario.pacedMs === undefined ? null : now + scenario.pacedMs),
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
      if (wish.type === 'ban') banned.add(wish.person);
      if (wish.type === 'unban') banned.delete(wish.person);
      return ok(undefined);
    },
    typing() {},
    read(no) {
      changeRow({ readNo: no, unread: 0, mentions: 0 });
    },
    setPresence() {},
    banned: async () => ok(PEOPLE.filter(({ id }) => banned.has(id))),
    report: async () => {
      await later();
      return ok(undefined);
    },
    rejoin: begin,
    close: () => clearInterval(chatter),
  };
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
