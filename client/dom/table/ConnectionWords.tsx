import ArrowRightLeft from 'lucide/dist/esm/icons/arrow-right-left.mjs';
import WifiOff from 'lucide/dist/esm/icons/wifi-off.mjs';
import type { TableConnectionState } from '../../net/types.ts';
import { Icon } from '../ui/Icon.tsx';

/** Long and short words for a connection that is not good. */
const WORDS: Partial<Record<TableConnectionState, readonly [string, string]>> = {
  connecting: ['Connecting…', 'Connecting…'],
  moving: ['Moving…', 'Moving…'],
  reconnecting: ['Reconnecting… your moves are kept', 'Reconnecting…'],
  offline: ['Offline. Your moves are kept', 'Offline'],
  astray: ['This address leads to a wrong server. Your moves are kept', 'Wrong server'],
  updating: ['The game is being updated… your moves are kept', 'Updating…'],
  saving: ['Saving… this takes longer than usual', 'Saving…'],
  busy: ['A lot is going on. Your moves are kept', 'Busy…'],
};

/** Says how the connection is while it is not good, and nothing else. */
export function ConnectionWords({ state }: { state: TableConnectionState }) {
  const words = WORDS[state];
  return (
    <span role="status" class="connection">
      {words && (
        <>
          <Icon node={state === 'moving' ? ArrowRightLeft : WifiOff} size={18} />
          <span class="desk clip">{words[0]}</span>
          <span class="phone clip">{words[1]}</span>
        </>
      )}
    </span>
  );
}
