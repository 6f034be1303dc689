import { refuse } from './codes.ts';
import { type Command, type Draft, needRole, type Step } from './draft.ts';
import { EDIT_MS, MAX_CHANGES, MAX_EMOJI, MAX_PINNED, type Speaker } from './types.ts';
import { needAnswer, needFitText, needPart, needPatience, needVoice, peerOf } from './voice.ts';

/** Writes a message. In public it makes a member of whoever writes; whoever was asked accepts by it. */
export function post(draft: Draft, command: Command<'post'>): Step {
  const { by, text, replyTo, mentions, card, audience } = command;
  const refusal = needVoice(draft, by) ?? needAnswer(draft, by) ?? needPatience(draft, by);
  if (refusal) return refusal;
  if (text === '' && card === null) return refuse('empty_text');
  const unfit = needFitText(draft, command);
  if (unfit) return unfit;
  const { kind, messageCount } = draft.state;
  if (kind !== 'table' && !draft.isActive(by.id)) draft.activate(by.id, by.id);
  const peer = peerOf(draft, by);
  if (peer?.standing === 'left') draft.activate(peer.id, by.id);
  draft.add({
    type: 'posted',
    message: {
      no: messageCount + 1,
      at: draft.now,
      author: by.id,
      text,
      replyTo,
      mentions: [...new Set(mentions)],
      card,
      audience: kind === 'table' ? audience : 'all',
      editedAt: 0,
      deletedBy: '',
      reactions: {},
    },
  });
  return null;
}

export function edit(draft: Draft, command: Command<'edit'>): Step {
  const { by, target, text, mentions } = command;
  if (target.isDeleted) return refuse('no_message');
  if (target.author !== by.id) return refuse('not_author');
  if (draft.now - target.at > EDIT_MS) return refuse('too_late');
  const refusal = needVoice(draft, by) ?? needPart(draft, by);
  if (refusal) return refusal;
  if (target.changes >= MAX_CHANGES) return refuse('too_many_changes');
  if (text === '') return refuse('empty_text');
  const unfit = needFitText(draft, command);
  if (unfit) return unfit;
  draft.add({
    type: 'edited',
    target: target.seq,
    text,
    mentions: [...new Set(mentions)],
    at: draft.now,
  });
  return null;
}

/** Takes a message away: its author at any time, also from outside; moderators everybody's. */
export function remove(draft: Draft, { by, target }: Command<'delete'>): Step {
  if (target.isDeleted) return refuse('no_message');
  const refusal = target.author === by.id ? null : needRole(draft, by, 'moderator');
  if (refusal) return refusal;
  draft.add({ type: 'deleted', target: target.seq, by: by.id });
  return null;
}

export function react(draft: Draft, { by, target, emoji }: Command<'react'>): Step {
  const refusal = needReactable(draft, by, target);
  if (refusal) return refusal;
  const chosenBy = Object.hasOwn(target.reactions, emoji) ? target.reactions[emoji] : undefined;
  if (chosenBy?.includes(by.id)) return refuse('no_change');
  if (!chosenBy && Object.keys(target.reactions).length >= MAX_EMOJI) return refuse('too_many_reactions');
  draft.add({ type: 'reacted', target: target.seq, emoji, by: by.id });
  return null;
}

export function unreact(draft: Draft, { by, target, emoji }: Command<'unreact'>): Step {
  const refusal = needReactable(draft, by, target);
  if (refusal) return refusal;
  const chosenBy = Object.hasOwn(target.reactions, emoji) ? target.reactions[emoji] : undefined;
  if (!chosenBy?.includes(by.id)) return refuse('no_change');
  draft.add({ type: 'unreacted', target: target.seq, emoji, by: by.id });
  return null;
}

/** Moderators pin; in a direct talk both may. */
export function pin(draft: Draft, { by, target }: Command<'pin'>): Step {
  const refusal = needPinner(draft, by);
  if (refusal) return refusal;
  if (target.isDeleted) return refuse('no_message');
  if (draft.state.pinned.includes(target.seq)) return refuse('no_change');
  if (draft.state.pinned.length >= MAX_PINNED) return refuse('too_many_pins');
  draft.add({ type: 'pinned', target: target.seq, by: by.id });
  return null;
}

export function unpin(draft: Draft, { by, target }: Command<'unpin'>): Step {
  const refusal = needPinner(draft, by);
  if (refusal) return refusal;
  if (!draft.state.pinned.includes(target.seq)) return refuse('no_change');
  draft.add({ type: 'unpinned', target: target.seq, by: by.id });
  return null;
}

const needPinner = (draft: Draft, by: Speaker): Step =>
  needRole(draft, by, draft.state.kind === 'direct' ? 'member' : 'moderator');

const needReactable = (draft: Draft, by: Speaker, target: Command<'react'>['target']): Step => {
  if (target.isDeleted) return refuse('no_message');
  const refusal = needVoice(draft, by) ?? needPart(draft, by);
  if (refusal) return refusal;
  return target.changes >= MAX_CHANGES ? refuse('too_many_changes') : null;
};
