import { useSignal } from '@preact/signals';
import MessageCircle from 'lucide/dist/esm/icons/message-circle.mjs';
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { unreadText } from '../../../shared/chat/unread.ts';
import { withMessages } from '../../i18n/messages.ts';
import { talkMessages as t } from '../../i18n/talk/index.ts';
import { chat } from '../../store/chat/session.ts';
import { totalUnread } from '../../store/chat/unread.ts';
import { go, route } from '../../store/route.ts';
import { Icon } from '../ui/Icon.tsx';

/** Chat's code comes this long after the page was first drawn, ms. */
const START_MS = 1_200;

type Drawer = ComponentType<{ onClose: () => void }>;

/** The way to one's conversations from everywhere, with how much waits there. Connects after the first paint. */
export function ChatButton() {
  const [loaded, setLoaded] = useState<{ Drawer: Drawer } | null>(null);
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const rows = chat.value?.inbox.rows.value ?? [];
  // At a table its own talk is on the page.
  const unread = totalUnread(
    route.value.page === 'table' ? rows.filter(({ kind }) => kind !== 'table') : rows,
  );
  useEffect(() => {
    if (chat.peek()) return;
    const timer = setTimeout(() => {
      withMessages(import('./start.ts')).then(
        ({ connectChat }) => connectChat(),
        () => {},
      );
    }, START_MS);
    return () => clearTimeout(timer);
  }, []);
  const open = async () => {
    isOpen.value = !isOpen.peek();
    if (loaded || !isOpen.peek()) return;
    try {
      setLoaded(await withMessages(import('./Drawer.tsx')));
    } catch {
      go({ page: 'chat', conversation: null });
    }
  };
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
  return (
    <span class="chat-button">
      <button
        ref={button}
        type="button"
        class="button icon"
        aria-label={unread > 0 ? t.chatUnread(unread) : t.chat}
        aria-expanded={isOpen.value}
        onClick={open}
      >
        <Icon node={MessageCircle} />
        {unread > 0 && (
          <span class="badge num" aria-hidden="true">
            {unreadText(unread)}
          </span>
        )}
      </button>
      {isOpen.value && loaded && <loaded.Drawer onClose={close} />}
    </span>
  );
}
