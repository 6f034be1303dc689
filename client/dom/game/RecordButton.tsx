import List from 'lucide/dist/esm/icons/list.mjs';
import { useState } from 'preact/hooks';
import { useView } from '../table/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Opens what can be looked up in a running game, where there is no room for it beside the board. */
export function RecordButton() {
  const { record } = useView().game;
  const [isOpen, setOpen] = useState(false);
  if (!record) return null;
  return (
    <>
      <button type="button" class="button icon" aria-label={record.title} onClick={() => setOpen(true)}>
        <Icon node={List} />
      </button>
      {isOpen && (
        <Dialog title={record.title} onClose={() => setOpen(false)}>
          <record.Content />
        </Dialog>
      )}
    </>
  );
}
