import type { Message } from '../../shared/chat/types.ts';
import { maySee } from '../../shared/chat/views.ts';
import type { ChatPerson } from '../../shared/protocol/chat-wire.ts';

export type Side = 'giver' | 'guessers' | 'all';

/**
 * What somebody may see of a history: messages after `heldFrom` only if they are for their side; `keeper` under the name
 * and marker that stand still while they know a secret.
 */
export interface Sight {
  readonly side: Side;
  readonly heldFrom: number;
  readonly keeper: Omit<ChatPerson, 'isGone'> | null;
}

export const FULL_SIGHT: Sight = { side: 'all', heldFrom: 0, keeper: null };

/** Which messages a sight lets through. */
export const isInSight = (message: Pick<Message, 'seq' | 'audience'>, { side, heldFrom }: Sight): boolean =>
  message.seq <= heldFrom || maySee(message, side);
