import '../styles/notice.css';
import X from 'lucide/dist/esm/icons/x.mjs';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnnouncedMessage } from '../../../shared/protocol/operate-wire.ts';
import { common } from '../../i18n/common/index.ts';
import { Icon } from './Icon.tsx';

let place: HTMLElement | null = null;
let shown = '';

/** Shows what was announced, in place of what was before, on whatever page this is; what is known already, not again. */
export function showNotice(message: AnnouncedMessage): void {
  if (message.text === shown) return;
  shown = message.text;
  place ??= document.body.appendChild(document.createElement('aside'));
  place.setAttribute('aria-label', common.announcement);
  render(<Notice key={message.text} message={message} />, place);
}

/** A line over the page, until it ends or is hidden. */
function Notice({ message: { text, leftMs } }: { message: AnnouncedMessage }) {
  const [isOver, setOver] = useState(text === '');
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return (
    <div role="status">
      {!isOver && (
        <p class="notice">
          <span class="grow">{text}</span>
          <button
            type="button"
            class="button icon"
            aria-label={common.hideAnnouncement}
            onClick={() => setOver(true)}
          >
            <Icon node={X} />
          </button>
        </p>
      )}
    </div>
  );
}
