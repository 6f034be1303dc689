import { PLATFORM_REFUSALS } from '../../../shared/protocol/refusals.ts';
import type { SentencesOf } from '../sentences.ts';

/** Why the platform refuses. English is what the server says, too. */
export const messages: SentencesOf<typeof PLATFORM_REFUSALS> = PLATFORM_REFUSALS;
