import type { CodeIn } from '../core/refusals.ts';
import type { Rejection } from '../core/rules.ts';
import type { CHAT_REFUSALS } from './refusals.ts';

/** Refused around the rules: by lists of people and of lobbies, and by the table of a talk. */
type AroundCode =
  | 'after_reveal'
  | 'already_asked'
  | 'asked_too_often'
  | 'bad_emoji'
  | 'blocked'
  | 'lobby_taken'
  | 'no_conversation'
  | 'table_closed'
  | 'too_many_lobbies';

/** Why a conversation refuses; the last two are the platform's. */
export type ChatCode = Exclude<CodeIn<typeof CHAT_REFUSALS>, AroundCode> | 'no_change' | 'unknown_command';

/** A refusal, whose code is known to have a sentence. */
export const refuse = (code: ChatCode, detail?: string): Rejection =>
  detail === undefined ? { code } : { code, detail };
