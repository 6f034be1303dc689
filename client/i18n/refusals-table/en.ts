import { TABLE_REFUSALS } from '../../../shared/table/refusals.ts';
import type { SentencesOf } from '../sentences.ts';

/** Why a table refuses. English is what the server says, too. */
export const messages: SentencesOf<typeof TABLE_REFUSALS> = TABLE_REFUSALS;
