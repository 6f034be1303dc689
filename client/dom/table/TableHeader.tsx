import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import type { ComponentChildren } from 'preact';
import { go } from '../../store/route.ts';
import { ChatButton } from '../chat/ChatButton.tsx';
import { openDialog } from '../dialogs/open.tsx';
import { ROOM_FOR_TALK, useWide } from '../game/useWide.ts';
import { TalkButton } from '../talk/TalkButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { CodeChip } from './CodeChip.tsx';
import { ConnectionWords } from './ConnectionWords.tsx';
import { useTable } from './context.ts';

/**
 * The bar on top of a table: where am I, is the connection good, settings, way back. Where there is no room for the talk
 * of the table beside the game, its button stands here; all other conversations are one page back.
 */
export function TableHeader({ children }: { children?: ComponentChildren }) {
  const { sitting } = useTable();
  const hasRoom = useWide(ROOM_FOR_TALK);
  return (
    <header class="top table-top">
      <span class="desk">
        <Logo />
      </span>
      <button
        type="button"
        class="button icon phone"
        aria-label="Back to the start"
        onClick={() => go({ page: 'landing' })}
      >
        <Icon node={ChevronLeft} />
      </button>
      <CodeChip code={sitting.code} />
      <span class="grow" />
      <ConnectionWords state={sitting.connection.connection.value} />
      {children}
      <button type="button" class="button quiet desk" onClick={() => openDialog('how')}>
        How to play
      </button>
      {hasRoom ? <ChatButton /> : <TalkButton />}
      <button type="button" class="button icon" aria-label="Settings" onClick={() => openDialog('settings')}>
        <Icon node={Settings} />
      </button>
    </header>
  );
}
