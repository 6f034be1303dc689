import { useState } from 'preact/hooks';
import type { View } from '../../store/faces.ts';
import { languageName } from '../../store/languages.ts';
import { optionRows, readOptions } from '../../store/options.ts';
import { useView } from './context.ts';
import { HostButton } from './HostButton.tsx';
import { OptionsDialog } from './OptionsDialog.tsx';

/** What will be played, in words; the host may change it. */
export function OptionsPanel() {
  const { game, view, me } = useView();
  const [isOpen, setOpen] = useState(false);
  const form = game.options ?? [];
  const options = readOptions(form, view.options);
  return (
    <section class="panel options" aria-labelledby="options-title">
      <div class="row">
        <h2 id="options-title" class="grow">
          {game.about.title}
        </h2>
        {form.length > 0 && me !== null && me === view.host && (
          <button type="button" class="button quiet" onClick={() => setOpen(true)}>
            Change
          </button>
        )}
      </div>
      <dl>
        {optionRows(form, options, view.seats.length).map(([term, value]) => (
          <div key={term} class="row">
            <dt class="soft grow">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div class="row">
          <dt class="soft grow">Who can join</dt>
          <dd>{whoCanJoin(view)}</dd>
        </div>
        <div class="row">
          <dt class="soft grow">Language</dt>
          <dd translate={false}>{languageName(view.language)}</dd>
        </div>
      </dl>
      <HostButton />
      {isOpen && <OptionsDialog form={form} options={options} onClose={() => setOpen(false)} />}
    </section>
  );
}

function whoCanJoin({ isLocked, visibility, hasPassword }: View): string {
  if (isLocked) return 'nobody new, it is locked';
  if (visibility === 'public') return 'anyone, it is listed';
  return hasPassword ? 'who has code and password' : 'anyone with the code';
}
