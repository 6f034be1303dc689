import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Message } from '../../shared/chat/types.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Catchup, ChatPerson, MessagePage } from '../../shared/protocol/chat-wire.ts';
import {
  type ChatLog,
  EMPTY_LOG,
  isBehind,
  onlyWindow,
  withCatchup,
  withChanged,
  withErased,
  withLoss,
  withNewer,
  withNewest,
  withOlder,
  withWindow,
} from './chat-log.ts';
import { chatRefusal } from './chat-refusal.ts';
import type { Refusal } from './types.ts';

/** Where older messages come from, and how long to wait. */
export interface HistorySource {
  messages(page: { before: number } | { after: number } | null): Promise<Result<MessagePage, Refusal>>;
  since(seq: number): Promise<Result<Catchup, Refusal>>;
  wait(ms: number): Promise<void>;
}

/** Pages that a gap is worth; a wider one is not closed. */
const GAP_PAGES = 4;
/** Pages that a jump to an older message is worth. */
const JUMP_PAGES = 40;
/** Wait between tries, ms. */
const RETRY_MS = 1_000;
/** Refusals that say nothing about the question. */
const PASSING: readonly string[] = ['offline', 'unavailable', 'busy', 'moved', 'rate_limited'];

/** The messages of one conversation: the state's newest, pages of older ones and every change, put together. */
export class ChatHistory {
  readonly messages: ReadonlySignal<readonly Message[]>;
  readonly hasOlder: ReadonlySignal<boolean>;
  readonly people: Signal<ReadonlyMap<string, ChatPerson>> = signal(new Map());
  readonly #log: Signal<ChatLog> = signal(EMPTY_LOG);
  readonly #source: HistorySource;
  /** Some messages are in no state, as not everybody may see them. */
  readonly #hasSecrets: boolean;
  #wantsNewest: boolean;
  #isLive = false;
  #isCatchingUp = false;
  #older: Promise<Result<void, Refusal>> | null = null;
  /** For each open question, what came over the socket since: it may be newer than the answer. */
  readonly #questions = new Set<Map<number, Message>>();
  readonly #strangers = new Set<string>();

  constructor(source: HistorySource, hasSecrets: boolean) {
    this.#source = source;
    this.#hasSecrets = hasSecrets;
    this.#wantsNewest = hasSecrets;
    this.messages = computed(() => this.#log.value.messages);
    this.hasOlder = computed(() => this.#log.value.windowSeq > 0 && this.#log.value.hasOlder);
  }

  /** The last entry that was seen. */
  get seq(): number {
    return this.#log.peek().windowSeq;
  }

  /** The state's newest messages at entry `seq`, with everybody the state knows. */
  window(window: readonly Message[], seq: number, people: readonly ChatPerson[]): void {
    this.#isLive = true;
    this.#learn(people);
    this.#note(window);
    this.#log.value = withWindow(this.#log.peek(), window, seq);
    void this.#catchUp();
  }

  /** A message outside of the state's newest. */
  changed(message: Message): void {
    this.#note([message]);
    this.#log.value = withChanged(this.#log.peek(), message);
  }

  /** Somebody was forgotten, with everything they wrote. */
  erased(person: string): void {
    this.#log.value = withErased(this.#log.peek(), person);
    const known = this.people.peek().get(person);
    if (known) this.#learn([{ ...known, isGone: true }]);
  }

  /** The socket is lost. */
  lost(): void {
    this.#isLive = false;
    this.#wantsNewest = this.#hasSecrets;
    this.#log.value = withLoss(this.#log.peek());
  }

  loadOlder(): Promise<Result<void, Refusal>> {
    this.#older ??= this.#loadOlder().finally(() => {
      this.#older = null;
    });
    return this.#older;
  }

  async loadAround(seq: number): Promise<Result<void, Refusal>> {
    const isHere = () => this.messages.peek().some((message) => message.seq === seq);
    const isOlder = () => this.hasOlder.peek() && seq < (this.messages.peek()[0]?.seq ?? 0);
    for (let page = 0; page < JUMP_PAGES && isOlder(); page++) {
      const loaded = await this.loadOlder();
      if (!loaded.ok) return loaded;
    }
    return isHere() ? ok(undefined) : err(chatRefusal({ code: 'no_message' }));
  }

  async #loadOlder(): Promise<Result<void, Refusal>> {
    const before = this.messages.peek()[0]?.seq;
    if (before === undefined || !this.hasOlder.peek()) return ok(undefined);
    const page = await this.#fetch(() => this.#source.messages({ before }));
    if (!page.ok) return page;
    this.#log.value = withOlder(this.#log.peek(), page.value, before);
    return ok(undefined);
  }

  /** Closes a gap, then asks for what changed unseen. One at a time; ends when the socket is lost. */
  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    while (this.#isLive) {
      if (this.#log.peek().beyond) await this.#closeGap();
      else if (isBehind(this.#log.peek())) await this.#seeChanges();
      else if (this.#wantsNewest || this.#meetsStrangers()) await this.#seeNewest();
      else break;
    }
    this.#isCatchingUp = false;
  }

  async #closeGap(): Promise<void> {
    for (let page = 0; page < GAP_PAGES && this.#log.peek().beyond; page++) {
      const { messages, seq } = this.#log.peek();
      const after = messages[messages.length - 1]?.seq ?? seq;
      const newer = await this.#fetch(() => this.#source.messages({ after }));
      if (newer.ok) this.#log.value = withNewer(this.#log.peek(), newer.value);
      else if (PASSING.includes(newer.error.code)) await this.#source.wait(RETRY_MS);
      else break;
    }
    if (this.#log.peek().beyond) this.#forget();
  }

  async #seeChanges(): Promise<void> {
    const changes = await this.#fetch(() => this.#source.since(this.#log.peek().seq));
    if (changes.ok) {
      this.#log.value = withCatchup(this.#log.peek(), changes.value);
      if (!changes.value.isComplete) this.#wantsNewest = this.#hasSecrets;
      else if (isBehind(this.#log.peek())) await this.#source.wait(RETRY_MS);
    } else if (PASSING.includes(changes.error.code)) await this.#source.wait(RETRY_MS);
    else this.#forget();
  }

  async #seeNewest(): Promise<void> {
    const newest = await this.#fetch(() => this.#source.messages(null));
    if (!newest.ok && PASSING.includes(newest.error.code)) return this.#source.wait(RETRY_MS);
    if (newest.ok && this.#wantsNewest) this.#log.value = withNewest(this.#log.peek(), newest.value);
    this.#wantsNewest = false;
    for (const id of this.#spokenOf()) this.#strangers.add(id);
  }

  /** Keeps only what the state has. */
  #forget(): void {
    this.#log.value = onlyWindow(this.#log.peek());
    this.#wantsNewest = this.#hasSecrets;
  }

  /** Asks, learns the people, and lets what came over the socket meanwhile win over the answer. */
  async #fetch<T extends Pick<MessagePage, 'messages' | 'people'>>(
    ask: () => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    const fresh = new Map<number, Message>();
    this.#questions.add(fresh);
    const answer = await ask();
    this.#questions.delete(fresh);
    if (!answer.ok) return answer;
    this.#learn(answer.value.people);
    const messages = answer.value.messages.map((message) => fresh.get(message.seq) ?? message);
    return ok({ ...answer.value, messages });
  }

  #note(messages: readonly Message[]): void {
    for (const fresh of this.#questions) for (const message of messages) fresh.set(message.seq, message);
  }

  #learn(people: readonly ChatPerson[]): void {
    const known = this.people.peek();
    const news = people.filter((person) => {
      const last = known.get(person.id);
      return last?.name !== person.name || last.marker !== person.marker || last.isGone !== person.isGone;
    });
    if (news.length === 0) return;
    const next = new Map(known);
    for (const { id, name, marker, isGone } of news) next.set(id, { id, name, marker, isGone });
    this.people.value = next;
  }

  /** Whether the state's messages speak of somebody the state does not know and nobody has asked about. */
  #meetsStrangers(): boolean {
    const people = this.people.peek();
    return this.#spokenOf().some((id) => !people.has(id) && !this.#strangers.has(id));
  }

  #spokenOf(): string[] {
    return this.#log
      .peek()
      .window.flatMap(({ author, mentions, reactions }) => [
        author,
        ...mentions,
        ...Object.values(reactions).flat(),
      ]);
  }
}
