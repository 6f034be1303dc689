import { type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { useTable } from '../table/context.ts';
import { Dialog } from '../ui/Dialog.tsx';

const asked: Signal<(() => void) | null> = signal(null);

/** Holds somebody back who is about to leave a running game, until they say so. */
export function askToLeave(proceed: () => void): boolean {
  asked.value = proceed;
  return false;
}

/** Asks once before a running game is left. */
export function LeaveQuestion() {
  const { sitting } = useTable();
  const leaving = sitting.connection.game.value?.leaving ?? '';
  const proceed = asked.value;
  const stay = () => {
    asked.value = null;
  };
  useEffect(() => stay, []);
  if (!proceed) return null;
  const leave = () => {
    stay();
    void sitting.send({ type: 'leave' });
    proceed();
  };
  return (
    <Dialog title={table.leave} onClose={stay} isQuestion>
      <p class="soft">{table.leaveText(leaving)}</p>
      <div class="ways">
        <button type="button" class="button primary big" onClick={stay}>
          {table.stay}
        </button>
        <button type="button" class="button big" onClick={leave}>
          {table.leaveGame}
        </button>
      </div>
    </Dialog>
  );
}
