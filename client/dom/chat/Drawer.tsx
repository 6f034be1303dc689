import { chatMessages as t } from '../../i18n/chat/index.ts';
import '../styles/drawer.css';
import { useEffect, useRef } from 'preact/hooks';
import { listRows, requestRows } from '../../store/chat/rows.ts';
import { chat } from '../../store/chat/session.ts';
import { useWide } from '../game/useWide.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';
import { RowLink } from './RowLink.tsx';
import { roving } from './roving.ts';
import { connectChat } from './start.ts';

const MOST = 6;

interface Props {
  readonly onClose: () => void;
}

/** The newest conversations: under the button on a desk, a sheet on a phone. */
export function Drawer({ onClose }: Props) {
  useEffect(() => void connectChat(), []);
  const isWide = useWide('(min-width: 701px)');
  return isWide ? (
    <Dropdown onClose={onClose} />
  ) : (
    <Dialog title={t.chat} onClose={onClose}>
      <Newest onClose={onClose} />
    </Dialog>
  );
}

function Dropdown({ onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    const frame = box.current?.parentElement;
    const isElsewhere = (target: EventTarget | null) => target instanceof Node && !frame?.contains(target);
    const onPress = ({ target }: PointerEvent) => isElsewhere(target) && onClose();
    // Closing gives the focus to the button; who left the list is somewhere else already.
    const onFocus = ({ target }: FocusEvent) => {
      if (!isElsewhere(target)) return;
      removeEventListener('focusin', onFocus);
      onClose();
      if (target instanceof HTMLElement) target.focus();
    };
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    addEventListener('pointerdown', onPress);
    addEventListener('focusin', onFocus);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', onPress);
      removeEventListener('focusin', onFocus);
      removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <div ref={box} class="drawer panel" role="dialog" aria-label={t.chat} tabIndex={-1}>
      <Newest onClose={onClose} />
    </div>
  );
}

function Newest({ onClose }: Props) {
  const inbox = chat.value?.inbox;
  const all = inbox?.rows.value ?? [];
  const rows = listRows(all, { online: inbox?.online.value ?? new Set(), now: Date.now(), search: '' });
  const requests = requestRows(all).length;
  const to = { page: 'chat', conversation: null } as const;
  return (
    <>
      {requests > 0 && (
        <p class="small drawer-words">
          <strong>{t.toBeAnswered(requests).count}</strong> {t.toBeAnswered(requests).rest}
        </p>
      )}
      {rows.length > 0 ? (
        <ul class="rows" onKeyDown={roving('a')}>
          {rows.slice(0, MOST).map((row) => (
            <li key={row.conversation}>
              <RowLink row={row} onGo={onClose} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft drawer-words">{inbox ? t.noConversationsShort : t.oneMoment}</p>
      )}
      <RouteLink class="button drawer-all" to={to} onGo={onClose}>
        {rows.length + requests > 0 ? t.allConversations : t.lobbies}
      </RouteLink>
    </>
  );
}
