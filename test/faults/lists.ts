import type { LiveTables } from '../../shared/protocol/http.ts';
import type { Member } from './rig.ts';

const AGAIN_MS = 200;

/** The list of tables as one process shows it, kept up to date until it is stopped. */
export class LiveList {
  /** What it shows; null before the first answer. */
  list: LiveTables | null = null;
  readonly #stop = new AbortController();

  constructor({ url }: Member) {
    void this.#follow(`${url}/api/tables/live`);
  }

  /** How many tables and people it shows. */
  get totals(): readonly [tables: number, people: number] {
    return [this.list?.tables.length ?? 0, this.list?.people ?? 0];
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Asks again when it was refused or cut, as a page does. */
  async #follow(url: string): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#read(url).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async #read(url: string): Promise<void> {
    const response = await fetch(url, { signal: this.#stop.signal });
    if (!response.ok) return;
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) if (event.startsWith('data: ')) this.list = JSON.parse(event.slice(6));
    }
  }
}
