import type { Clock, Log } from '../../../../shared/engine/ports.ts';
import type { PersonalNews } from '../news.ts';
import type { ChatRecords } from '../records/records.ts';
import { ReadMarks } from './read-marks.ts';

/** That somebody was here is noted at most this often, if they have nothing to read, ms. */
const SEEN_EVERY_MS = 24 * 60 * 60 * 1_000;

export interface ReadingPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly records: Pick<ChatRecords, 'readings' | 'members'>;
  /** Tells a person what is new for them alone. */
  tell(person: string, news: PersonalNews): void;
}

/** How far the people of one conversation read in it, as it is kept and as their lists hear of it. */
export class Reading {
  readonly #conversation: string;
  readonly #ports: ReadingPorts;
  readonly #marks: ReadMarks;

  constructor(conversation: string, ports: ReadingPorts) {
    this.#conversation = conversation;
    this.#ports = ports;
    const { clock, log, records } = ports;
    this.#marks = new ReadMarks({
      clock,
      store: async (person, no) => {
        const at = clock.now();
        await records.readings.put(`${conversation}:${person}`, { no, at }, { rank: at });
        this.#tell(person, no);
      },
      onTrouble: (error) => log.warn({ err: error, conversation }, 'how far somebody read is not stored yet'),
    });
  }

  /**
   * How far somebody read who comes into a conversation of `count` messages. Whoever comes for the first time has missed
   * nothing; while the store is away it is not known, 0.
   */
  async upTo(person: string, count: number): Promise<number> {
    const { clock, records } = this.#ports;
    const key = `${this.#conversation}:${person}`;
    const found = await Promise.all([records.readings.get(key), records.members.get(key)]).catch(() => null);
    if (!found) return 0;
    const [reading, member] = found;
    const since = member?.standing === 'active' ? member.since : null;
    if (reading === null && since === null) return count;
    const no = Math.max(reading?.no ?? 0, since ?? 0, this.#marks.of(person));
    if (since !== null && clock.now() - (reading?.at ?? 0) > SEEN_EVERY_MS) this.#marks.note(person, no);
    return no;
  }

  /**
   * Somebody read up to message number `no`. Among few it is stored at once; elsewhere lists hear it now and again when it
   * is stored a little later, whoever opened meanwhile.
   */
  async note(person: string, no: number, isAmongFew: boolean): Promise<void> {
    this.#marks.note(person, no);
    if (isAmongFew) await this.#marks.flush([person]);
    else this.#tell(person, no);
  }

  /** Somebody is gone: what waits of them is stored. */
  left(person: string): void {
    void this.#marks.flush([person]);
  }

  close(): Promise<void> {
    return this.#marks.close();
  }

  #tell(person: string, no: number): void {
    this.#ports.tell(person, { type: 'read', conversation: this.#conversation, no });
  }
}
