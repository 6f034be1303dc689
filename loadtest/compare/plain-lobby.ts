import { WINDOW, type WireConversation, type WireMessage } from '../../shared/protocol/chat-wire.ts';
import type { Picture } from './plain-connection.ts';
import type { LobbySaid, Posted } from './ws-lobbies.ts';

/** A lobby as somebody sees it who keeps the newest messages; shown as the product's decoder would. */
export class PlainLobby implements Picture<WireConversation> {
  readonly #messages = new Map<string, WireMessage>();
  #lastNo = 0;

  get state(): WireConversation {
    return {
      kind: 0,
      title: '',
      topic: '',
      language: '',
      slowModeSeconds: 0,
      hasWordFilter: false,
      online: 0,
      seq: this.#lastNo,
      lastNo: this.#lastNo,
      members: new Map(),
      messages: this.#messages,
      pinned: [],
      typing: new Map(),
    };
  }

  take(said: LobbySaid): void {
    if (said.type === 'message') this.#add(said);
    else for (const message of said.messages) this.#add(message);
  }

  #add({ no, at, author, text }: Posted): void {
    const rest = { replyTo: 0, editedAt: 0, deletedBy: '', extra: '' };
    this.#messages.set(String(no), { seq: no, no, at, author, text, ...rest });
    this.#messages.delete(String(no - WINDOW));
    this.#lastNo = no;
  }
}
