import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import { unreadText } from '../../../shared/chat/unread.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { totalUnread } from '../../store/chat/unread.ts';
import { go, route } from '../../store/route.ts';
import { Icon } from '../ui/Icon.tsx';
import { useChat } from './context.ts';

/** On a phone the way back to the list, with what waits in the other conversations. */
export function BackButton() {
  const { rows } = useChat().chat.inbox;
  const at = route.value;
  const here = at.page === 'chat' ? at.conversation : null;
  const unread = totalUnread(rows.value.filter((each) => each.conversation !== here));
  return (
    <button
      type="button"
      class="button icon phone back"
      aria-label={unread > 0 ? t.allConversationsUnread(unread) : t.allConversations}
      onClick={() => go({ page: 'chat', conversation: null })}
    >
      <Icon node={ChevronLeft} />
      {unread > 0 && (
        <span class="badge num" aria-hidden="true">
          {unreadText(unread)}
        </span>
      )}
    </button>
  );
}
