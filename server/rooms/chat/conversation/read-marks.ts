import type { Clock } from '../../../../shared/engine/ports.ts';

/** A mark that others may come after waits at most so long before it is stored, ms. A crash loses no more than that. */
const GATHER_MS = 15_000;

export interface ReadMarksPorts {
  readonly clock: Clock;
  /** Stores how far somebody read. May reject with `Unavailable`. */
  store(person: string, no: number): Promise<void>;
  onTrouble(error: unknown): void;
}

/**
 * How far people read, on its way into the store. Where many read along, each of them now and again, only what stands
 * after some seconds is stored: a message costs the store no more when more people see it.
 */
export class ReadMarks {
  readonly #ports: ReadMarksPorts;
  readonly #waiting = new Map<string, number>();
  #disarm: (() => void) | null = null;
  #isOver = false;

  constructor(ports: ReadMarksPorts) {
    this.#ports = ports;
  }

  /** How far somebody read whose mark is not stored yet; 0 for nobody. */
  of(person: string): number {
    return this.#waiting.get(person) ?? 0;
  }

  note(person: string, no: number): void {
    this.#waiting.set(person, no);
    this.#arm();
  }

  /** Stores at once what waits, of one person or of all. What cannot be stored waits for the next time. */
  async flush(people: readonly string[] = [...this.#waiting.keys()]): Promise<void> {
    const done = await Promise.allSettled(
      people.map(async (person) => {
        const no = this.#waiting.get(person);
        if (no === undefined) return;
        await this.#ports.store(person, no);
        if (this.#waiting.get(person) === no) this.#waiting.delete(person);
      }),
    );
    const failed = done.find((each) => each.status === 'rejected');
    if (!failed) return;
    this.#ports.onTrouble(failed.reason);
    this.#arm();
  }

  /** Stores what waits, once; nothing more comes. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#disarm?.();
    await this.flush();
  }

  #arm(): void {
    if (this.#isOver) return;
    const { clock } = this.#ports;
    this.#disarm ??= clock.setTimer(clock.now() + GATHER_MS, () => {
      this.#disarm = null;
      void this.flush();
    });
  }
}
