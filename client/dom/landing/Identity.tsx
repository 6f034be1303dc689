import Pencil from 'lucide/dist/esm/icons/pencil.mjs';
import { useEffect, useState } from 'preact/hooks';
import { landing } from '../../i18n/landing/index.ts';
import { withMessages } from '../../i18n/messages.ts';
import type { Api } from '../../net/types.ts';
import { initialOf } from '../../store/letters.ts';
import { me } from '../../store/me.ts';
import { openDialog } from '../dialogs/open.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Marker } from '../ui/Marker.tsx';

type Form = typeof import('./IdentityForm.tsx').IdentityForm;

/** Name and marker, changed in place. */
export function Identity({ api }: { api: Api }) {
  const [isOpen, setOpen] = useState(false);
  // The form comes after the page, and is there before it can be wanted: it opens at once.
  const [form, setForm] = useState<{ readonly Form: Form } | null>(null);
  const person = me.value;
  const isKnown = person !== null;
  useEffect(() => {
    if (isKnown)
      withMessages(import('./IdentityForm.tsx')).then(
        ({ IdentityForm }) => setForm({ Form: IdentityForm }),
        () => {},
      );
  }, [isKnown]);
  if (isOpen && person && form)
    return <form.Form api={api} name={person.name} marker={person.marker} onDone={() => setOpen(false)} />;
  return (
    <div class="identity">
      <Marker index={person?.marker ?? 0} initial={person ? initialOf(person.name) : ''} size={48} />
      <div class="col name">
        <span class="small soft">{landing.yourName}</span>
        <strong translate={false}>{person?.name ?? landing.oneMoment}</strong>
      </div>
      <button
        type="button"
        class="button icon"
        aria-label={landing.changeNameAndMarker}
        disabled={!form}
        onClick={() => setOpen(true)}
      >
        <Icon node={Pencil} />
      </button>
      {person && (
        <button
          type="button"
          class="button quiet log-in"
          onClick={() => openDialog(person.hasAccount ? 'account' : 'logIn')}
        >
          {person.hasAccount ? landing.account : landing.logIn}
        </button>
      )}
    </div>
  );
}
