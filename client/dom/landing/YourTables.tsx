import { useEffect, useState } from 'preact/hooks';
import { tables as text } from '../../i18n/tables/index.ts';
import type { Api, MyTable } from '../../net/types.ts';
import { aboutTable } from '../../store/listed.ts';
import { me } from '../../store/me.ts';
import { go } from '../../store/route.ts';
import { Named } from '../ui/Named.tsx';

/** More than these are found by their link. */
const MOST = 3;

/** The open tables where one has a seat; looked up again whenever the page is looked at again. */
export function useMyTables(api: Api): readonly MyTable[] {
  const [tables, setTables] = useState<readonly MyTable[]>([]);
  const person = me.value?.id ?? null;
  useEffect(() => {
    if (person === null) return;
    let isCurrent = true;
    const look = () => {
      if (!document.hidden) void api.myTables().then((found) => isCurrent && setTables(found.slice(0, MOST)));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isCurrent = false;
      document.removeEventListener('visibilitychange', look);
    };
  }, [api, person]);
  return tables;
}

/** The way back to where one has a seat. */
export function YourTables({ tables }: { tables: readonly MyTable[] }) {
  if (tables.length === 0) return null;
  return (
    <ul class="tables" aria-label={text.yours}>
      {tables.map((table) => (
        <li key={table.code} class="panel">
          <div class="grow">
            <strong>
              <Named message={text.youAreAt}>
                <span translate={false}>{table.code}</span>
              </Named>
            </strong>
            <span class="small soft" style={{ display: 'block' }}>
              {aboutTable(table)}
            </span>
          </div>
          <button
            type="button"
            class="button primary"
            aria-label={text.returnTo(table.code)}
            onClick={() => go({ page: 'table', game: table.game, code: table.code })}
          >
            {text.return}
          </button>
        </li>
      ))}
    </ul>
  );
}
