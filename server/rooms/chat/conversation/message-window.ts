import { emptied, withChange } from '../../../../shared/chat/messages.ts';
import type { ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import { WINDOW } from '../../../../shared/protocol/chat-wire.ts';
import { hideMessage, showMessage } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';

/** The newest messages, as everybody in the room gets them with the state: at most `WINDOW`, without gaps. */
export class MessageWindow {
  readonly #state: ConversationState;
  /** By `seq`. */
  readonly #messages = new Map<number, Message>();
  #oldest = 0;

  constructor(state: ConversationState) {
    this.#state = state;
  }

  /** Adds a message; false when it is older than the window, which then does not have it. */
  add(message: Message): boolean {
    const isFull = this.#messages.size >= WINDOW;
    if (isFull && message.seq < this.#oldest) return false;
    this.#messages.set(message.seq, message);
    showMessage(this.#state, message);
    if (this.#messages.size > WINDOW) this.#drop(this.#oldest);
    this.#oldest = Math.min(...this.#messages.keys());
    return true;
  }

  /** Applies a change; false when the window does not have its message. */
  change(event: Extract<ConversationEvent, { readonly target: number }>): boolean {
    const message = this.#messages.get(event.target);
    if (!message) return false;
    const changed = withChange(message, event);
    this.#messages.set(event.target, changed);
    showMessage(this.#state, changed);
    return true;
  }

  /** Empties what somebody wrote. */
  empty(person: Message['author']): void {
    for (const message of this.#messages.values()) {
      if (message.author !== person || message.deletedBy !== '') continue;
      const left = emptied(message, person);
      this.#messages.set(message.seq, left);
      showMessage(this.#state, left);
    }
  }

  /** Whether somebody wrote one of the messages. */
  hasAuthor(person: string): boolean {
    for (const message of this.#messages.values()) if (message.author === person) return true;
    return false;
  }

  #drop(seq: number): void {
    this.#messages.delete(seq);
    hideMessage(this.#state, seq);
  }
}
