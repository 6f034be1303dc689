import { z } from 'zod';
import type { Log } from '../../../shared/engine/ports.ts';
import type { AnnouncedMessage, Announcement } from '../../../shared/protocol/operate-wire.ts';
import { type Topics, topic } from '../../infra/topics.ts';
import { Shelf } from '../../storage/shelf.ts';
import type { DocumentStore } from '../../storage/types.ts';

const NOW = 'now';
const NOTHING: AnnouncedMessage = { text: '', leftMs: 0 };
const announcementSchema = z.object({ text: z.string(), until: z.number() });

/** Another announcement, or none. */
const ANNOUNCED = topic<Announcement | null>('announced');

interface AnnouncementsPorts {
  readonly documents: DocumentStore;
  readonly topics: Topics;
  readonly clock: { now(): number };
  readonly log: Log;
}

/** What is announced to everybody: stored, and known by each process without asking. */
export class Announcements {
  readonly #ports: AnnouncementsPorts;
  readonly #stored: Shelf<Announcement>;
  readonly #listeners = new Set<() => void>();
  #current: Announcement | null = null;

  constructor(ports: AnnouncementsPorts) {
    this.#ports = ports;
    this.#stored = new Shelf(ports.documents, 'announcement', announcementSchema);
  }

  /** What is announced at this moment. */
  get current(): Announcement | null {
    return this.#current && this.#current.until > this.#ports.clock.now() ? this.#current : null;
  }

  /** The same, as pages are told. */
  get message(): AnnouncedMessage {
    const { current } = this;
    return current ? { text: current.text, leftMs: current.until - this.#ports.clock.now() } : NOTHING;
  }

  /** Announces something in place of what was announced; null for nothing any more. */
  async announce(announcement: Announcement | null): Promise<void> {
    if (announcement) await this.#stored.put(NOW, announcement);
    else await this.#stored.remove(NOW);
    this.#ports.topics.publish(ANNOUNCED, announcement);
  }

  /** Calls back when something else is announced from now on; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears of it from now on, and reads what is announced already; `everyMs` again, should the word be lost. */
  async follow(everyMs: number): Promise<void> {
    await this.#ports.topics.subscribe(ANNOUNCED, (announced) => this.#take(announced)).ready;
    const read = async () => this.#take(await this.#stored.get(NOW));
    const look = () =>
      read().catch((error: unknown) =>
        this.#ports.log.warn({ err: error }, 'what is announced could not be read'),
      );
    await look();
    setInterval(look, everyMs).unref();
  }

  #take(announced: Announcement | null): void {
    const before = this.#current;
    if (announced?.text === before?.text && announced?.until === before?.until) return;
    this.#current = announced;
    for (const listener of this.#listeners) listener();
  }
}
