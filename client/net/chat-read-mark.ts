import { type Signal, signal } from '@preact/signals';
import { calmMs } from '../../shared/chat/calm.ts';

/** How far (`no`) was read on this page, by conversation: known here before the server has said so. */
export const readHere: Signal<ReadonlyMap<string, number>> = signal(new Map());

/** Notes that this page has shown a conversation up to `no`. */
export function noteRead(conversation: string, no: number): void {
  const known = readHere.peek();
  if ((known.get(conversation) ?? 0) < no) readHere.value = new Map(known).set(conversation, no);
}

/** Tells how far somebody has read: the highest number, now and then, and again when it may have been lost. */
export class ReadMark {
  readonly #tell: (no: number) => Promise<boolean>;
  #wanted = 0;
  #told = 0;
  #confirmed = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param tell resolves to whether it arrived */
  constructor(tell: (no: number) => Promise<boolean>) {
    this.#tell = tell;
  }

  read(no: number): void {
    this.#wanted = Math.max(this.#wanted, no);
    void this.#next();
  }

  /** The server knows that much, perhaps from another tab. */
  confirm(no: number): void {
    this.#confirmed = Math.max(this.#confirmed, no);
    this.#told = Math.max(this.#told, no);
  }

  /** There is a new connection: what is not confirmed is told again. */
  again(): void {
    this.#told = this.#confirmed;
    void this.#next();
  }

  /** Tells at once what is not told yet: nobody is here to tell it later. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    void this.#next();
  }

  close(): void {
    this.flush();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wanted = 0;
  }

  async #next(): Promise<void> {
    if (this.#timer !== null || this.#wanted <= this.#told) return;
    const no = this.#wanted;
    const pauseMs = calmMs(no - this.#told);
    this.#told = no;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#next();
    }, pauseMs);
    if (await this.#tell(no)) this.confirm(no);
  }
}
