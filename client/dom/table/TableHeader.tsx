import type { ComponentChildren } from 'preact';
import { table } from '../../i18n/table/index.ts';
import { ChatButton } from '../chat/ChatButton.tsx';
import { openDialog } from '../dialogs/open.tsx';
import { TopBar } from '../dialogs/TopBar.tsx';
import { ROOM_FOR_TALK, useWide } from '../game/useWide.ts';
import { TalkButton } from '../talk/TalkButton.tsx';
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
    <TopBar>
      <CodeChip code={sitting.code} />
      <span class="grow" />
      <ConnectionWords state={sitting.connection.connection.value} />
      {children}
      <button type="button" class="button quiet desk" onClick={() => openDialog('how')}>
        {table.howToPlay}
      </button>
      {hasRoom ? <ChatButton /> : <TalkButton />}
    </TopBar>
  );
}
