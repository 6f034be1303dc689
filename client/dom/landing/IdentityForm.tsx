import { useEffect, useRef, useState } from 'preact/hooks';
import { identity } from '../../i18n/identity/index.ts';
import type { Api } from '../../net/types.ts';
import { renameMe } from '../../store/me.ts';
import { AccountButton } from '../account/AccountButton.tsx';
import { Refused } from '../ui/Refused.tsx';
import { MarkerPicker } from './MarkerPicker.tsx';

interface FormProps {
  readonly api: Api;
  readonly name: string;
  readonly marker: number;
  readonly onDone: () => void;
}

/** The form behind the pencil. A refused name stays in the field. */
export function IdentityForm({ api, name: oldName, marker: oldMarker, onDone }: FormProps) {
  // What was typed is about the name one had: it may be another one by now, as it can be made one's own from here.
  const [draft, setDraft] = useState({ of: oldName, name: oldName });
  const name = draft.of === oldName ? draft.name : oldName;
  const [marker, setMarker] = useState(oldMarker);
  const [refusal, setRefusal] = useState('');
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Whoever is typing already is not disturbed.
    if (document.activeElement !== field.current) {
      field.current?.focus();
      field.current?.select();
    }
    // Back to what opened it, where that comes in its place and nobody went elsewhere meanwhile.
    return () =>
      void setTimeout(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('.identity .icon')?.focus();
      });
  }, []);
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    const refused = await renameMe(api, { name: name.trim(), marker });
    setSaving(false);
    if (refused) setRefusal(refused.message);
    else onDone();
  };
  return (
    <form
      class="col"
      style={{ gap: '10px' }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="small soft" for="my-name">
        {identity.yourName}
      </label>
      <div class="row" style={{ gap: '8px', marginTop: '-6px' }}>
        <input
          id="my-name"
          class="field grow"
          value={name}
          maxLength={20}
          autoComplete="nickname"
          aria-invalid={refusal !== ''}
          aria-describedby="my-name-refusal"
          ref={field}
          onInput={(event) => setDraft({ of: oldName, name: event.currentTarget.value })}
        />
        <button type="submit" class="button primary">
          {isSaving ? identity.saving : identity.save}
        </button>
      </div>
      <Refused id="my-name-refusal">{refusal}</Refused>
      <MarkerPicker name={name} marker={marker} onPick={setMarker} />
      <AccountButton />
    </form>
  );
}
