import { CHAT_REFUSALS } from '../../shared/chat/refusals.ts';
import { sentenceFor } from '../../shared/core/refusals.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { PLATFORM_REFUSALS } from '../../shared/protocol/refusals.ts';
import type { Refusal } from './types.ts';

/** A refusal of a conversation, with its sentence. */
export const chatRefusal = (rejection: Rejection): Refusal => ({
  code: rejection.code,
  message: sentenceFor(rejection, CHAT_REFUSALS, PLATFORM_REFUSALS),
});
