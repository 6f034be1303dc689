import type { Rejection } from '../../shared/core/rules.ts';
import { chatRefusals } from '../i18n/refusals-chat/index.ts';
import { worded } from './said.ts';
import type { Refusal } from './types.ts';

/** A refusal of a conversation, with its sentence. */
export const chatRefusal = (rejection: Rejection): Refusal => worded(rejection, chatRefusals);
