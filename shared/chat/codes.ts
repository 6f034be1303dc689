import type { Rejection } from '../core/rules.ts';

/** Why a conversation refuses; `types.ts` says what each means. */
export type ChatCode =
  | 'already_member'
  | 'banned'
  | 'empty_text'
  | 'group_full'
  | 'muted'
  | 'needs_name'
  | 'newcomer_link'
  | 'no_change'
  | 'no_message'
  | 'no_person'
  | 'not_allowed'
  | 'not_asked'
  | 'not_author'
  | 'not_member'
  | 'not_open'
  | 'request_pending'
  | 'rude_words'
  | 'slow_mode'
  | 'text_too_long'
  | 'too_fast'
  | 'too_late'
  | 'too_many_changes'
  | 'too_many_pins'
  | 'too_many_reactions'
  | 'unknown_command';

/** A refusal, whose code is known to have a sentence. */
export const refuse = (code: ChatCode, detail?: string): Rejection =>
  detail === undefined ? { code } : { code, detail };
