import type { ChatPerson } from '../../../../shared/protocol/chat-wire.ts';
import { showName } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import { type NamesPort, ShownNames } from './shown-names.ts';

/** People whose names are remembered, at most; then only those who are needed. */
const MAX_NAMES = 5_000;

/** As what somebody is shown. */
export interface Face {
  readonly name: string;
  readonly marker: number;
}

export interface Known extends Face {
  readonly id: string;
}

/** What people are called in one conversation: each by a name of their own, at a table as the table says. */
export class NamesHere {
  readonly #state: ConversationState;
  readonly #port: NamesPort;
  readonly #onChange: () => void;
  readonly #names: ShownNames;
  /** People as the table shows them whose talk this is. */
  #seats: ReadonlyMap<string, Face> = new Map();

  constructor(state: ConversationState, port: NamesPort, onChange: () => void) {
    this.#state = state;
    this.#port = port;
    this.#onChange = onChange;
    this.#names = new ShownNames(port.looksOf);
  }

  /** People as they are shown at a table from now on. Returns who had a seat before and has none now. */
  sit(seats: readonly Known[]): readonly string[] {
    const before = this.#seats;
    this.#seats = new Map(seats.map((seat) => [seat.id, seat]));
    for (const { id, name } of seats) this.#show([id, ...this.#names.give(id, name)]);
    return [...before.keys()].filter((id) => !this.#seats.has(id));
  }

  isSeated(id: string): boolean {
    return this.#seats.has(id);
  }

  isKnown(id: string): boolean {
    return this.#names.of(id) !== undefined;
  }

  /** The name that somebody has themselves; undefined when nobody said who they are. */
  ownOf(id: string): string | undefined {
    return this.#names.ownOf(id);
  }

  /** What somebody is called here while that is more than their name; else `''`. */
  numberedNameOf(id: string): string {
    return this.#names.isNumbered(id) ? (this.#names.of(id) ?? '') : '';
  }

  /** Somebody with this name and marker, as they are shown here. */
  shownAs(id: string, own: Face): Face {
    return { name: this.#names.of(id) ?? own.name, marker: this.#seats.get(id)?.marker ?? own.marker };
  }

  /** Takes in what somebody is called by themselves; whether they are shown under another name than before. */
  call(id: string, name: string): boolean {
    if (this.#seats.has(id) || name === '') return false;
    const changed = this.#names.put(id, name);
    this.#show(changed);
    return changed.includes(id);
  }

  /** Whoever got a number behind the name gets it alone when it is that of their account. */
  async settle(id: string): Promise<void> {
    const name = this.#names.ownOf(id);
    if (name === undefined || !this.#names.isNumbered(id)) return;
    const holder = await this.#port.holderOf(name).catch(() => null);
    if (holder === id && this.#names.ownOf(id) === name) this.#show(this.#names.prefer(id));
  }

  /**
   * Calls people by their names, unless they keep the one that they have here.
   * @param isKept of whom the name stays as it is
   */
  async callAll(people: readonly ChatPerson[], isKept: (id: string) => boolean): Promise<void> {
    const fresh = people.filter(({ id, name, isGone }) => !isGone && !isKept(id) && this.call(id, name));
    await Promise.all(fresh.map(({ id }) => this.settle(id)));
  }

  /** Forgets names, when there are many, of people who are not needed. */
  trim(isNeeded: (id: string) => boolean): void {
    if (this.#names.size > MAX_NAMES) this.#names.trim((id) => this.#seats.has(id) || isNeeded(id));
  }

  #show(ids: readonly string[]): void {
    for (const id of ids) {
      const name = this.#names.of(id);
      if (name !== undefined && showName(this.#state, id, name, this.#seats.get(id)?.marker))
        this.#onChange();
    }
  }
}
