import { CHAT_REFUSALS } from '../../../shared/chat/refusals.ts';
import type { SentencesOf } from '../sentences.ts';

/** Why a conversation refuses. English is what the server says, too. */
export const messages: SentencesOf<typeof CHAT_REFUSALS> = CHAT_REFUSALS;
