import type { Message } from '../../../../shared/chat/types.ts';
import { maySee } from '../../../../shared/chat/views.ts';

export type Side = 'giver' | 'guessers' | 'all';

/** What somebody may see of a history: messages after `heldFrom` only if they are for their side. */
export interface Sight {
  readonly side: Side;
  readonly heldFrom: number;
}

export const FULL_SIGHT: Sight = { side: 'all', heldFrom: 0 };

/** Which messages a sight lets through. */
export const isInSight = (message: Pick<Message, 'seq' | 'audience'>, { side, heldFrom }: Sight): boolean =>
  message.seq <= heldFrom || maySee(message, side);
