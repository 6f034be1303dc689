import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type {
  MessageChanged,
  PersonErased,
  Presence,
  WireConversation,
  YouMessage,
} from '../../shared/protocol/chat-wire.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { ChatHistory } from './chat-history.ts';
import { callChat, changesSince, chatSeat, messagePage, peopleOf } from './chat-http.ts';
import { Outgoing } from './chat-outgoing.ts';
import { noteRead, ReadMark } from './chat-read-mark.ts';
import { chatRefusal } from './chat-refusal.ts';
import type { ChatConnection, ConversationInfo } from './chat-types.ts';
import { type Conversation, readConversation } from './chat-wire.ts';
import { Connection, newCommandId } from './connection.ts';
import { browserDatabase, browserTabs } from './outbox-browser.ts';
import { outboxStore } from './outbox-store.ts';
import type { Refusal } from './types.ts';

type FinalState = 'notFound' | 'kicked' | 'banned' | 'gone' | 'outdated';

const REFUSED: ReadonlyMap<string, FinalState> = new Map([
  ['no_conversation', 'notFound'],
  ['not_member', 'notFound'],
  // Somebody asked me here: there is nothing to see until I have answered.
  ['request_pending', 'notFound'],
  ['not_open', 'gone'],
  ['banned', 'banned'],
  ['blocked', 'gone'],
  ['gone', 'gone'],
  ['outdated', 'outdated'],
]);
const CLOSED: ReadonlyMap<number, FinalState> = new Map([
  [CLOSE.kicked, 'kicked'],
  [CLOSE.banned, 'banned'],
  [CLOSE.gone, 'gone'],
]);

/** How often others are told that somebody is writing, ms. */
const TYPING_MS = 3_000;

/** Connects to a conversation and stays connected. */
export class OpenConversation implements ChatConnection {
  readonly info: ReadonlySignal<ConversationInfo | null>;
  readonly connection: ChatConnection['connection'];
  readonly messages: ChatConnection['messages'];
  readonly people: ChatConnection['people'];
  readonly hasOlder: ChatConnection['hasOlder'];
  readonly pending: ChatConnection['pending'];
  readonly pacedUntil: ChatConnection['pacedUntil'];
  readonly #id: string;
  readonly #connection: Connection<FinalState>;
  readonly #history: ChatHistory;
  readonly #outgoing: Outgoing;
  readonly #conversation: Signal<Conversation | null> = signal(null);
  readonly #you: Signal<YouMessage | null> = signal(null);
  readonly #readMark: ReadMark;
  readonly #unfollow: () => void;
  #presence: Presence | null = null;
  #typedAt = Number.NEGATIVE_INFINITY;
  /** How far I had read when this page opened; null until that is known. */
  #readNo: number | null = null;

  constructor(id: string) {
    this.#id = id;
    const history = new ChatHistory(
      { messages: (page) => messagePage(id, page), since: (seq) => changesSince(id, seq), wait },
      id.startsWith('talk-'),
    );
    this.#history = history;
    const connection = new Connection<FinalState>({
      seat: () => chatSeat(id),
      refused: (code, wasLive) => (code === 'not_member' && wasLive ? 'kicked' : (REFUSED.get(code) ?? null)),
      closed: (code) => CLOSED.get(code) ?? null,
      messages: {
        you: (you: YouMessage) => this.#meet(you),
        changed: ({ message }: MessageChanged) => history.changed(message),
        erased: ({ person }: PersonErased) => history.erased(person),
      },
      state: (state) => this.#read(state as WireConversation),
    });
    this.#connection = connection;
    this.#outgoing = new Outgoing({
      me: connection.me,
      messages: history.messages,
      lastSeq: () => history.seq,
      ask: (payload, author) => connection.ask('command', payload, author),
      store: (author) => outboxStore(browserDatabase, browserTabs, id, author),
      wait,
      newId: newCommandId,
      now: Date.now,
    });
    this.#readMark = new ReadMark((no) => connection.tell('read', { no }));
    this.info = computed(() => {
      const info = this.#infoOf(this.#conversation.value, this.#you.value);
      // Whoever was writing when the connection was lost is not shown as writing until it is back.
      return info && connection.state.value !== 'live' ? { ...info, typing: [] } : info;
    });
    this.connection = connection.state;
    this.messages = history.messages;
    this.people = history.people;
    this.hasOlder = history.hasOlder;
    this.pending = this.#outgoing.pending;
    this.pacedUntil = this.#outgoing.pacedUntil;
    this.#unfollow = effect(() => this.#follow(connection.state.value === 'live'));
    addEventListener('pagehide', this.#onPageHide);
  }

  loadOlder(): Promise<Result<void, Refusal>> {
    return this.#history.loadOlder();
  }

  loadAround(seq: number): Promise<Result<void, Refusal>> {
    return this.#history.loadAround(seq);
  }

  post(draft: Parameters<ChatConnection['post']>[0]): void {
    this.#typedAt = Number.NEGATIVE_INFINITY;
    this.#outgoing.post(draft);
  }

  retry(id: string): void {
    this.#outgoing.retry(id);
  }

  discard(id: string): void {
    this.#outgoing.discard(id);
  }

  async ask(wish: Parameters<ChatConnection['ask']>[0]): Promise<Result<void, Refusal>> {
    const answer = await this.#connection.submit('command', { id: newCommandId(), command: wish });
    // Who leaves may be shut out before the answer comes.
    if (answer?.ok || (answer === null && wish.type === 'leave')) return ok(undefined);
    return err(chatRefusal(answer?.error ?? { code: 'gone' }));
  }

  typing(): void {
    const now = performance.now();
    if (now - this.#typedAt < TYPING_MS) return;
    this.#typedAt = now;
    void this.#connection.tell('typing', {});
  }

  read(no: number): void {
    noteRead(this.#id, no);
    this.#readMark.read(no);
  }

  setPresence(presence: Presence): void {
    if (presence === this.#presence) return;
    this.#presence = presence;
    void this.#connection.tell('presence', { presence });
  }

  banned(): ReturnType<ChatConnection['banned']> {
    return peopleOf(`${this.#id}/banned`);
  }

  report(seq: number, reason: string): Promise<Result<void, Refusal>> {
    return callChat('POST', `${this.#id}/report`, { seq, reason });
  }

  rejoin(): void {
    this.#connection.rejoin();
  }

  close(): void {
    removeEventListener('pagehide', this.#onPageHide);
    this.#readMark.close();
    this.#connection.close();
    this.#outgoing.close();
    this.#history.lost();
    this.#unfollow();
  }

  #read(wire: WireConversation): void {
    const conversation = readConversation(wire, this.#conversation.peek()?.messages);
    batch(() => {
      this.#conversation.value = conversation;
      this.#history.window(conversation.messages, conversation.seq, conversation.members);
      this.#arrive();
    });
  }

  #meet(you: YouMessage): void {
    const before = this.#you.peek();
    const isSame = you.id === before?.id;
    if (!isSame) this.#readNo = null;
    this.#readMark.confirm(you.readNo);
    // A public lobby forgets who is out of it: this page was there, and does not.
    const isOut = isSame && you.standing === 'none' && before.standing !== 'none';
    batch(() => {
      this.#you.value = isOut ? { ...you, standing: 'left' } : you;
      this.#arrive();
    });
  }

  /** Once, when it is known where one is and who: for who comes into a lobby for the first time nothing in it is new. */
  #arrive(): void {
    const [conversation, you] = [this.#conversation.peek(), this.#you.peek()];
    if (!conversation || !you || this.#readNo !== null) return;
    const isNewcomer = conversation.kind === 'public' && you.standing === 'none' && you.readNo === 0;
    this.#readNo = isNewcomer ? conversation.lastNo : you.readNo;
    if (isNewcomer) this.read(conversation.lastNo);
  }

  /** What was not said, or was forgotten with the last socket, is said again when there is a new one. */
  #follow(isLive: boolean): void {
    if (!isLive) {
      this.#history.lost();
      return;
    }
    this.#outgoing.pump();
    this.#readMark.again();
    if (this.#presence) void this.#connection.tell('presence', { presence: this.#presence });
  }

  readonly #onPageHide = (): void => this.#readMark.flush();

  #infoOf(conversation: Conversation | null, you: YouMessage | null): ConversationInfo | null {
    if (!conversation || !you) return null;
    const { kind, settings, online, members, pinned, typing, lastNo } = conversation;
    const { id, standing, role, isNamed, mutedUntil, audience } = you;
    return {
      conversation: this.#id,
      kind,
      settings,
      online,
      members,
      me: { id, standing, role, isNamed, mutedUntil, audience },
      pinned,
      typing: typing.filter((person) => person !== id),
      lastNo,
      readNo: this.#readNo ?? 0,
    };
  }
}

/** A wait; if it need not be exact up to half as long again, so that not everybody comes back at once. */
const wait = (ms: number, isExact = false): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, isExact ? ms : ms * (1 + Math.random() / 2)));
