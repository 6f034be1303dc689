import { useState } from 'preact/hooks';
import { optionRows, readOptions } from '../../store/options.ts';
import { useView } from './context.ts';
import { OptionsDialog } from './OptionsDialog.tsx';

/** What will be played, in words; the host may change it. */
export function OptionsPanel() {
  const { game, view, me } = useView();
  const [isOpen, setOpen] = useState(false);
  const form = game.options ?? [];
  const options = readOptions(form, view.options);
  const isPublic = view.visibility === 'public';
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
          <dd>{isPublic ? 'anyone, it is listed' : 'anyone with the code'}</dd>
        </div>
      </dl>
      {isOpen && <OptionsDialog form={form} options={options} onClose={() => setOpen(false)} />}
    </section>
  );
}
