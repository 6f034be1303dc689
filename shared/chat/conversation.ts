import { assertNever, err, ok } from '../core/result.ts';
import { type Decider, readEvents } from '../core/rules.ts';
import { readAudience } from './audience.ts';
import { refuse } from './codes.ts';
import { Draft, type Step } from './draft.ts';
import { accept, decline, erase, invite, join, leave, open, retire, seat } from './membership.ts';
import { ban, configure, kick, mute, setRole, unban } from './moderation.ts';
import { edit, pin, post, react, remove, unpin, unreact } from './posting.ts';
import { evolveConversation, initialConversation } from './state.ts';
import type { ConversationCommand, ConversationEvent, ConversationState } from './types.ts';

/** The rules of every conversation. Commands come from the server, which stamps who asks for them. */
export const conversation: Decider<ConversationState, ConversationCommand, ConversationEvent> = {
  name: 'chat',
  version: 1,
  initial: initialConversation,
  decide: (state, by, command, { now }) => {
    if (by.kind !== 'system' || command.type === 'timeUp') return err(refuse('unknown_command'));
    const draft = new Draft(state, now);
    const refusal = guard(state, command) ?? handle(draft, command);
    if (refusal) return err(refusal);
    return draft.events.length === 0 ? err(refuse('no_change')) : ok(draft.events);
  },
  evolve: evolveConversation,
  deadline: () => null,
  upcast: (event) => {
    const known = readKnown(event);
    if (known?.type !== 'posted') return known;
    return { ...known, message: { ...known.message, audience: readAudience(known.message.audience) } };
  },
};

const readKnown = readEvents<ConversationEvent>({
  opened: true,
  memberChanged: true,
  memberErased: true,
  posted: true,
  edited: true,
  deleted: true,
  reacted: true,
  unreacted: true,
  pinned: true,
  unpinned: true,
  configured: true,
});

function guard({ kind }: ConversationState, { type }: ConversationCommand): Step {
  if (type === 'open') return kind === null ? null : refuse('no_change');
  return kind === null ? refuse('not_open') : null;
}

function handle(draft: Draft, command: ConversationCommand): Step {
  switch (command.type) {
    case 'open':
      return open(draft, command);
    case 'join':
      return join(draft, command.by);
    case 'leave':
      return leave(draft, command.by);
    case 'accept':
      return accept(draft, command.by);
    case 'decline':
      return decline(draft, command.by);
    case 'invite':
      return invite(draft, command);
    case 'post':
      return post(draft, command);
    case 'edit':
      return edit(draft, command);
    case 'delete':
      return remove(draft, command);
    case 'react':
      return react(draft, command);
    case 'unreact':
      return unreact(draft, command);
    case 'pin':
      return pin(draft, command);
    case 'unpin':
      return unpin(draft, command);
    case 'configure':
      return configure(draft, command);
    case 'mute':
      return mute(draft, command);
    case 'kick':
      return kick(draft, command);
    case 'ban':
      return ban(draft, command);
    case 'unban':
      return unban(draft, command);
    case 'setRole':
      return setRole(draft, command);
    case 'seat':
      return seat(draft, command.members);
    case 'retire':
      return retire(draft, command.members);
    case 'erase':
      return erase(draft, command.person);
    default:
      return assertNever(command);
  }
}
