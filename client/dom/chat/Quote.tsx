import Reply from 'lucide/dist/esm/icons/reply.mjs';
import { parseMarkup, plainText } from '../../../shared/chat/markup.ts';
import { firstWords } from '../../../shared/chat/text.ts';
import type { Message } from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Own } from '../ui/Own.tsx';
import { personIn, useChat, useTalk } from './context.ts';

/** A message in a few words: for quotes, and for what is being answered. */
export function wordsOf(message: Message): string {
  if (message.deletedBy !== '') return t.messageDeleted;
  if (message.text === '' && message.card) return t.invitationToTable(message.card.code);
  return firstWords(plainText(parseMarkup(message.text)), 100);
}

/** What a message answers; a press goes there. */
export function Quote({ seq }: { seq: number }) {
  const talk = useTalk();
  const blocked = useChat().chat.inbox.blocked.value;
  const message = talk.link.messages.value.find((each) => each.seq === seq);
  const author = message && personIn(talk.link.people.value, message.author).name;
  const isHidden = message !== undefined && blocked.has(message.author);
  return (
    <button
      type="button"
      class="quote small"
      onClick={() => {
        talk.goTo.value = seq;
      }}
    >
      <Icon node={Reply} size={14} />
      <span class="unseen">{t.inAnswerTo} </span>
      <span class="clip">
        {author && (
          <strong>
            <Own>{author}</Own>:{' '}
          </strong>
        )}
        {message ? (isHidden ? '…' : wordsOf(message)) : t.earlierMessage}
      </span>
    </button>
  );
}
