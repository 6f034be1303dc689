import { mayRetire } from '../../../../shared/chat/membership.ts';
import type { ConversationState } from '../../../../shared/chat/types.ts';
import type { PlayerId } from '../../../../shared/core/ids.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { Clock } from '../../../../shared/engine/ports.ts';
import type { ChatRecords } from '../records/records.ts';

/** People that one step looks at. */
const STEP = 25;
/** The first look, so long after a lobby opened; then one after the other, ms. */
const FIRST_MS = 2_000;
const EVERY_MS = 6 * 60 * 60 * 1_000;
/** Pause between two steps, at least so long, ms, and so many times the step: whoever writes comes first. */
const STEP_MS = 50;
const RESTS = 3;

export interface PassersPorts {
  readonly clock: Clock;
  /** Who was here last before this moment, epoch ms, stays away. */
  before(): number;
  readonly readings: ChatRecords['readings'];
  state(): ConversationState;
  isHere(person: string): boolean;
  retire(members: readonly PlayerId[]): Promise<Rejection | null>;
  onTrouble(error: unknown): void;
}

/**
 * Lets those go who passed by a lobby once and stay away, some at a time, while it is open: what is folded, kept in
 * snapshots and in memory is as much as the people who come.
 */
export class Passers {
  readonly #id: string;
  readonly #ports: PassersPorts;
  #disarm: (() => void) | null = null;
  #isOver = false;

  constructor(id: string, ports: PassersPorts) {
    this.#id = id;
    this.#ports = ports;
    this.#later(FIRST_MS, this.#candidates);
  }

  close(): void {
    this.#isOver = true;
    this.#disarm?.();
  }

  /** Who came before that time, is nobody in particular, and not here. */
  readonly #candidates = (): readonly PlayerId[] => {
    const { state, clock, isHere, before } = this.#ports;
    const now = clock.now();
    return [...state().members.values()]
      .filter((member) => mayRetire(member, now) && member.joinedAt < before() && !isHere(member.id))
      .map(({ id }) => id);
  };

  #later(ms: number, whom: () => readonly PlayerId[]): void {
    if (this.#isOver) return;
    const { clock, onTrouble } = this.#ports;
    this.#disarm = clock.setTimer(clock.now() + ms, async () => {
      const people = whom();
      const beganAt = performance.now();
      try {
        await this.#step(people.slice(0, STEP));
      } catch (error) {
        onTrouble(error);
      }
      const rest = people.slice(STEP);
      if (rest.length === 0) this.#later(EVERY_MS, this.#candidates);
      else this.#later(Math.max(STEP_MS, RESTS * (performance.now() - beganAt)), () => rest);
    });
  }

  async #step(people: readonly PlayerId[]): Promise<void> {
    if (people.length === 0) return;
    const { readings, clock, isHere, retire, before } = this.#ports;
    const keyOf = (person: string) => `${this.#id}:${person}`;
    const known = await readings.getMany(people.map(keyOf));
    const now = clock.now();
    // An older program did not say when: from now on.
    for (const [key, reading] of known)
      if (reading.at === 0) await readings.put(key, { ...reading, at: now }, { rank: now });
    const isAway = (person: PlayerId) => {
      const at = known.get(keyOf(person))?.at;
      return at === undefined || (at !== 0 && at < before());
    };
    const away = people.filter((person) => isAway(person) && !isHere(person));
    if (away.length > 0) await retire(away);
  }
}
