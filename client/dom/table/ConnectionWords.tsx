import ArrowRightLeft from 'lucide/dist/esm/icons/arrow-right-left.mjs';
import WifiOff from 'lucide/dist/esm/icons/wifi-off.mjs';
import { table } from '../../i18n/table/index.ts';
import type { TableConnectionState } from '../../net/types.ts';
import { Icon } from '../ui/Icon.tsx';

/** Says how the connection is while it is not good, and nothing else. */
export function ConnectionWords({ state }: { state: TableConnectionState }) {
  const words = (table.connection as Partial<Record<TableConnectionState, readonly string[]>>)[state];
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
