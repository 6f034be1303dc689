import type { PlayerId } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Rejection } from '../core/rules.ts';
import { refuse } from './codes.ts';
import type { ConversationState, Speaker } from './types.ts';

/** Whether somebody may open a conversation at all: `not_open`, `banned` or `not_member` if not. */
export function mayEnter(state: ConversationState, speaker: Speaker): Result<null, Rejection> {
  const standing = state.members.get(speaker.id)?.standing;
  switch (state.kind) {
    case null:
      return err(refuse('not_open'));
    case 'public':
    case 'table':
      return standing === 'banned' && !speaker.isOperator ? err(refuse('banned')) : ok(null);
    case 'direct':
    case 'group':
      if (standing === 'active' || standing === 'asked') return ok(null);
      return err(refuse(standing === 'banned' ? 'banned' : 'not_member'));
  }
}

/** Whether somebody may see messages. Who was asked into a private talk sees that it is there, not what is said. */
export function mayRead(state: ConversationState, person: PlayerId): boolean {
  const standing = state.members.get(person)?.standing;
  switch (state.kind) {
    case null:
      return false;
    case 'public':
    case 'table':
      return standing !== 'banned';
    case 'direct':
    case 'group':
      return standing === 'active';
  }
}
