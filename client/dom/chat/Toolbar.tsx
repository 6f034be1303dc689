import EllipsisVertical from 'lucide/dist/esm/icons/ellipsis-vertical.mjs';
import Smile from 'lucide/dist/esm/icons/face-slightly-smiling-plus.mjs';
import Reply from 'lucide/dist/esm/icons/reply.mjs';
import type { Message } from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { messageActions } from '../../store/chat/who-may.ts';
import { Icon } from '../ui/Icon.tsx';
import { useInfo } from './context.ts';
import { EmojiPicker } from './EmojiPicker.tsx';
import { focusComposer } from './focus.ts';

/** The quick ways at the message that is pointed at or focused. */
export function Toolbar({ message }: { message: Message }) {
  const { talk, info } = useInfo();
  const { seq } = message;
  const actions = messageActions(info, message, Date.now());
  if (actions.length === 0) return null;
  const opened = talk.open.value;
  const isPicking = opened?.type === 'react' && opened.seq === seq;
  return (
    <div class="msg-tools" aria-live="off">
      {actions.includes('react') && (
        <button
          type="button"
          class="button icon"
          aria-label={t.react}
          aria-expanded={isPicking}
          onClick={() => {
            talk.open.value = isPicking ? null : { type: 'react', seq };
          }}
        >
          <Icon node={Smile} />
        </button>
      )}
      {actions.includes('reply') && (
        <button
          type="button"
          class="button icon"
          aria-label={t.reply}
          onClick={() => {
            talk.replyTo.value = seq;
            focusComposer();
          }}
        >
          <Icon node={Reply} />
        </button>
      )}
      <button
        type="button"
        class="button icon"
        aria-label={t.moreAboutMessage}
        onClick={() => {
          talk.open.value = { type: 'message', seq };
        }}
      >
        <Icon node={EllipsisVertical} />
      </button>
      {isPicking && <EmojiPicker message={message} />}
    </div>
  );
}
