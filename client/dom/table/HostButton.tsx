import SlidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import { useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { lazyPart } from '../ui/lazy.tsx';
import { useView } from './context.ts';

const HostDialog = lazyPart(async () => (await import('./HostDialog.tsx')).HostDialog);

/** What only the host can do with the table; nothing for others. */
export function HostButton() {
  const { view, me } = useView();
  const [isOpen, setOpen] = useState(false);
  if (me === null || me !== view.host) return null;
  return (
    <>
      <button type="button" class="button quiet host-button" onClick={() => setOpen(true)}>
        <Icon node={SlidersHorizontal} size={18} />
        {table.hostControls}
      </button>
      {isOpen && <HostDialog onClose={() => setOpen(false)} />}
    </>
  );
}
