import { useState } from 'preact/hooks';
import type { Options, OptionsForm } from '../../games/game.ts';
import { rules } from '../../i18n/rules/index.ts';
import { table } from '../../i18n/table/index.ts';
import { offered } from '../../store/options.ts';
import { durationAt } from '../../store/waiting.ts';
import { KeptRules } from '../rules/KeptRules.tsx';
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
  const seated = view.seats.length;
  const refusal = sitting.refusal.value;
  const duration = durationAt(game, view, draft);
  const save = async () => {
    if (await sitting.send({ type: 'setOptions', options: draft }, 'seat')) onClose();
  };
  const most = (chosen: Options) => game.seatsWith?.(chosen).max ?? Number.POSITIVE_INFINITY;
  /** Why not all who sit here could play with these options, where they can with those of now. */
  const tooMany = (chosen: Options): string | null =>
    most(chosen) < seated && most(draft) >= seated ? rules.tooManySit(most(chosen), seated) : null;
  return (
    <Dialog title={table.whatToPlay} onClose={onClose}>
      {offered(form, draft).map(({ key, label, choices, standard }) => (
        <Segments
          key={key}
          label={label}
          choices={choices}
          value={draft[key] ?? standard}
          refuses={(value) => tooMany({ ...draft, [key]: value })}
          onChange={(value) => setDraft({ ...draft, [key]: value })}
        />
      ))}
      {duration && (
        <p class="soft" role="status">
          {duration}
        </p>
      )}
      <div class="dialog-act">
        <button type="button" class="button primary big" onClick={save}>
          {table.save}
        </button>
      </div>
      <Refused>{refusal?.place === 'seat' ? refusal.message : null}</Refused>
      <KeptRules game={game.about.name} form={form} options={draft} onPick={setDraft} />
    </Dialog>
  );
}
