import { ACCOUNT_REFUSALS } from '../../../shared/protocol/account-refusals.ts';
import { DAILY_REFUSALS } from '../../../shared/protocol/daily-refusals.ts';
import type { SentencesOf } from '../sentences.ts';

type Refusals = SentencesOf<typeof ACCOUNT_REFUSALS> & SentencesOf<typeof DAILY_REFUSALS>;

/** Why names, accounts and the game of a day are refused. English is what the server says, too. */
export const messages: Refusals = { ...ACCOUNT_REFUSALS, ...DAILY_REFUSALS };
