import type { Message } from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { emojiName } from '../../store/chat/emoji.ts';
import { isOpenToChange, takesPart } from '../../store/chat/who-may.ts';
import { personIn, useInfo } from './context.ts';

const MOST_NAMES = 8;

/** What people chose under a message; a press joins in or takes it back. */
export function Reactions({ message }: { message: Message }) {
  const { talk, info } = useInfo();
  const people = talk.link.people.value;
  const reactions = Object.entries(message.reactions);
  if (reactions.length === 0) return null;
  const isKept = !isOpenToChange(message, info);
  const isOpen = takesPart(info) && !isKept;
  return (
    <div class="reactions" aria-live="off">
      {reactions.map(([emoji, ids]) => {
        const isMine = ids.includes(info.me.id as (typeof ids)[number]);
        const names = ids
          .slice(0, MOST_NAMES)
          .map((id) => (id === info.me.id ? t.you : personIn(people, id).name));
        const others = ids.length - names.length;
        const who = t.reactedBy(names, others);
        return (
          <button
            key={emoji}
            type="button"
            class="reaction"
            aria-pressed={isMine}
            aria-disabled={!isOpen}
            aria-label={`${emojiName(emoji)}, ${ids.length}: ${who}`}
            title={isKept ? `${who}. ${t.keptForReveal}` : who}
            onClick={() =>
              isOpen && talk.ask({ type: isMine ? 'unreact' : 'react', target: message.seq, emoji }, 'log')
            }
          >
            <span aria-hidden="true">{emoji}</span>
            <span class="num" aria-hidden="true">
              {ids.length}
            </span>
          </button>
        );
      })}
    </div>
  );
}
