import type { Clock } from '../../../../shared/engine/ports.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';

/** How long somebody is shown as writing after a sign of it, ms. */
const TYPING_MS = 6_000;
/** Signs of writing of one person closer than this count as one, ms. */
const TYPING_EVERY_MS = 3_000;

/** Who is shown as writing. */
export class Typists {
  readonly #state: ConversationState;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #signs = new Map<string, { readonly since: number; readonly disarm: () => void }>();

  constructor(state: ConversationState, clock: Clock, onChange: () => void) {
    this.#state = state;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Somebody gave a sign of writing. */
  show(id: string): void {
    const now = this.#clock.now();
    const last = this.#signs.get(id);
    if (last && now - last.since < TYPING_EVERY_MS) return;
    last?.disarm();
    const disarm = this.#clock.setTimer(now + TYPING_MS, () => this.hide(id));
    this.#signs.set(id, { since: now, disarm });
    if (this.#state.typing.has(id)) return;
    this.#state.typing.set(id, true);
    this.#onChange();
  }

  hide(id: string): void {
    this.#signs.get(id)?.disarm();
    this.#signs.delete(id);
    if (this.#state.typing.delete(id)) this.#onChange();
  }

  hideAll(): void {
    for (const id of [...this.#signs.keys()]) this.hide(id);
  }
}
