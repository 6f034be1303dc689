import { isInSight } from '../../../../shared/chat/audience.ts';
import type { ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import type { MessageChanged } from '../../../../shared/protocol/chat-wire.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import type { History } from '../records/history.ts';
import { MessageWindow } from './message-window.ts';
import type { Wall } from './wall.ts';

export interface ShownMessagesPorts {
  readonly history: Pick<History, 'message'>;
  readonly wall: Wall;
  /** The last entry of the conversation. */
  seq(): number;
  /** Sends a message that the state does not carry to the people it is for. */
  send(changed: MessageChanged, isMeant: (person: string) => boolean): void;
}

/** The messages that people in the room see: the newest with the state, others by themselves, each by whom it is for. */
export class ShownMessages {
  readonly #id: string;
  readonly #ports: ShownMessagesPorts;
  readonly #window: MessageWindow;

  constructor(id: string, state: ConversationState, ports: ShownMessagesPorts) {
    this.#id = id;
    this.#ports = ports;
    this.#window = new MessageWindow(state);
  }

  add(message: Message): void {
    if (this.#isHeld(message) || this.#window.add(message)) return;
    this.#ports.send({ seq: this.#ports.seq(), message }, () => true);
  }

  /** Applies what entry `seq` says about a message. */
  change(seq: number, event: Extract<ConversationEvent, { readonly target: number }>): void {
    if (this.#window.change(event)) return;
    const held = this.#ports.wall.changed(event);
    if (held) this.#sendHeld(held);
    else void this.#sendOlder(seq, event.target);
  }

  /** Empties what somebody wrote. Pages tell by themselves what to empty of older messages. */
  empty(person: Message['author']): void {
    this.#window.empty(person);
    this.#ports.wall.empty(person);
  }

  /** A message beyond the window is sent by itself as the store has it now. */
  async #sendOlder(seq: number, target: number): Promise<void> {
    const message = await this.#ports.history.message(this.#id, target).catch(() => null);
    if (message && !this.#isHeld(message)) this.#ports.send({ seq, message }, () => true);
  }

  /** Whether a message is for one side only now; then those who may see it have got it. */
  #isHeld(message: Message): boolean {
    if (!this.#ports.wall.holds(message)) return false;
    this.#sendHeld(message);
    return true;
  }

  #sendHeld(message: Message): void {
    const { send, seq, wall } = this.#ports;
    send({ seq: seq(), message }, (person) => isInSight(message, wall.audienceOf(person)));
  }
}
