import List from 'lucide/dist/esm/icons/list.mjs';
import { useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ClueLog } from './ClueLog.tsx';

/** Opens the clues so far where there is no room for them beside the board. */
export function LogButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button icon" aria-label="Clues so far" onClick={() => setOpen(true)}>
        <Icon node={List} />
      </button>
      {isOpen && (
        <Dialog title="Clues so far" onClose={() => setOpen(false)}>
          <ClueLog />
        </Dialog>
      )}
    </>
  );
}
