import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { createRef } from 'preact';
import type { Talk } from '../../store/chat/talk.ts';
import { drawn, END_PX, firstBelow, isAtEndOf, lastNoAbove } from './log-lines.ts';
import { OlderMessages } from './OlderMessages.ts';

/** Older messages are fetched when this much is left above, px. */
const OLDER_PX = 600;
/** A message that was gone to is marked for so long, ms. */
const SHOWN_MS = 2_500;
const MOST_PAGES = 40;

/**
 * Where the reader is in the messages. What is looked at stays where it is whatever is drawn above it; at the end it
 * follows what comes.
 */
export class LogScroll {
  readonly box = createRef<HTMLDivElement>();
  readonly list = createRef<HTMLDivElement>();
  /** The newest message is in sight, and stays so when others come. */
  readonly isAtEnd = signal(true);
  /** The "New" line is further up than what has been in sight. */
  readonly isNewAbove = signal(false);
  /** Messages further down than what has been in sight. */
  readonly unreadBelow = signal(0);
  readonly #talk: Talk;
  #anchor: { readonly element: HTMLElement; top: number } | null = null;
  #isPlaced = false;
  #isNewSeen = false;
  #seenNo: number;
  #lastNo = 0;
  /** Where the box was scrolled to when it was last looked at, px. */
  #top = 0;
  #pending = 0;
  readonly #older: OlderMessages;

  constructor(talk: Talk) {
    this.#talk = talk;
    this.#older = new OlderMessages(talk, () => this.#look());
    const info = talk.link.info.peek();
    this.#seenNo = info?.readNo ?? 0;
    this.#pending = talk.link.pending.peek().length;
    if (info && info.lastNo > info.readNo) talk.newAfter.value = info.readNo;
  }

  /** What appears now is not news: it is not read out. */
  get isQuiet(): ReadonlySignal<boolean> {
    return this.#older.isQuiet;
  }

  /** Follows box and list; returns how to stop. */
  attach(): () => void {
    const [box, list] = [this.box.current, this.list.current];
    if (!box || !list) return () => {};
    const onScroll = () => {
      // What is drawn below moves the end away, but only a reader moves up.
      const isUp = box.scrollTop < this.#top;
      this.isAtEnd.value = isAtEndOf(box) || (this.isAtEnd.peek() && !isUp);
      this.#top = box.scrollTop;
      this.#look();
    };
    const onReturn = () => this.#look();
    const observer = new ResizeObserver(() => this.settle());
    observer.observe(box);
    observer.observe(list);
    box.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('visibilitychange', onReturn);
    const stop = effect(() => {
      const seq = this.#talk.goTo.value;
      if (seq === null) return;
      this.#talk.goTo.value = null;
      void this.toMessage(seq);
    });
    return () => {
      stop();
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
      document.removeEventListener('visibilitychange', onReturn);
      this.#older.stop();
    };
  }

  /** After something was drawn: puts back in sight what was, then looks at what can be seen. */
  settle(): void {
    const box = this.box.current;
    if (!box) return;
    this.#notice();
    if (!this.#isPlaced) this.#place(box);
    else if (this.isAtEnd.peek()) this.#scrollTo(box, box.scrollHeight);
    else this.#hold(box);
    this.#look();
  }

  /** To the newest messages. */
  toEnd(): void {
    const box = this.box.current;
    if (!box) return;
    this.#scrollTo(box, box.scrollHeight);
    this.#look();
  }

  /** To the first message that was not read, also when it has to be fetched. */
  async toNew(): Promise<void> {
    const { link, newAfter } = this.#talk;
    const after = newAfter.peek() ?? 0;
    for (let page = 0; page < MOST_PAGES && link.hasOlder.peek(); page++) {
      if ((link.messages.peek()[0]?.no ?? 0) <= after + 1) break;
      this.isAtEnd.value = false;
      if (!(await this.#older.ask(() => link.loadOlder()))) break;
    }
    await drawn();
    this.#show(this.#newLine());
    this.#isNewSeen = true;
    this.#look();
  }

  /** To a message, also when it has to be fetched; marked for a moment. */
  async toMessage(seq: number): Promise<void> {
    const { link, shown } = this.#talk;
    this.isAtEnd.value = false;
    if (!this.#elementOf(seq) && !(await this.#older.ask(() => link.loadAround(seq)))) return;
    await drawn();
    const element = this.#elementOf(seq);
    if (!element) return;
    this.#isPlaced = true;
    this.#show(element);
    element.focus({ preventScroll: true });
    shown.value = seq;
    setTimeout(() => {
      if (shown.peek() === seq) shown.value = null;
    }, SHOWN_MS);
  }

  /** New messages: a line before them when nobody looks, none when one has answered. */
  #notice(): void {
    const { link, newAfter } = this.#talk;
    const last = link.messages.peek().at(-1);
    const me = link.info.peek()?.me.id;
    const pending = link.pending.peek().length;
    if (pending > this.#pending) {
      this.isAtEnd.value = true;
      newAfter.value = null;
    }
    this.#pending = pending;
    if (!last || last.no <= this.#lastNo) return;
    const isUnseen = document.hidden || !this.isAtEnd.peek();
    if (this.#lastNo > 0 && last.author !== me && isUnseen && newAfter.peek() === null) {
      newAfter.value = this.#lastNo;
      this.#isNewSeen = true;
    }
    this.#lastNo = last.no;
  }

  /** Once, at the beginning: at the first unread message, or at the end. */
  #place(box: HTMLElement): void {
    if (!this.list.current?.querySelector('[data-seq]')) return;
    this.#isPlaced = true;
    this.#older.calmDown();
    const line = this.#newLine();
    if (line) this.#show(line);
    else this.#scrollTo(box, box.scrollHeight);
  }

  #hold(box: HTMLElement): void {
    const anchor = this.#anchor;
    if (!anchor?.element.isConnected) return;
    const moved = this.#topOf(anchor.element) - anchor.top;
    if (Math.abs(moved) < 0.01) return;
    this.#scrollTo(box, box.scrollTop + moved);
    anchor.top += moved;
  }

  /** Takes in what can be seen: what is held, what has been read, what is out of sight. */
  #look(): void {
    const [box, list] = [this.box.current, this.list.current];
    if (!box || !list || !this.#isPlaced) return;
    const lines = list.children as HTMLCollectionOf<HTMLElement>;
    const first = lines[firstBelow(lines, box.scrollTop)];
    this.#anchor = first ? { element: first, top: this.#topOf(first) } : null;
    const bottom = box.scrollTop + box.clientHeight + END_PX;
    const no = lastNoAbove(lines, firstBelow(lines, bottom));
    if (!document.hidden && no > this.#seenNo) {
      this.#seenNo = no;
      this.#talk.link.read(no);
    }
    this.unreadBelow.value = Math.max(0, this.#lastNo - Math.max(this.#seenNo, no));
    this.isNewAbove.value = this.#findNewAbove(box.scrollTop);
    if (box.scrollTop < OLDER_PX && this.#talk.link.hasOlder.peek()) this.#older.more();
  }

  #findNewAbove(top: number): boolean {
    const after = this.#talk.newAfter.peek();
    if (after === null || this.#isNewSeen) return false;
    const line = this.#newLine();
    if (line && line.offsetTop >= top) this.#isNewSeen = true;
    return !this.#isNewSeen;
  }

  /** Where a line begins in the list, px; not rounded, so that nothing drifts. */
  #topOf(element: HTMLElement): number {
    const list = this.list.current;
    return list ? element.getBoundingClientRect().top - list.getBoundingClientRect().top : 0;
  }

  #scrollTo(box: HTMLElement, top: number): void {
    box.scrollTop = top;
    this.#top = box.scrollTop;
    this.isAtEnd.value = isAtEndOf(box);
  }

  #show(element: HTMLElement | null): void {
    const box = this.box.current;
    if (!box || !element) return;
    this.#scrollTo(box, element.offsetTop - box.clientHeight / 4);
  }

  #newLine(): HTMLElement | null {
    return this.list.current?.querySelector<HTMLElement>('[data-new]') ?? null;
  }

  #elementOf(seq: number): HTMLElement | null {
    return this.list.current?.querySelector<HTMLElement>(`[data-seq="${seq}"]`) ?? null;
  }
}
