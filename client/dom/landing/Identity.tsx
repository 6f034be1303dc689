import Pencil from 'lucide/dist/esm/icons/pencil.mjs';
import { useState } from 'preact/hooks';
import type { Api } from '../../net/types.ts';
import { initialOf } from '../../store/faces.ts';
import { me } from '../../store/me.ts';
import { openDialog } from '../dialogs/open.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lazyPart } from '../ui/lazy.tsx';
import { Marker } from '../ui/Marker.tsx';

/** Few change their name: the form comes when it is wanted. */
const IdentityForm = lazyPart(async () => (await import('./IdentityForm.tsx')).IdentityForm);

/** Name and marker, changed in place. */
export function Identity({ api }: { api: Api }) {
  const [isOpen, setOpen] = useState(false);
  const person = me.value;
  if (isOpen && person)
    return <IdentityForm api={api} name={person.name} marker={person.marker} onDone={() => setOpen(false)} />;
  return (
    <div class="identity">
      <Marker index={person?.marker ?? 0} initial={person ? initialOf(person.name) : ''} size={48} />
      <div class="col name">
        <span class="small soft">Your name</span>
        <strong class="clip" translate={false}>
          {person?.name ?? 'One moment…'}
        </strong>
      </div>
      <button
        type="button"
        class="button icon"
        aria-label="Change name and marker"
        disabled={!person}
        onClick={() => setOpen(true)}
      >
        <Icon node={Pencil} />
      </button>
      <span class="grow" />
      {person && (
        <button
          type="button"
          class="button quiet log-in"
          onClick={() => openDialog(person.hasAccount ? 'account' : 'logIn')}
        >
          {person.hasAccount ? 'Account' : 'Log in'}
        </button>
      )}
    </div>
  );
}
