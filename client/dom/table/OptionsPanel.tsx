import { useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import type { View } from '../../store/faces.ts';
import { languageName } from '../../store/languages.ts';
import { optionRows, readOptions } from '../../store/options.ts';
import { durationAt } from '../../store/waiting.ts';
import { lazyPart } from '../ui/lazy.tsx';
import { useView } from './context.ts';
import { HostButton } from './HostButton.tsx';

/** Its code comes when it is first opened. */
const OptionsDialog = lazyPart(async () => (await import('./OptionsDialog.tsx')).OptionsDialog);

/** What will be played, in words; the host may change it. */
export function OptionsPanel() {
  const { game, view, me } = useView();
  const [isOpen, setOpen] = useState(false);
  const form = game.options ?? [];
  const options = readOptions(form, view.options);
  const duration = durationAt(game, view);
  return (
    <section class="panel options" aria-labelledby="options-title">
      <div class="row">
        <h2 id="options-title" class="grow">
          {game.about.title}
        </h2>
        {form.length > 0 && me !== null && me === view.host && (
          <button type="button" class="button quiet" onClick={() => setOpen(true)}>
            {table.change}
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
          <dt class="soft grow">{table.whoCanJoin}</dt>
          <dd>{whoCanJoin(view)}</dd>
        </div>
        <div class="row">
          <dt class="soft grow">{table.language}</dt>
          <dd translate={false}>{languageName(view.language)}</dd>
        </div>
      </dl>
      {duration && <p class="soft small duration">{duration}</p>}
      <HostButton />
      {isOpen && <OptionsDialog form={form} options={options} onClose={() => setOpen(false)} />}
    </section>
  );
}

function whoCanJoin({ isLocked, visibility, hasPassword }: View): string {
  if (isLocked) return table.whoCanJoinIs.locked;
  if (visibility === 'public') return table.whoCanJoinIs.public;
  return hasPassword ? table.whoCanJoinIs.password : table.whoCanJoinIs.private;
}
