import '../styles/host.css';
import { useId } from 'preact/hooks';
import type { Language } from '../../../shared/core/languages.ts';
import { table } from '../../i18n/table/index.ts';
import { languageChoices } from '../../store/languages.ts';
import { isHeld } from '../../store/turns.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Own } from '../ui/Own.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useView } from './context.ts';
import { PasswordField } from './PasswordField.tsx';
import { SeatOrder } from './SeatOrder.tsx';
import { SkipPart } from './SkipPart.tsx';

/** What a host can do with the table, besides the game and who sits where. */
export function HostDialog({ onClose }: { onClose: () => void }) {
  const { sitting, game, view } = useView();
  const isPlaying = view.phase === 'playing';
  const refusal = sitting.refusal.value;
  return (
    <Dialog title={table.hostControls} onClose={onClose}>
      {isPlaying && <PauseButton />}
      {isPlaying && <SkipPart onDone={onClose} />}
      <Switch
        label={table.lock}
        help={table.lockHelp}
        isOn={view.isLocked}
        onChange={(isLocked) => sitting.send({ type: 'setLock', isLocked }, 'seat')}
      />
      {!isPlaying && <LanguageField />}
      {view.visibility === 'private' && <PasswordField />}
      {(!isPlaying || game.reorders) && view.seats.length > 1 && <SeatOrder />}
      {view.removed.length > 0 && <Removed />}
      <Refused>{refusal?.place === 'seat' ? refusal.message : null}</Refused>
    </Dialog>
  );
}

function PauseButton() {
  const { sitting, view } = useView();
  const wasHeld = isHeld(view);
  return (
    <div class="col host-part">
      <button
        type="button"
        class="button big"
        onClick={() => sitting.send({ type: wasHeld ? 'goOn' : 'pause' }, 'seat')}
      >
        {wasHeld ? table.goOn : table.pause}
      </button>
      <p class="small soft">{table.pauseHelp}</p>
    </div>
  );
}

function LanguageField() {
  const { sitting, view } = useView();
  const id = useId();
  return (
    <div class="row host-part">
      <label class="grow" for={id}>
        {table.language}
        <span class="small soft" style={{ display: 'block' }}>
          {table.languageHelp}
        </span>
      </label>
      <select
        id={id}
        class="field select"
        translate={false}
        value={view.language}
        onChange={(event) =>
          sitting.send({ type: 'setLanguage', language: event.currentTarget.value as Language }, 'seat')
        }
      >
        {languageChoices().map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Who was sent away, and the way back for them. */
function Removed() {
  const { sitting, view } = useView();
  return (
    <section class="col host-part" aria-label={table.sentAway}>
      <h3>{table.sentAway}</h3>
      <ul class="host-list">
        {view.removed.map(({ id, name }) => (
          <li key={id} class="row">
            <span class="grow clip">
              <Own>{name}</Own>
            </span>
            <button
              type="button"
              class="button"
              onClick={() => sitting.send({ type: 'letBackIn', player: id }, 'seat')}
            >
              {table.letBackIn}
              <span class="unseen">
                {' '}
                <Own>{name}</Own>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
