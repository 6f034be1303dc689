import type { Audience } from '../../shared/chat/audience.ts';
import type { ConversationCommand } from '../../shared/chat/types.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { ChatPerson, LobbyRow } from '../../shared/protocol/chat-wire.ts';
import type { Reservation } from '../../shared/protocol/http.ts';
import type { Person } from '../../shared/table/types.ts';

/** Whoever holds a session, as conversations know them. */
export interface ChatVisitor {
  readonly person: Person;
  /** The public id of the session. */
  readonly session: string;
  readonly isNamed: boolean;
  readonly isOperator: boolean;
}

type Opened = Promise<Result<{ readonly conversation: string }, Rejection>>;

/** Asks for a connection to a room. */
export type SeatOf = (by: ChatVisitor) => Promise<Result<Reservation, Rejection>>;

/** What the HTTP interface needs of conversations, wherever they live. Expected failures are values. */
export interface ConversationsPort {
  createLobby(
    by: ChatVisitor,
    lobby: { name: string; title: string; topic: string; language: string },
  ): Opened;
  openDirect(by: ChatVisitor, person: string): Opened;
  createGroup(by: ChatVisitor, group: { title: string; people: readonly string[] }): Opened;
  answer(
    by: ChatVisitor,
    conversation: string,
    answer: 'accept' | 'decline' | 'block',
  ): Promise<Result<null, Rejection>>;
  seat(by: ChatVisitor, conversation: string): Promise<Result<Reservation, Rejection>>;
  inboxSeat(by: ChatVisitor): Promise<Result<Reservation, Rejection>>;
  /** What a person may read; null for nothing, or when there is no such conversation. */
  sightOf(conversation: string, person: string): Promise<Audience | null>;
  /** People as they are shown in a conversation; nobody when there is none. */
  peopleIn(conversation: string, people: readonly string[]): Promise<ChatPerson[]>;
  /** Ids of those who are banned; nobody when there is no such conversation. */
  banned(conversation: string): Promise<readonly string[]>;
  tell(conversation: string, command: ConversationCommand): Promise<Result<null, Rejection>>;
  lobbies(search: string): Promise<readonly LobbyRow[]>;
}
