import type { ChatPerson } from '../../../shared/protocol/chat-wire.ts';

/** Who people are, for lists and messages. */
export interface People {
  /** In any order; whoever is not known is shown as gone. */
  byIds(ids: readonly string[]): Promise<ChatPerson[]>;
}
