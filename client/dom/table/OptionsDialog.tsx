import { useState } from 'preact/hooks';
import type { Options, OptionsForm } from '../../games/game.ts';
import { table } from '../../i18n/table/index.ts';
import { offered } from '../../store/options.ts';
import { durationAt } from '../../store/waiting.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useView } from './context.ts';

interface Props {
  readonly form: OptionsForm;
  readonly options: Options;
  readonly onClose: () => void;
}

/** The host changes what will be played. */
export function OptionsDialog({ form, options, onClose }: Props) {
  const { sitting, game, view } = useView();
  const [draft, setDraft] = useState(options);
  const refusal = sitting.refusal.value;
  const duration = durationAt(game, view, draft);
  const save = async () => {
    if (await sitting.send({ type: 'setOptions', options: draft }, 'seat')) onClose();
  };
  return (
    <Dialog title={table.whatToPlay} onClose={onClose}>
      {offered(form, draft).map(({ key, label, choices, standard }) => (
        <Segments
          key={key}
          label={label}
          choices={choices}
          value={draft[key] ?? standard}
          onChange={(value) => setDraft({ ...draft, [key]: value })}
        />
      ))}
      {duration && (
        <p class="soft" role="status">
          {duration}
        </p>
      )}
      <button type="button" class="button primary big" onClick={save}>
        {table.save}
      </button>
      <Refused>{refusal?.place === 'seat' ? refusal.message : null}</Refused>
    </Dialog>
  );
}
