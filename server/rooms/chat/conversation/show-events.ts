import { postedMessage } from '../../../../shared/chat/messages.ts';
import type { ConversationEvent, ConversationState as Folded } from '../../../../shared/chat/types.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import type { PersonErased } from '../../../../shared/protocol/chat-wire.ts';
import { showSettings } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import type { OwnPart } from './own-part.ts';
import type { ShownMessages } from './shown-messages.ts';

interface Showing {
  readonly state: ConversationState;
  readonly messages: ShownMessages;
  readonly parts: OwnPart;
  broadcast(type: 'erased', message: PersonErased): void;
}

/** Shows an entry that is stored to everybody in a room: in its state, and what only some need to hear. */
export function showEvents(
  { seq, events }: Pick<Entry<ConversationEvent>, 'seq' | 'events'>,
  folded: Folded,
  { state, messages, parts, broadcast }: Showing,
): void {
  for (const event of events) {
    if (event.type === 'posted') messages.add(postedMessage(seq, event));
    else if (event.type === 'memberErased') {
      messages.empty(event.person);
      parts.erased(event.person, folded);
      broadcast('erased', { person: event.person });
    } else if (event.type === 'memberChanged') parts.changed(event.member.id, folded);
    else if ('target' in event) messages.change(seq, event);
  }
  showSettings(state, folded);
  state.seq = seq;
  state.lastNo = folded.messageCount;
}
