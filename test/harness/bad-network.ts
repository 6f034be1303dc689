import { effect, signal } from '@preact/signals';
import fc from 'fast-check';
import { ChatHistory } from '../../client/net/chat-history.ts';
import { Outgoing, type OutgoingPorts } from '../../client/net/chat-outgoing.ts';
import {
  type OutboxDatabase,
  type OutboxRow,
  outboxStore,
  type Tabs,
} from '../../client/net/outbox-store.ts';
import type { Refusal } from '../../client/net/types.ts';
import type { Message } from '../../shared/chat/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { CommandReply } from '../../shared/protocol/codes.ts';

const WINDOW = 4;
const PAGE = 3;
const MAX_CHANGES = 26;
export const ME = 'me-0001';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Frame =
  | { readonly type: 'state'; readonly window: readonly Message[]; readonly seq: number }
  | { readonly type: 'changed'; readonly message: Message }
  | { readonly type: 'reply'; readonly answer: () => void };

/** One conversation as the server keeps it: every entry has a `seq`, a command's id is carried out once. */
class Server {
  messages: Message[] = [];
  seq = 1;
  /** Ids that pages have made. */
  ids = 0;
  readonly pages: Page[] = [];
  readonly #targets: { seq: number; target: number }[] = [];
  readonly #done = new Map<string, number>();
  /** Messages that are in no state. */
  readonly #secret = new Set<number>();

  say(author: string, text: string, isSecret = false): number {
    const seq = ++this.seq;
    const no = this.messages.length + 1;
    this.messages.push({
      seq,
      no,
      at: seq,
      author: playerId(author),
      text,
      replyTo: null,
      mentions: [],
      card: null,
      audience: isSecret ? 'crowd:1' : 'all',
      editedAt: 0,
      deletedBy: '',
      reactions: {},
    });
    this.#targets.push({ seq, target: seq });
    if (isSecret) this.#secret.add(seq);
    this.#show(seq);
    return seq;
  }

  /** The first answer again for an id that was seen. */
  command(id: string, text: string, isSecret: boolean): Result<CommandReply, Rejection> {
    const done = this.#done.get(id);
    if (done !== undefined) return ok({ seq: done, now: 0 });
    if (text.endsWith('!')) return err({ code: 'rude_words' });
    const seq = this.say(ME, text, isSecret);
    this.#done.set(id, seq);
    return ok({ seq, now: 0 });
  }

  react(index: number): void {
    const message = this.messages[index % this.messages.length];
    if (!message) return;
    const seq = ++this.seq;
    const changed = { ...message, reactions: { '🎉': Array(seq).fill(playerId('fan')) } };
    this.messages = this.messages.map((each) => (each === message ? changed : each));
    this.#targets.push({ seq, target: message.seq });
    this.#show(message.seq);
  }

  /** An entry that is about no message. */
  noise(): void {
    this.seq++;
  }

  state(): Frame {
    const open = this.messages.filter(({ seq }) => !this.#secret.has(seq));
    return { type: 'state', window: open.slice(-WINDOW), seq: this.seq };
  }

  publish(): void {
    for (const page of this.pages) page.receive(this.state());
  }

  page(at: { before: number } | { after: number } | null) {
    const after = at && 'after' in at ? at.after : null;
    const before = at && 'before' in at ? at.before : Number.POSITIVE_INFINITY;
    const all = this.messages.filter(({ seq }) => (after === null ? seq < before : seq > after));
    const messages = after === null ? all.slice(-PAGE) : all.slice(0, PAGE);
    return { messages, people: [], hasMore: all.length > PAGE };
  }

  since(seq: number) {
    const entries = this.#targets.filter((each) => each.seq > seq);
    const isComplete = entries.length <= MAX_CHANGES;
    const targets = new Set(entries.map(({ target }) => target));
    const messages = isComplete ? this.messages.filter((message) => targets.has(message.seq)) : [];
    return { messages, people: [], seq: this.seq, isComplete };
  }

  /** Tells of a message that the next state does not show, before that state. */
  #show(seq: number): void {
    const { window } = this.state() as Extract<Frame, { type: 'state' }>;
    const message = this.messages.find((each) => each.seq === seq)!;
    if (window.some((each) => each.seq === seq)) return;
    for (const page of this.pages) page.receive({ type: 'changed', message });
  }
}

/** The outboxes of all tabs of one browser, and which tabs are open. */
class Browser {
  readonly rows = new Map<string, OutboxRow>();
  readonly open = new Set<string>();
  #waiting: { tab: string; signal: AbortSignal; act: () => Promise<void> }[] = [];

  readonly database: OutboxDatabase = {
    all: async () => [...this.rows.values()],
    put: async (row) => {
      this.rows.set(row.id, row);
    },
    remove: async (id) => {
      this.rows.delete(id);
    },
    move: async (ids, from, to) => {
      const rows = ids.map((id) => this.rows.get(id)).filter((row) => row?.tab === from) as OutboxRow[];
      const moved = rows.map((row) => ({ ...row, tab: to }));
      for (const row of moved) this.rows.set(row.id, row);
      return moved;
    },
  };

  tabs(mine: string): Tabs {
    return {
      mine: async () => mine,
      whenGone: (tab, signal, act) => {
        if (this.open.has(tab)) this.#waiting.push({ tab, signal, act });
        else void act();
      },
    };
  }

  kill(tab: string): void {
    this.open.delete(tab);
    const gone = this.#waiting.filter((each) => each.tab === tab);
    this.#waiting = this.#waiting.filter((each) => each.tab !== tab);
    for (const { signal, act } of gone) if (!signal.aborted) void act();
  }
}

/** One page with its socket: what is under way moves only when the test says so. */
class Page {
  readonly tab: string;
  readonly history: ChatHistory;
  readonly outgoing: Outgoing;
  /** What this page has posted itself. */
  readonly posted: string[] = [];
  readonly wrong: string[] = [];
  readonly #server: Server;
  readonly #isSecret: boolean;
  #isLive = false;
  #frames: Frame[] = [];
  #questions: { arrive: () => void; answer: (() => void) | null; fail: () => void }[] = [];
  #waits: (() => void)[] = [];
  #liveWaits: (() => void)[] = [];
  #sending: { arrive: () => void; lose: () => void } | null = null;

  constructor(server: Server, browser: Browser, tab: string, isSecret: boolean) {
    this.tab = tab;
    this.#server = server;
    this.#isSecret = isSecret;
    browser.open.add(tab);
    server.pages.push(this);
    const wait = () => new Promise<void>((resolve) => this.#waits.push(resolve));
    this.history = new ChatHistory(
      {
        messages: (at) => this.#question(() => server.page(at)),
        since: (seq) => this.#question(() => server.since(seq)),
        wait,
      },
      isSecret,
    );
    this.outgoing = new Outgoing({
      me: signal(ME),
      messages: this.history.messages,
      lastSeq: () => this.history.seq,
      ask: (payload) => this.#ask(payload),
      store: (author) => outboxStore(browser.database, browser.tabs(tab), 'lobby-test', author),
      wait,
      newId: () => `id-${++server.ids}`,
      now: () => server.seq,
    });
    effect(() => this.#look());
  }

  post(text: string): void {
    this.posted.push(text);
    this.outgoing.post({ text, replyTo: null, mentions: [], table: null });
  }

  receive(frame: Frame): void {
    if (this.#isLive) this.#frames.push(frame);
  }

  join(): void {
    if (this.#isLive) return;
    this.#isLive = true;
    this.#frames = [this.#server.state()];
  }

  /** Frames in order. */
  deliver(count: number): void {
    for (let i = 0; i < count && this.#frames.length > 0; i++) {
      const frame = this.#frames.shift()!;
      if (frame.type === 'reply') frame.answer();
      else if (frame.type === 'changed') this.history.changed(frame.message);
      else {
        this.history.window(frame.window, frame.seq, []);
        for (const resolve of this.#liveWaits.splice(0)) resolve();
        this.outgoing.pump();
      }
    }
  }

  /** The socket breaks; what was sent may still arrive. */
  drop(arrives: boolean): void {
    if (!this.#isLive) return;
    if (arrives) this.arrive();
    this.#isLive = false;
    this.#frames = [];
    this.history.lost();
    this.#sending?.lose();
  }

  /** What was sent reaches the server. */
  arrive(): void {
    this.#sending?.arrive();
  }

  /** A question reaches the server, then its answer comes back; in any order with others. */
  http(index: number): void {
    const question = this.#questions[index % this.#questions.length];
    if (!question) return;
    if (question.answer) this.#questions = this.#questions.filter((each) => each !== question);
    (question.answer ?? question.arrive)();
  }

  failHttp(): void {
    this.#questions.shift()?.fail();
  }

  tick(): void {
    for (const resolve of this.#waits.splice(0)) resolve();
  }

  close(): void {
    this.drop(false);
    this.outgoing.close();
    this.#server.pages.splice(this.#server.pages.indexOf(this), 1);
  }

  get isQuiet(): boolean {
    return this.#isLive && this.#frames.length + this.#questions.length + this.#waits.length === 0;
  }

  #question<T>(ask: () => T): Promise<Result<T, Refusal>> {
    return new Promise((resolve) => {
      const question = {
        answer: null as (() => void) | null,
        arrive: () => {
          const value = ask();
          question.answer = () => resolve(ok(value));
        },
        fail: () => resolve(err({ code: 'offline', message: '' })),
      };
      this.#questions.push(question);
    });
  }

  async #ask({ id, command }: Parameters<OutgoingPorts['ask']>[0]) {
    if (!this.#isLive) await new Promise<void>((resolve) => this.#liveWaits.push(resolve));
    return new Promise<Result<CommandReply, Rejection> | 'lost'>((resolve) => {
      this.#sending = {
        arrive: () => {
          this.#sending = { arrive: () => {}, lose: () => resolve('lost') };
          const text = command.type === 'post' ? command.text : '';
          const answer = this.#server.command(id, text, this.#isSecret && text.includes('s'));
          this.#server.publish();
          this.receive({ type: 'reply', answer: () => resolve(answer) });
        },
        lose: () => {
          this.#sending = null;
          resolve('lost');
        },
      };
    });
  }

  /** Every frame that could be painted. */
  #look(): void {
    const messages = this.history.messages.value;
    const pending = this.outgoing.pending.value;
    const first = messages[0];
    messages.forEach((message, i) => {
      if (!this.#isSecret && message.no !== first!.no + i) this.wrong.push(`a gap before ${message.text}`);
    });
    for (const { text } of pending) {
      if (messages.some((message) => message.text === text)) this.wrong.push(`${text} is shown twice`);
    }
    for (const text of this.posted) {
      const stored = this.#server.messages.find((message) => message.text === text);
      if (stored && first && stored.seq < first.seq) continue;
      const shown = [...messages, ...pending].filter((each) => each.text === text).length;
      if (shown !== 1) this.wrong.push(`${text} is shown ${shown} times`);
    }
  }
}

const page = fc.nat({ max: 2 });
const step = fc.oneof(
  fc.record({ type: fc.constant('post' as const), page, isRude: fc.boolean() }),
  fc.record({ type: fc.constant('others' as const), count: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ type: fc.constant('react' as const), index: fc.nat({ max: 40 }) }),
  fc.record({ type: fc.constant('noise' as const) }),
  fc.record({ type: fc.constant('deliver' as const), page, count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ type: fc.constant('arrive' as const), page }),
  fc.record({ type: fc.constant('drop' as const), page, arrives: fc.boolean() }),
  fc.record({ type: fc.constant('join' as const), page }),
  fc.record({ type: fc.constant('http' as const), page, index: fc.nat({ max: 3 }) }),
  fc.record({ type: fc.constant('failHttp' as const), page }),
  fc.record({ type: fc.constant('tick' as const), page }),
  fc.record({ type: fc.constant('older' as const), page }),
  fc.record({ type: fc.constant('reload' as const), page }),
  fc.record({ type: fc.constant('replace' as const), page }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Three tabs of one person and other people, over a network that loses, delays and repeats. */
class World {
  readonly server = new Server();
  readonly browser = new Browser();
  readonly pages: Page[];
  /** What every tab posted, in order. */
  readonly posts = new Map<string, string[]>();
  readonly wrong: string[] = [];
  readonly #isSecret: boolean;
  #count = 0;

  constructor(isSecret: boolean) {
    this.#isSecret = isSecret;
    for (let i = 0; i < 6; i++) this.server.say('other', `before ${i}`);
    this.pages = [0, 1, 2].map((n) => new Page(this.server, this.browser, `tab-${n}`, isSecret));
  }

  async take(each: Step): Promise<void> {
    const at = 'page' in each ? this.pages[each.page]! : this.pages[0]!;
    switch (each.type) {
      case 'post': {
        const text = `${++this.#count % 3 ? 's' : 'p'}${this.#count}${each.isRude ? '!' : ''}`;
        this.posts.set(at.tab, [...(this.posts.get(at.tab) ?? []), text]);
        at.post(text);
        break;
      }
      case 'others':
        for (let i = 0; i < each.count; i++) {
          const text = `other ${++this.#count}`;
          this.server.say('other', text, this.#isSecret && this.#count % 3 === 0);
        }
        this.server.publish();
        break;
      case 'react':
        this.server.react(each.index);
        this.server.publish();
        break;
      case 'noise':
        this.server.noise();
        this.server.publish();
        break;
      case 'deliver':
        at.deliver(each.count);
        break;
      case 'drop':
        at.drop(each.arrives);
        break;
      case 'http':
        at.http(each.index);
        break;
      case 'older':
        void at.history.loadOlder();
        break;
      case 'reload':
      case 'replace':
        this.#replace(at, each.type === 'reload');
        break;
      default:
        at[each.type]();
    }
    await settled();
  }

  /** The network is good until nothing is under way. */
  async calm(): Promise<void> {
    for (let i = 0; i < 1_000; i++) {
      for (const each of this.pages) {
        each.join();
        each.arrive();
        each.deliver(100);
        each.http(0);
        each.tick();
      }
      await settled();
      const isSent = [...this.browser.rows.values()].every(({ refusal }) => refusal !== null);
      if (isSent && this.pages.every(({ isQuiet }) => isQuiet)) return;
    }
    throw new Error('never calm');
  }

  #replace(old: Page, isReload: boolean): void {
    this.wrong.push(...old.wrong);
    old.close();
    if (!isReload) this.browser.kill(old.tab);
    const tab = isReload ? old.tab : `tab-${this.pages.length}-${++this.#count}`;
    this.pages[this.pages.indexOf(old)] = new Page(this.server, this.browser, tab, this.#isSecret);
  }
}

/** Plays steps in a world of its own, to the end. */
export async function play(steps: readonly Step[], isSecret: boolean): Promise<World> {
  const world = new World(isSecret);
  await settled();
  for (const each of steps) await world.take(each);
  await world.calm();
  return world;
}

export const steps = fc.array(step, { minLength: 20, maxLength: 120 });
