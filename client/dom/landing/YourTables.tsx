import { useEffect, useState } from 'preact/hooks';
import type { Api, MyTable } from '../../net/types.ts';
import { me } from '../../store/me.ts';
import { go } from '../../store/route.ts';

/** More than these are found by their link. */
const MOST = 3;

const stateOf = ({ phase, line }: MyTable): string => {
  if (phase === 'waiting') return 'waiting to start';
  return phase === 'over' ? 'between games' : line;
};

/** The way back to where one has a seat; looked up again whenever the page is looked at again. */
export function YourTables({ api }: { api: Api }) {
  const [tables, setTables] = useState<readonly MyTable[]>([]);
  const person = me.value?.id ?? null;
  useEffect(() => {
    if (person === null) return;
    let isCurrent = true;
    const look = () => {
      if (!document.hidden) void api.myTables().then((found) => isCurrent && setTables(found));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isCurrent = false;
      document.removeEventListener('visibilitychange', look);
    };
  }, [api, person]);
  if (tables.length === 0) return null;
  return (
    <ul class="tables" aria-label="Your tables">
      {tables.slice(0, MOST).map((table) => (
        <li key={table.code} class="panel">
          <div class="grow">
            <strong>
              You are at table <span translate={false}>{table.code}</span>
            </strong>
            <span class="small soft" style={{ display: 'block' }}>
              {stateOf(table)}
            </span>
          </div>
          <button
            type="button"
            class="button primary"
            aria-label={`Return to table ${table.code}`}
            onClick={() => go({ page: 'table', game: table.game, code: table.code })}
          >
            Return
          </button>
        </li>
      ))}
    </ul>
  );
}
