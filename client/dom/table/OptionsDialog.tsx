import { useState } from 'preact/hooks';
import type { GameOptions } from '../../../shared/games/color-clues/types.ts';
import { CLUE_CHECKS, TIMERS, TURNS } from '../../store/options.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useView } from './context.ts';

/** The host changes what will be played. */
export function OptionsDialog({ options, onClose }: { options: GameOptions; onClose: () => void }) {
  const { sitting } = useView();
  const [draft, setDraft] = useState(options);
  const refusal = sitting.refusal.value;
  const save = async () => {
    if (await sitting.send({ type: 'setOptions', options: draft }, 'seat')) onClose();
  };
  return (
    <Dialog title="What to play" onClose={onClose}>
      <Segments
        label="Timers"
        choices={TIMERS}
        value={draft.timers}
        onChange={(timers) => setDraft({ ...draft, timers })}
      />
      <Segments
        label="Turns each"
        choices={TURNS}
        value={draft.turns}
        onChange={(turns) => setDraft({ ...draft, turns })}
      />
      <Segments
        label="Clue check"
        choices={CLUE_CHECKS}
        value={draft.clueCheck}
        onChange={(clueCheck) => setDraft({ ...draft, clueCheck })}
      />
      <button type="button" class="button primary big" onClick={save}>
        Save
      </button>
      <Refused>{refusal?.place === 'seat' ? refusal.message : null}</Refused>
    </Dialog>
  );
}
