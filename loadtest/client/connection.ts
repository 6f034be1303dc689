import type { WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
import type { WireTable } from '../../shared/protocol/wire.ts';

/** How a request ended: `code` is null when it was done, else the refusal, `error`, or `closed`. */
export interface Answer {
  readonly code: string | null;
  /** Of a command that was carried out: the entry it led to; else 0. */
  readonly seq: number;
}

/** One person's connection to one table or conversation, whatever server is behind it. */
export interface Connection<S> {
  readonly state: S;
  onState: (bytes: number) => void;
  onLost: (code: number) => void;
  ask(type: string, payload: unknown, done: (answer: Answer) => void): void;
  close(): void;
}

/** Somebody who comes to play or to talk, whatever server is behind the address. All of it may throw a RefusedError. */
export interface PlayingGuest {
  /** As other people see it. */
  readonly id: string;
  takeName(name: string): Promise<void>;
  /** Makes a private table for this game; resolves to its code. */
  makeTable(game: string): Promise<string>;
  /** Comes to a table: to play, or only to watch. Resolves with the first whole state. */
  sit(code: string, wantsSeat: boolean): Promise<Connection<WireTable>>;
  /** Makes a public lobby, unless there is one of this name; resolves to the conversation. */
  makeLobby(name: string): Promise<string>;
  /** Comes into a conversation. */
  talk(conversation: string): Promise<Connection<WireConversation>>;
  /** Opens what every page of chat has besides: the list of one's own conversations; null where there is none. */
  openInbox(): Promise<Connection<WireInbox> | null>;
  /** Reads something. */
  get(path: string): Promise<unknown>;
}
